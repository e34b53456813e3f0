"""Edits of one hall's scene: who may, what is archived, what everyone is told, undo and redo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from scenes.diff import diff
from scenes.findings import SceneError
from scenes.history import Entry, History
from scenes.layers import Layer, Layers
from scenes.names import INTERACTION, parse_path
from scenes.operations import Operation
from scenes.state import SceneState
from server.access.actor import Actor, Thing
from server.halls.effects import Answer, Archive, Effect, How
from server.halls.errors import HallError
from server.halls.replay import Replay
from server.wire.messages import Operation as WireOperation
from server.wire.messages import Patch

RESET_AT_ONCE = 256


class _Drafting(NamedTuple):
    """Something done to the draft that the archive has not confirmed: how the draft was before,
    and who waits to hear of it (nobody here, when a published patch brings the answer)."""

    before: list[Operation]
    tag: Any = None


@dataclass(slots=True)
class Editing:
    """The layers of a hall with their history, and the patches on their way to the archive."""

    hall: str
    layers: Layers
    history: History
    replay: Replay = field(default_factory=Replay)
    _drafting: dict[tuple[str, int], _Drafting] = field(default_factory=dict)

    def edit(
        self,
        layer: Layer,
        ops: Sequence[Operation],
        base: int,
        *,
        actor: Actor,
        tag: Any = None,
        note: str = "",
    ) -> list[Effect]:
        """Check an edit and start it on its way; raises HallError or SceneError."""
        author = actor.id
        if not actor.may(_action(layer, ops), Thing(hall=self.hall)):
            raise HallError("forbidden")
        if layer == "shared":
            self.layers.prepare_shared(ops, author, tag=tag)
            return []
        if layer == "draft":
            return [self._draft(ops, base, author, tag)]
        return [self._publish(ops, base, author, tag, note)]

    def undo(self, author: str, tag: Any) -> list[Effect]:
        """Undo the author's newest change; raises SceneError ``nothing_to_undo``."""
        ops, note = self.history.undo(author)
        return [self._publish(ops, self._newest, author, tag, note)]

    def redo(self, author: str, tag: Any) -> list[Effect]:
        """Do the author's last undone change again; raises SceneError ``nothing_to_redo``."""
        ops, note = self.history.redo(author)
        return [self._publish(ops, self._newest, author, tag, note)]

    def restore(self, document: Any, author: str, tag: Any, note: str) -> list[Effect]:
        """Go to a whole earlier state by one patch; nothing to archive when it is the same."""
        ops = diff(self.layers.head, SceneState.load(document))
        if ops:
            return [self._publish(ops, self._newest, author, tag, note)]
        if not self.layers.waiting():
            return [] if tag is None else [Answer(tag, self.layers.revision)]
        # An empty change: its answer comes when all that it was compared with is durable.
        self.layers.prepare_shared([], author, tag=tag)
        return []

    def publish(self, author: str, tag: Any, words: str = "") -> list[Effect]:
        """Publish the draft as one patch; raises SceneError ``draft_empty`` or its findings.

        ``words`` say in the history what it is about.
        """
        draft = self.layers.draft
        if not draft:
            raise SceneError("draft_empty")
        note = f"publish:{words}" if words else "publish"
        effect = self._publish(draft, self._newest, author, tag, note, how="publish")
        self._drafting[("published", effect.revision)] = _Drafting(draft)
        self.layers.draft = []
        return [effect]

    def discard(self, author: str, tag: Any) -> list[Effect]:
        """Throw the draft away."""
        return [self._redraft([], [], author, tag, how="discard")]

    def reset_shared(self) -> None:
        """Put the shared layer back to what is published."""
        ops = self.layers.reset_shared(RESET_AT_ONCE)
        if ops:
            self.layers.prepare_shared(ops, "")

    def archived(self, layer: Layer, revision: int) -> list[Effect]:
        """The archive has this patch."""
        kept = self._drafting.pop((layer, revision), None)
        for change in self.layers.waiting() if layer == "published" else ():
            if change.revision == revision:
                change.durable = True
        if kept is None or kept.tag is None:
            return []
        return [Answer(kept.tag, self.layers.revision)]

    def archive_failed(self, code: str = "archive_failed") -> list[Effect]:
        """The archive refused: what has not settled is given up, and its authors told."""
        tags = [change.tag for change in self.layers.abandon()]
        tags += [entry.tag for entry in self._drafting.values()]
        self.history.forget_after(self.layers.revision)
        for oldest in list(self._drafting.values())[:1]:
            self.layers.draft = oldest.before
        self._drafting.clear()
        return [Answer(tag, self.layers.revision, code) for tag in tags if tag is not None]

    def settle(self) -> list[tuple[Patch, Answer | None]]:
        """Patches that everyone may now see, each with the answer to who asked for it."""
        told = []
        for change in self.layers.settle():
            patch = Patch(
                self.hall,
                change.revision,
                change.layer,
                [wire_operation(op) for op in change.ops],
                change.author,
            )
            self.replay.record(patch)
            answer = None if change.tag is None else Answer(change.tag, change.revision)
            told.append((patch, answer))
        return told

    @property
    def _newest(self) -> int:
        return self.layers.next_revision - 1

    def _publish(
        self,
        ops: Sequence[Operation],
        base: int,
        author: str,
        tag: Any,
        note: str,
        how: How = "append",
    ) -> Archive:
        change = self.layers.prepare(ops, base, author, note=note, tag=tag)
        # At once, so that two undos in quick succession undo two changes.
        self.history.record(Entry(change.revision, author, change.inverse, note))
        return Archive(
            self.hall, "published", change.revision, author, change.ops, change.inverse, note, how
        )

    def _draft(self, ops: Sequence[Operation], base: int, author: str, tag: Any) -> Archive:
        return self._redraft(self.layers.prepare_draft(ops, base), list(ops), author, tag)

    def _redraft(
        self,
        draft: list[Operation],
        ops: list[Operation],
        author: str,
        tag: Any,
        how: How = "append",
    ) -> Archive:
        layers = self.layers
        layers.draft_number += 1
        self._drafting[("draft", layers.draft_number)] = _Drafting(layers.draft, tag)
        layers.draft = draft
        return Archive(self.hall, "draft", layers.draft_number, author, ops, [], how=how)


def _action(layer: Layer, ops: Sequence[Operation]) -> str:
    """What the policy table calls this edit."""
    if layer == "published":
        return "scene.edit"
    if layer == "draft":
        return "draft.edit"
    return "scene.interact" if all(map(_is_interaction, ops)) else "scene.drag"


def _is_interaction(operation: Operation) -> bool:
    """A path that names nothing is left to the layer, which reports every fault."""
    try:
        keys = parse_path(str(operation.get("path"))).keys
    except SceneError:
        return True
    return len(keys) == 1 and keys[0] in INTERACTION


def wire_operation(operation: Operation) -> WireOperation:
    """A scene's operation as it is sent."""
    if "value" in operation:
        return WireOperation(operation["op"], operation["path"], operation["value"])
    return WireOperation(operation["op"], operation["path"])
