"""A hall's scene with its three layers, one revision counter, and nothing shown before it is safe.

*Published* is durable and seen by all. *Draft* is a log of edits on top of it (``draft.py``),
durable and seen by editors, published as one patch. *Shared* is an overlay of path to value (taken
apart, variant, animation, something being dragged), revisioned but never archived.

An edit is *prepared* against the newest prepared state, gets the next revision, and *settles* when
the archive says that it is durable; edits settle in order, so that what visitors see is always a
prefix of what was prepared.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from scenes.compose import Composed, Composer, compose
from scenes.draft import Draft
from scenes.findings import Finding, SceneError, StaleError
from scenes.names import parse_path
from scenes.operations import Operation, is_structural
from scenes.properties import properties_of
from scenes.space import KEPT
from scenes.state import SceneState

Layer = Literal["published", "draft", "shared"]
MOST_SHARED = 4096


@dataclass(slots=True)
class Change:
    """One prepared edit. ``durable`` turns true when the archive has it (shared: at once)."""

    revision: int
    layer: Layer
    ops: list[Operation]
    inverse: list[Operation]
    author: str
    state: SceneState
    durable: bool
    note: str = ""
    tag: Any = None


@dataclass(slots=True)
class Layers:
    """The layers of one hall. Changed only by the hall that owns it.

    ``draft`` has every prepared edit; ``kept_draft`` those that are durable: what may be told.
    """

    published: SceneState
    revision: int = 0
    draft: Draft = field(default_factory=Draft)
    kept_draft: Draft = field(default_factory=Draft)
    shared: dict[str, Any] = field(default_factory=dict)
    structural: int = 0
    _pending: deque[Change] = field(default_factory=deque)
    _prepared: Composer = field(default_factory=Composer)
    _told: Composer = field(default_factory=Composer)

    @property
    def head(self) -> SceneState:
        """The published layer with every prepared change, settled or not."""
        return self._pending[-1].state if self._pending else self.published

    @property
    def next_revision(self) -> int:
        """The revision that the next prepared change gets."""
        return (self._pending[-1].revision if self._pending else self.revision) + 1

    @property
    def composed(self) -> Composed:
        """The prepared draft on top of every prepared change."""
        return self._prepared.compose(self.head, self.draft)

    @property
    def told(self) -> Composed:
        """The durable draft on top of what is published: what editors see."""
        return self._told.compose(self.published, self.kept_draft)

    @property
    def draft_number(self) -> int:
        """Of the draft's newest durable change."""
        return self.kept_draft.number

    @property
    def draft_state(self) -> SceneState:
        """The published layer with the draft on top, as far as it applies."""
        return self.told.state

    def prepare(
        self, ops: Sequence[Operation], base: int, author: str, *, note: str = "", tag: Any = None
    ) -> Change:
        """Check an edit of the published layer and queue it; raises SceneError or StaleError."""
        self._check_base(ops, base)
        applied = self.head.apply(ops)
        change = Change(
            self.next_revision, "published", list(ops), applied.inverse, author, applied.state,
            durable=False, note=note, tag=tag,
        )  # fmt: skip
        if applied.structural:
            self.structural = change.revision
        self._pending.append(change)
        return change

    def prepare_shared(self, ops: Sequence[Operation], author: str, *, tag: Any = None) -> Change:
        """Check an edit of the shared layer and queue it behind those still on their way."""
        findings: list[Finding] = []
        for index, operation in enumerate(ops):
            try:
                findings.extend(self._shared_findings(operation, f"/ops/{index}"))
            except SceneError as error:
                findings.extend(error.findings)
        if len(self.shared) + len(ops) > MOST_SHARED and self._grown(ops) > MOST_SHARED:
            findings.append(Finding("/ops", "too_many"))
        if findings:
            raise SceneError("patch_invalid", findings)
        change = Change(
            self.next_revision, "shared", list(ops), [], author, self.head, durable=True, tag=tag
        )
        self._pending.append(change)
        return change

    def prepare_draft(self, ops: Sequence[Operation], base: int, author: str) -> Draft:
        """Check an edit of the draft; the draft as it will be. Raises SceneError, StaleError."""
        self._check_base(ops, base)
        self.composed.state.apply(ops)
        return self.draft.edit(author, ops)

    def turn_draft(self, how: Literal["undo", "redo"], author: str, *, anyway: bool) -> Draft:
        """The draft with the author's edit undone or done again.

        Raises SceneError ``nothing_to_undo``, ``nothing_to_redo``, or ``undo_conflict`` when others
        have edited the same since, or edits of theirs would be set aside.
        """
        turned = self.draft.undo(author) if how == "undo" else self.draft.redo(author)
        number = int(turned.log[-1].note.partition(":")[2])
        findings = [] if anyway else self.draft.clashes(number, author)
        if not anyway and not findings:
            findings = self._newly_aside(turned, author)
        if findings:
            raise SceneError("undo_conflict", findings)
        return turned

    def possible(self, ops: Sequence[Operation]) -> list[Operation]:
        """Those of some operations that apply, each on top of those before it."""
        state, kept = self.head, []
        for operation in ops:
            try:
                state = state.apply([operation]).state
            except SceneError:
                continue
            kept.append(operation)
        return kept

    def waiting(self) -> tuple[Change, ...]:
        """Changes that have been prepared and have not settled, oldest first."""
        return tuple(self._pending)

    def settle(self) -> list[Change]:
        """Take up every change at the front of the queue that is durable; returns them."""
        settled = []
        while self._pending and self._pending[0].durable:
            change = self._pending.popleft()
            self.revision = change.revision
            if change.layer == "shared":
                self._overlay(change.ops)
            else:
                self.published = change.state
                self._drop_orphans(change)
            settled.append(change)
        return settled

    def abandon(self) -> list[Change]:
        """Drop what has not settled (the archive failed); returns those changes."""
        lost = list(self._pending)
        self._pending.clear()
        self.structural = min(self.structural, self.revision)
        return lost

    def snapshot(self) -> dict[str, Any]:
        """What a newcomer needs: the published document and the shared values."""
        return {**self.published.document(), "shared": dict(self.shared)}

    def reset_shared(self, limit: int) -> list[Operation]:
        """Operations that put up to ``limit`` shared values back."""
        return [{"op": "unset", "path": path} for path in list(self.shared)[:limit]]

    def _newly_aside(self, draft: Draft, author: str) -> list[Finding]:
        """What of others' would not apply any more if this were the draft."""
        before = self.composed.numbers_aside
        return [
            Finding(str(one.edit.ops[0].get("path")), "would_be_aside")
            for one in compose(self.head, draft).aside
            if one.edit.author != author and one.edit.number not in before
        ]

    def _check_base(self, ops: Sequence[Operation], base: int) -> None:
        newest = self.next_revision - 1
        if any(is_structural(op) for op in ops) and (base < self.structural or base > newest):
            raise StaleError(newest)

    def _shared_findings(self, operation: Operation, at: str) -> list[Finding]:
        path = parse_path(str(operation.get("path", "")), f"{at}/path")
        unset = operation.get("op") == "unset"
        if unset and str(path) in self.shared:
            return []
        node = self.head.nodes.get(path.node)
        if path.root != "nodes" or len(path.keys) != 1 or not (unset or _sets(operation)):
            return [Finding(f"{at}/path", "not_shareable")]
        if node is None:
            return [Finding(f"{at}/path", "no_such_node", "error", path.node)]
        key = path.keys[0]
        checker = properties_of(node["kind"]).get(key)
        if checker is None or key in KEPT or key in ("kind", "parent", "name"):
            return [Finding(f"{at}/path", "not_shareable", "error", key)]
        if unset:
            return []
        found = list(checker(operation["value"], f"{at}/value"))
        return found or _belongs(node, key, operation["value"], f"{at}/value")

    def _overlay(self, ops: Sequence[Operation]) -> None:
        for operation in ops:
            path = str(parse_path(operation["path"]))
            if operation["op"] == "set":
                self.shared[path] = operation["value"]
            else:
                self.shared.pop(path, None)

    def _drop_orphans(self, change: Change) -> None:
        """A removed node takes its shared values with it, here and in every client alike.

        Also when the same patch makes a node of that name again, so not what is left counts but
        what was removed: all that the inverse adds.
        """
        gone = {parse_path(op["path"]).node for op in change.inverse if op["op"] == "add"}
        if gone:
            self.shared = {
                path: value
                for path, value in self.shared.items()
                if parse_path(path).node not in gone
            }

    def _grown(self, ops: Sequence[Operation]) -> int:
        """How many shared values there may be after these operations."""
        return len(self.shared.keys() | {op.get("path") for op in ops})


def _sets(operation: Operation) -> bool:
    return operation.get("op") == "set" and "value" in operation


def _belongs(node: Mapping[str, Any], key: str, value: Any, at: str) -> list[Finding]:
    """A variant or clip must be one that the model has."""
    model = node.get("model", {})
    if key == "variant" and value is not None and value not in model.get("variants", ()):
        return [Finding(at, "no_such_variant", "error", str(value)[:64])]
    if key == "animation" and value is not None and value["clip"] not in model.get("clips", ()):
        return [Finding(f"{at}/clip", "no_such_clip", "error", str(value["clip"])[:64])]
    return []
