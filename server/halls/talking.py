"""What visitors say in a hall, carried out: the table is asked about every message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from msgspec import UNSET

from server.access.actor import Actor
from server.access.limits import Bucket
from server.access.live import BOOTH
from server.access.naming import clean_name
from server.halls.asked import action_asked
from server.halls.audience import Audience
from server.halls.drafts import Drafts
from server.halls.editing import Editing
from server.halls.effects import Complaint, Effect, Send
from server.halls.errors import HallError
from server.halls.guides.guides import Guides
from server.halls.news import News
from server.halls.questions import Questions
from server.halls.selections import SelectionBook
from server.halls.visitor import Visitor, plain
from server.wire import messages as wire

INTERACTIONS = 200.0
"""Operations a second that all visitors of a hall together may have everyone told of."""


@dataclass(slots=True)
class Talking:
    """The ear of one hall."""

    editing: Editing
    audience: Audience
    news: News
    questions: Questions
    drafts: Drafts
    selections: SelectionBook
    may: Callable[[Actor, str], bool]
    settle: Callable[[], list[Effect]]
    guides: Guides
    interactions: Bucket = field(default_factory=lambda: Bucket(INTERACTIONS, 3 * INTERACTIONS))

    def carry_out(
        self,
        visitor: Visitor,
        message: wire.AnyClientMessage,
        now: float,
        asker: Any,
        dialogue: str = "",
    ) -> list[Effect]:
        """Carry out what a visitor asks; raises HallError or SceneError, changing nothing.

        An edit is answered later, by an ``Answer`` whose tag is ``(asker, id of the request)``.
        """
        if not self.may(visitor.actor, action_asked(message)) and not self._furnishes(
            visitor, message
        ):
            raise HallError("forbidden")
        match message:
            case wire.Edit():
                return self._edit(visitor, message, now, asker)
            case wire.Undo() | wire.Redo():
                return self._turn(visitor, message, now, asker)
        if not _bucket(visitor, message).take(now):
            raise HallError("too_many_questions")
        match message:
            case wire.Me():
                return self._change(visitor, message)
            case wire.WatchDraft():
                return [Send([visitor], self.drafts.watch(visitor, message))]
            case wire.Select(nodes, moving):
                self.selections.choose(visitor, nodes, moving)
                return []
            case wire.Report():
                return [self._complaint(visitor, message)]
            case wire.Ask():
                return self.guides.ask(visitor, message, now, dialogue)
            case wire.Hush():
                return self.guides.hush(visitor, message, now)
            case wire.FindPath() | wire.Need() | wire.Who() | wire.Sit():
                return [Send([visitor], self.questions.reply(visitor, message, now))]
            case _:
                raise TypeError(f"{type(message).__name__} is not for a hall")

    def _furnishes(self, visitor: Visitor, message: wire.AnyClientMessage) -> bool:
        """Whether this may be about a booth of their own; which one, editing looks at."""
        match message:
            case wire.Edit() | wire.Undo() | wire.Redo():
                return message.layer == "published" and self.may(visitor.actor, BOOTH)
        return False

    def _change(self, visitor: Visitor, message: wire.Me) -> list[Effect]:
        """A new look, and a new name unless it is an account's; the muted keep theirs."""
        name = visitor.name if visitor.newcomer.proven else clean_name(message.name)
        if visitor.muted and (name, message.body) != (visitor.name, visitor.body):
            raise HallError("muted")
        visitor.name, visitor.body, visitor.lang = name, plain(message.body), message.lang
        self.news.changed(visitor)
        return []

    def _complaint(self, visitor: Visitor, message: wire.Report) -> Complaint:
        slots = self.audience.room_of(visitor).slots
        about = slots[message.who] if message.who < len(slots) else None
        if about is None or about is visitor:
            raise HallError("person_unknown")
        return Complaint(visitor, about, message.id, message.reason, message.words)

    def _turn(
        self, visitor: Visitor, message: wire.Undo | wire.Redo, now: float, asker: Any
    ) -> list[Effect]:
        self._charge(visitor, 1, now)
        editing = self.editing
        act = editing.undo if isinstance(message, wire.Undo) else editing.redo
        actor, tag = visitor.actor, (asker, message.id)
        effects = act(message.layer, actor.id, tag, anyway=message.anyway, actor=actor)
        return effects + self.settle()

    def _edit(self, visitor: Visitor, message: wire.Edit, now: float, asker: Any) -> list[Effect]:
        if visitor.muted and message.layer == "shared":
            raise HallError("muted")
        self._charge(visitor, len(message.ops), now)
        effects = self.editing.edit(
            message.layer,
            [operation_json(operation) for operation in message.ops],
            message.base,
            actor=visitor.actor,
            tag=(asker, message.id),
        )
        return effects + self.settle()

    def _charge(self, visitor: Visitor, operations: int, now: float) -> None:
        """Everybody here is told of every operation, so visitors have so many and no more."""
        if self.may(visitor.actor, "draft.edit") or self.may(visitor.actor, BOOTH):
            fine = visitor.edits.take(now)
        else:
            fine = visitor.edits.take(now, operations) and self.interactions.take(now, operations)
        if not fine:
            raise HallError("too_many_edits")


def _bucket(visitor: Visitor, message: wire.AnyClientMessage) -> Bucket:
    match message:
        case wire.Me() | wire.Sit():
            return visitor.changes
        case wire.Report():
            return visitor.reports
        case wire.Select():
            return visitor.edits
        case _:
            return visitor.questions


def operation_json(operation: wire.Operation) -> dict[str, Any]:
    """A wire operation as the scene keeps it."""
    plain: dict[str, Any] = {"op": operation.op, "path": operation.path}
    if operation.value is not UNSET:
        plain["value"] = operation.value
    return plain
