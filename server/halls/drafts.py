"""Who follows the draft of a hall, and what they are told of it.

Followers know the draft as a list of operations with a number. One more edit reaches them as a
patch with the next number; whatever else happens to the draft (undone, published, thrown away, an
edit set aside by what was published below it) reaches them as the whole draft.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from scenes.layers import Layers
from scenes.operations import Operation
from server.halls.effects import Archive, Send
from server.halls.visitor import Visitor
from server.wire import messages as wire


@dataclass(slots=True)
class Drafts:
    """The followers of one hall's draft."""

    hall: str
    layers: Layers
    watchers: set[Visitor] = field(default_factory=set)
    _aside: tuple[int, ...] = ()
    """Which edits followers know to be set aside."""

    def watch(self, visitor: Visitor, message: wire.WatchDraft) -> wire.AnyServerMessage:
        """Begin to follow, or stop."""
        if not message.draft:
            self.watchers.discard(visitor)
            return wire.Done(message.id, self.layers.revision)
        self.watchers.add(visitor)
        return self._whole(message.id)

    def forget(self, visitor: Visitor) -> None:
        """They are gone, or may not read it any more."""
        self.watchers.discard(visitor)

    def kept(self, kept: Archive) -> list[Send]:
        """Something done to the draft is durable: tell it."""
        if not self.watchers:
            return []
        is_edit = kept.layer == "draft" and kept.how == "append" and not kept.note
        if not is_edit or self.layers.told.numbers_aside != self._aside:
            return [Send(list(self.watchers), self._whole(None))]
        ops = [wire_operation(op) for op in kept.ops]
        patch = wire.Patch(
            self.hall, self.layers.revision, "draft", ops, kept.author, kept.revision
        )
        return [Send(list(self.watchers), patch)]

    def follow(self) -> list[Send]:
        """What is published below the draft has changed: tell what that means for the draft."""
        if not self.watchers or self.layers.told.numbers_aside == self._aside:
            return []
        return [Send(list(self.watchers), self._whole(None))]

    def _whole(self, request: int | None) -> wire.Drafted:
        told = self.layers.told
        self._aside = told.numbers_aside
        aside = [
            wire.Aside(one.edit.number, one.edit.author, wired(one.edit.ops), one.code)
            for one in told.aside
        ]
        number, revision = self.layers.kept_draft.number, self.layers.revision
        return wire.Drafted(request, number, revision, wired(told.ops), aside)


def wired(operations: Iterable[Operation]) -> list[wire.Operation]:
    """A scene's operations as they are sent."""
    return [wire_operation(operation) for operation in operations]


def wire_operation(operation: Operation) -> wire.Operation:
    """A scene's operation as it is sent."""
    if "value" in operation:
        return wire.Operation(operation["op"], operation["path"], operation["value"])
    return wire.Operation(operation["op"], operation["path"])
