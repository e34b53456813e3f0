"""One hall: who is in it, what stands in it, and what happens next.

Pure: inputs come in with the time (``now``, seconds on the server's clock), effects go out. Edits
are acknowledged when the archive says that they are durable (``archived``), never before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from avatars.pose import Pose, encode_pose
from scenes.history import History
from scenes.layers import Layers
from scenes.state import SceneState
from server.access.actor import Actor
from server.access.live import CLOSED
from server.halls.arriving import Arriving
from server.halls.asked import action_asked
from server.halls.audience import Audience
from server.halls.derived import Derived
from server.halls.drafts import Drafts
from server.halls.editing import Editing
from server.halls.effects import Archive, Effect, Send, SendAway
from server.halls.entitled import Entitled
from server.halls.errors import HallError
from server.halls.guides.guides import Guides
from server.halls.news import News
from server.halls.questions import Questions
from server.halls.rights import RightsBook
from server.halls.selections import SelectionBook
from server.halls.standing import Standing
from server.halls.talking import Talking
from server.halls.visitor import Newcomer, Visitor
from server.wire import messages as wire

EYES = 1.6
"""Metres from the floor to the eyes of somebody who has not sent a pose yet."""


@dataclass(frozen=True, slots=True)
class HallOptions:
    """What an operator can set about every hall. Times in seconds."""

    tick: int = 20
    keep_place: float = 45.0
    ghost: float = 5.0
    idle: float = 300.0
    first_bytes: int = 24_000_000


@dataclass(slots=True, eq=False, weakref_slot=True)
class Hall:
    """A hall with its audience. Only its shell calls it, from one thread."""

    id: str
    epoch: str
    editing: Editing
    audience: Audience
    options: HallOptions
    news: News
    derived: Derived
    questions: Questions
    followed: SceneState
    entitled: Entitled
    drafts: Drafts
    selections: SelectionBook
    busy_at: float = 0.0
    talking: Talking = field(init=False)
    standing: Standing = field(init=False)
    guides: Guides = field(init=False)
    arriving: Arriving = field(init=False)

    @classmethod
    def open(
        cls,
        layers: Layers,
        history: History,
        *,
        epoch: str,
        make_table: Callable[[Hall, int], Any],
        options: HallOptions,
    ) -> Hall:
        """A hall with nobody in it."""
        hall_id = str(layers.published.hall["id"])
        audience = Audience(lambda capacity: make_table(hall, capacity))
        editing = Editing(hall_id, layers, history)
        derived = Derived(layers, options.first_bytes)
        news = News(audience)
        questions = Questions(layers, audience, news, derived)
        drafts = Drafts(hall_id, layers)
        selections = SelectionBook(audience, lambda v: hall.may(v.actor, "draft.read"))
        hall = cls(
            hall_id, epoch, editing, audience, options, news, derived, questions,
            layers.published, Entitled(hall_id, layers, editing.booths), drafts, selections,
        )  # fmt: skip
        hall.guides = Guides(audience, layers, derived, hall.may, hall.settle)
        hall.arriving = Arriving(hall_id, epoch, editing, audience, derived, options.tick)
        hall.talking = Talking(
            editing, audience, news, questions, drafts, selections, hall.may, hall.settle,
            hall.guides,
        )  # fmt: skip
        hall.standing = Standing(
            news, RightsBook(hall.entitled), drafts, selections, hall.entitled, hall.admits,
            editing.held,
        )  # fmt: skip
        return hall

    # --- coming and going ---------------------------------------------------------------------

    def join(
        self, newcomer: Newcomer, message: wire.Join, now: float
    ) -> tuple[Visitor, list[Effect]]:
        """Let somebody in; raises HallError ``forbidden``, ``hall_closed`` or ``hall_full``."""
        fine = self.may(newcomer.actor, action_asked(message))
        if not fine or (message.unseen and not self.entitled.may_hide(newcomer.actor)):
            raise HallError("forbidden")
        if not self.admits(newcomer.actor):
            raise HallError("hall_closed")
        resumed = self._resumable(message.resume, newcomer)
        if resumed is not None:
            return resumed, self._resume(resumed, newcomer, message, now)
        effects = [] if message.unseen else self._make_space()
        visitor = self.audience.admit(newcomer, self.capacity, unseen=message.unseen)
        self.guides.follow()
        place, position = self.derived.arrival(message.spawn, visitor.slot)
        room = self.audience.room_of(visitor)
        room.table.enter(visitor.slot, encode_pose(Pose(_eyes(position), place.rotation)))
        if visitor.unseen:
            room.table.hide(visitor.slot)
        else:
            room.shown += 1
            self.news.came(visitor)
        joined = self.arriving.joined(visitor, position, place.yaw, now, patches=None)
        return visitor, [*effects, Send([visitor], joined), *self._welcome(visitor)]

    def leave(self, visitor: Visitor) -> list[Effect]:
        """Somebody left for good: others are told at the next tick."""
        self._hide(visitor)
        self._forget(visitor)
        effects = self.guides.leave(visitor)
        self.audience.room_of(visitor).table.leave(visitor.slot)
        self.audience.release(visitor)
        return effects

    def lose(self, visitor: Visitor, now: float) -> None:
        """A connection broke: the place is kept for a while (``options.keep_place``)."""
        visitor.lost_at = now
        self._forget(visitor)

    def silence(self, visitor: Visitor) -> None:
        """Nothing was heard for long: others stop seeing this visitor."""
        self._hide(visitor)

    def hear(self, visitor: Visitor) -> None:
        """A silent visitor is heard again: others see them again."""
        if not visitor.hidden or visitor.unseen or visitor.lost_at is not None:
            return
        visitor.hidden = False
        room = self.audience.room_of(visitor)
        room.shown += 1
        room.table.show(visitor.slot)
        self.news.came(visitor)

    # --- talking ------------------------------------------------------------------------------

    def handle(
        self,
        visitor: Visitor,
        message: wire.AnyClientMessage,
        now: float,
        asker: Any = None,
        dialogue: str = "",
    ) -> list[Effect]:
        """Carry out what a visitor asks; raises HallError or SceneError, changing nothing.

        An edit is answered later, by an ``Answer`` whose tag is ``(asker, id of the request)``.
        ``dialogue`` says which talk with a guide a question belongs to.
        """
        effects = self.talking.carry_out(visitor, message, now, asker, dialogue)
        if isinstance(message, wire.Edit):
            self.busy_at = now
        return effects

    def archived(self, kept: Archive) -> list[Effect]:
        """The archive has this patch: tell those who may see it, and who asked for it."""
        answers = self.editing.archived(kept.layer, kept.revision)
        if kept.layer == "draft":
            return [*self.drafts.kept(kept), *answers]
        settled = self.settle()
        if kept.how != "publish":
            return [*settled, *answers]
        # Whoever follows the draft knows it empty before anybody is told that it is done.
        sends = [effect for effect in settled if isinstance(effect, Send)]
        others = [effect for effect in settled if not isinstance(effect, Send)]
        return [*sends, *self.drafts.kept(kept), *others, *answers]

    def settle(self) -> list[Effect]:
        """Tell everyone what has become durable, and those who asked that it has."""
        effects: list[Effect] = []
        for patch, answer in self.editing.settle():
            effects.append(Send(list(self.audience), patch))
            if answer is not None:
                effects.append(answer)
        if effects:
            effects += self.drafts.follow()
        effects += self._follow()
        effects += self.standing.follow(self.audience, self.editing.held)
        if effects and not self.is_open:
            effects += self.close("hall_closed", keep_staff=True)
        return effects

    # --- time ---------------------------------------------------------------------------------

    def tick(self, now: float) -> list[Effect]:
        """What the passing of time brings; called several times a second."""
        effects: list[Effect] = []
        for visitor in list(self.audience):
            effects += self._age(visitor, now)
        effects += [*self.news.tell(), *self.selections.tell(), *self.guides.beat(now)]
        busy_at = max(self.busy_at, self.guides.busy_at)
        if self.editing.layers.shared and now - busy_at > self.options.idle:
            self.editing.reset_shared()
            effects += self.settle()
        return effects

    def close(self, code: str, *, keep_staff: bool) -> list[Effect]:
        """Send visitors elsewhere because this hall closes or is deleted."""
        away = [v for v in self.audience if not (keep_staff and self.may(v.actor, CLOSED))]
        return [SendAway(away, code)] if away else []

    def _age(self, visitor: Visitor, now: float) -> list[Effect]:
        if visitor.lost_at is None:
            return []
        if now - visitor.lost_at > self.options.keep_place:
            return self.leave(visitor)
        if now - visitor.lost_at > self.options.ghost:
            self._hide(visitor)
        return []

    def may(self, actor: Actor, action: str) -> bool:
        """Whether somebody has this action in this hall, or in a booth of their own in it."""
        return self.entitled.may(actor, action)

    def admits(self, actor: Actor) -> bool:
        """Whether somebody may be here as things are."""
        return self.is_open or self.may(actor, CLOSED)

    # --- what is the case ---------------------------------------------------------------------

    @property
    def revision(self) -> int:
        """The revision that everyone has been told of."""
        return self.editing.layers.revision

    @property
    def capacity(self) -> int:
        """How many people one room takes."""
        return int(self.editing.layers.published.hall["capacity"])

    @property
    def is_open(self) -> bool:
        """True while visitors may come in."""
        return bool(self.editing.layers.published.hall["state"] == "open")

    # --- inside -------------------------------------------------------------------------------

    def _make_space(self) -> list[Effect]:
        """A place that is kept for a lost connection is given up before another room is opened."""
        if not self.audience.has_space(self.capacity):
            ghost = self.audience.longest_lost()
            if ghost is not None:
                return self.leave(ghost)
        return []

    def _follow(self) -> list[Effect]:
        """People are where the scene as it is now lets them be: in its bounds, on its seats."""
        published, before = self.editing.layers.published, self.followed
        self.followed = published
        told: list[Effect] = []
        if published is not before:
            self.questions.clear_seats()
            told = self.guides.follow()
        bounds = published.hall["bounds"]
        if bounds is before.hall["bounds"]:
            return told
        outside = self.audience.bound(tuple(bounds["min"]), tuple(bounds["max"]))
        return [*told, SendAway(outside, "hall_changed", back=True)] if outside else told

    def _resumable(self, resume: wire.Resume | None, newcomer: Newcomer) -> Visitor | None:
        if resume is None:
            return None
        visitor = self.audience.by_ticket.get(resume.ticket)
        if visitor is None or visitor.actor.id != newcomer.actor.id:
            return None
        may_stay = not visitor.unseen or self.entitled.may_hide(newcomer.actor)
        return visitor if may_stay else None

    def _resume(
        self, visitor: Visitor, newcomer: Newcomer, message: wire.Join, now: float
    ) -> list[Effect]:
        self.audience.retake(visitor, newcomer)
        self.hear(visitor)
        patches = None
        if message.resume is not None and message.resume.epoch == self.epoch:
            patches = self.editing.replay.since(message.resume.revision, self.revision)
        room = self.audience.room_of(visitor)
        x, y, z = room.table.position(visitor.slot)
        joined = self.arriving.joined(visitor, (x, y - EYES, z), 0.0, now, patches=patches)
        return [Send([visitor], joined), *self._welcome(visitor)]

    def _welcome(self, visitor: Visitor) -> list[Effect]:
        """What somebody is told right after ``joined``."""
        return [
            Send([visitor], self.standing.rights.of(visitor.actor)),
            *self.selections.welcome(visitor),
            *self.guides.welcome(visitor),
        ]

    def _forget(self, visitor: Visitor) -> None:
        self.drafts.forget(visitor)
        self.selections.forget(visitor)

    def _hide(self, visitor: Visitor) -> None:
        if visitor.hidden:
            return
        visitor.hidden = True
        room = self.audience.room_of(visitor)
        room.shown -= 1
        room.table.hide(visitor.slot)
        self.news.went(visitor)


def _eyes(feet: tuple[float, float, float]) -> tuple[float, float, float]:
    return (feet[0], feet[1] + EYES, feet[2])
