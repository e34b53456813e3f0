"""Who is in the park now, hall by hall, for the staff who look after them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from server.halls.hall import Hall
from server.run.moderation.subjects import hint_of
from server.run.talk import Talk


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody in a hall. ``connection`` names them to moderators; metres, Unix seconds.

    ``editing``: they are at the hall's scene and have no body in it; ``room`` says nothing then.
    """

    connection: str
    slot: int
    room: int
    name: str
    role: str
    account: str
    position: tuple[float, float, float]
    muted: bool
    hidden: bool
    editing: bool
    address_hint: str
    since: float
    lang: str


@dataclass(frozen=True, slots=True)
class Presence:
    """One hall and who is in it; longest here first."""

    hall: str
    people: list[Present]


def presence_of(halls: Iterable[Hall], talks: Iterable[Talk]) -> list[Presence]:
    """Every hall, empty ones too. Made when it is asked for; nothing is kept."""
    found: dict[str, list[Present]] = {hall.id: [] for hall in halls}
    for talk in talks:
        if talk.hall is not None and talk.visitor is not None:
            found.setdefault(talk.hall.id, []).append(_present(talk))
    return [
        Presence(hall, sorted(people, key=lambda one: (one.since, one.connection)))
        for hall, people in found.items()
    ]


def _present(talk: Talk) -> Present:
    visitor, hall = talk.visitor, talk.hall
    assert visitor is not None
    assert hall is not None
    table = hall.audience.room_of(visitor).table
    x, y, z = table.position(visitor.slot)
    return Present(
        connection=talk.line.id,
        slot=visitor.slot,
        room=visitor.room,
        name=visitor.name,
        role=visitor.role,
        account=talk.actor.id if visitor.newcomer.proven else "",
        position=(round(x, 2), round(y, 2), round(z, 2)),
        muted=visitor.muted,
        hidden=visitor.hidden and not visitor.unseen,
        editing=visitor.unseen,
        address_hint=hint_of(talk.address),
        since=talk.since,
        lang=talk.lang,
    )
