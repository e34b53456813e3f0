"""Somebody in a hall."""

from __future__ import annotations

from dataclasses import dataclass, field

from server.access.actor import Actor
from server.access.limits import Bucket
from server.access.roles import Role
from server.wire.messages import Body, Language, Person

EDITS_PER_SECOND = 20.0
QUESTIONS_PER_SECOND = 10.0
CHANGES_PER_SECOND = 1.0
"""Of name, look and seat, as everybody in the room is told of them."""
REPORTS_PER_SECOND = 1 / 60
REPORTS_AT_ONCE = 5.0


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who wants to come in, as the gate knows them. ``proven``: the name is their account's."""

    name: str
    actor: Actor
    body: Body
    lang: Language
    ticket: str
    """A fresh secret by which this place can be taken up again."""
    proven: bool = False
    muted: bool = False


def plain(body: Body) -> Body:
    """How a visitor may look: as they wish, but for the figure that is the guides' own."""
    return Body(body.color) if body.figure == "guide" else body


@dataclass(slots=True, eq=False)
class Visitor:
    """One place taken in a room of a hall. ``slot`` is the person's id in presence records.

    ``lost_at`` is when the connection broke (the place is kept for a while); ``hidden`` is true
    while others do not see this visitor; ``measure`` while they agree to be counted; ``muted``
    while a moderator has taken their voice from them. ``unseen``: they have no body in the hall,
    and are always hidden. ``reports`` are few and far between.
    """

    newcomer: Newcomer
    room: int
    slot: int
    name: str
    body: Body
    lang: Language
    seat: str | None = None
    lost_at: float | None = None
    hidden: bool = False
    measure: bool = False
    muted: bool = False
    unseen: bool = False
    edits: Bucket = field(default_factory=lambda: Bucket(EDITS_PER_SECOND, 3 * EDITS_PER_SECOND))
    questions: Bucket = field(
        default_factory=lambda: Bucket(QUESTIONS_PER_SECOND, 3 * QUESTIONS_PER_SECOND)
    )
    changes: Bucket = field(
        default_factory=lambda: Bucket(CHANGES_PER_SECOND, 10 * CHANGES_PER_SECOND)
    )
    reports: Bucket = field(default_factory=lambda: Bucket(REPORTS_PER_SECOND, REPORTS_AT_ONCE))

    @property
    def actor(self) -> Actor:
        """Whom the policy table knows this visitor as."""
        return self.newcomer.actor

    @property
    def role(self) -> Role:
        """The role by which others know this visitor."""
        return self.actor.role

    def person(self) -> Person:
        """What others are told."""
        return Person(
            self.slot, self.name, self.role, self.body, self.seat, self.newcomer.proven, self.muted
        )
