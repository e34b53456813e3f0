"""Edits of one hall's scene: who may, what is archived, what everyone is told, undo and redo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from scenes.diff import diff
from scenes.findings import Finding, SceneError
from scenes.history import Entry, History
from scenes.layers import Change, Layer, Layers
from scenes.names import INTERACTION, parse_path
from scenes.operations import Operation
from scenes.state import SceneState
from server.access.policy import Role, allows
from server.halls.effects import Answer, Archive, Effect
from server.halls.errors import HallError
from server.halls.replay import Replay
from server.wire.messages import Operation as WireOperation
from server.wire.messages import Patch

RESET_AT_ONCE = 256


@dataclass(slots=True)
class Editing:
    """The layers of a hall with their history, and the patches on their way to the archive."""

    hall: str
    layers: Layers
    history: History
    replay: Replay = field(default_factory=Replay)
    _drafting: list[tuple[int, list[Operation], Any]] = field(default_factory=list)

    def edit(
        self,
        layer: Layer,
        ops: Sequence[Operation],
        base: int,
        *,
        author: str,
        role: Role,
        tag: Any = None,
        note: str = "",
    ) -> list[Effect]:
        """Check an edit and start it on its way; raises HallError or SceneError."""
        if not allows(role, _action(layer, ops)):
            raise HallError("forbidden")
        if layer == "shared":
            self.layers.prepare_shared(ops, author, tag=tag)
            return []
        if layer == "draft":
            return [self._draft(ops, base, author, tag)]
        change = self.layers.prepare(ops, base, author, note=note, tag=tag)
        return [self._archive(change)]

    def undo(self, author: str, tag: Any) -> list[Effect]:
        """Undo the author's newest change; raises SceneError ``nothing_to_undo``."""
        return self._step(self.history.undo(author), author, tag)

    def redo(self, author: str, tag: Any) -> list[Effect]:
        """Do the author's last undone change again; raises SceneError ``nothing_to_redo``."""
        return self._step(self.history.redo(author), author, tag)

    def restore(self, document: Any, author: str, tag: Any, note: str) -> list[Effect]:
        """Go to a whole earlier state by one patch; no effect when it is the same."""
        ops = diff(self.layers.head, SceneState.load(document))
        return self._step((ops, note), author, tag) if ops else []

    def publish(self, author: str, tag: Any) -> list[Effect]:
        """Publish the draft as one patch; raises SceneError ``draft_empty`` or its findings."""
        if not self.layers.draft:
            raise SceneError("draft_empty")
        ops = list(self.layers.draft)
        change = self.layers.prepare(
            ops, self.layers.next_revision - 1, author, note="publish", tag=tag
        )
        self.layers.draft = []
        return [self._archive(change, publishes=True)]

    def reset_shared(self) -> None:
        """Put the shared layer back to what is published."""
        ops = self.layers.reset_shared(RESET_AT_ONCE)
        if ops:
            self.layers.prepare_shared(ops, "")

    def archived(self, layer: Layer, revision: int) -> list[Effect]:
        """The archive has this patch."""
        if layer == "draft":
            answers: list[Effect] = [
                Answer(tag, self.layers.revision)
                for number, _, tag in self._drafting
                if number == revision and tag is not None
            ]
            self._drafting = [entry for entry in self._drafting if entry[0] != revision]
            return answers
        for change in self.layers.waiting():
            if change.revision == revision:
                change.durable = True
        return []

    def archive_failed(self) -> list[Effect]:
        """The archive refused: what has not settled is given up, and its authors told."""
        lost = self.layers.abandon()
        answers = [change.tag for change in lost] + [tag for _, _, tag in self._drafting]
        for _, before, _ in self._drafting[:1]:
            self.layers.draft = before
        self._drafting.clear()
        return [
            Answer(tag, self.layers.revision, "archive_failed")
            for tag in answers
            if tag is not None
        ]

    def settle(self) -> list[tuple[Patch, Answer | None]]:
        """Patches that everyone may now see, each with the answer to who asked for it."""
        told = []
        for change in self.layers.settle():
            if change.layer == "published":
                self.history.record(
                    Entry(change.revision, change.author, change.inverse, change.note)
                )
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

    def _step(self, step: tuple[list[Operation], str], author: str, tag: Any) -> list[Effect]:
        ops, note = step
        base = self.layers.next_revision - 1
        return [self._archive(self.layers.prepare(ops, base, author, note=note, tag=tag))]

    def _draft(self, ops: Sequence[Operation], base: int, author: str, tag: Any) -> Archive:
        before = self.layers.draft
        self.layers.draft = self.layers.prepare_draft(ops, base)
        number = len(self.layers.draft)
        self._drafting.append((number, before, tag))
        return Archive(self.hall, "draft", number, author, list(ops), [])

    def _archive(self, change: Change, *, publishes: bool = False) -> Archive:
        return Archive(
            self.hall,
            "published",
            change.revision,
            change.author,
            change.ops,
            change.inverse,
            change.note,
            publishes,
        )


def _action(layer: Layer, ops: Sequence[Operation]) -> str:
    """What the policy table calls this edit."""
    if layer == "published":
        return "scene.edit"
    if layer == "draft":
        return "draft.edit"
    return "scene.interact" if all(map(_is_interaction, ops)) else "scene.drag"


def _is_interaction(operation: Operation) -> bool:
    path = operation.get("path")
    try:
        keys = parse_path(str(path)).keys
    except SceneError as error:
        raise SceneError("patch_invalid", [Finding("/ops", "bad_path")]) from error
    return len(keys) == 1 and keys[0] in INTERACTION


def wire_operation(operation: Operation) -> WireOperation:
    """A scene's operation as it is sent."""
    if "value" in operation:
        return WireOperation(operation["op"], operation["path"], operation["value"])
    return WireOperation(operation["op"], operation["path"])
