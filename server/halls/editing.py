"""Edits of one hall's scene: who may, what is archived, what everyone is told, undo and redo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from scenes.diff import diff
from scenes.draft import Draft, DraftEdit
from scenes.findings import SceneError
from scenes.history import Entry, History
from scenes.layers import Layer, Layers
from scenes.operations import Operation
from scenes.state import SceneState
from server.access.actor import Actor, Thing
from server.access.live import action_of
from server.halls.asked import action_of_edit
from server.halls.booths import Booths
from server.halls.drafts import wired
from server.halls.effects import Answer, Archive, Effect, How
from server.halls.errors import HallError
from server.halls.replay import Replay
from server.wire.messages import KeptLayer, Patch

RESET_AT_ONCE = 256
EDIT = action_of("edit", "published")


class _Drafting(NamedTuple):
    """Something done to the draft that the archive has not confirmed: the draft after it, and who
    waits to hear of it (nobody here, when a published patch brings the answer)."""

    after: Draft
    tag: Any = None


@dataclass(slots=True)
class Editing:
    """The layers of a hall with their history, and the patches on their way to the archive."""

    hall: str
    layers: Layers
    history: History
    replay: Replay = field(default_factory=Replay)
    booths: Booths = field(init=False)
    _drafting: dict[tuple[str, int], _Drafting] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.booths = Booths(self.hall)

    def edit(
        self,
        layer: Layer,
        ops: Sequence[Operation],
        base: int,
        *,
        actor: Actor,
        tag: Any = None,
        note: str = "",
        vouched: bool = False,
    ) -> list[Effect]:
        """Check an edit and start it on its way; raises HallError or SceneError.

        Whoever may not edit the hall may still furnish a booth of their own; ``vouched`` says that
        what is put there comes from the archive.
        """
        author = actor.id
        if not actor.may(action_of_edit(layer, ops), Thing(hall=self.hall)):
            self._furnish(layer, ops, actor, vouched=vouched)
        if layer == "shared":
            self.layers.prepare_shared(ops, author, tag=tag)
            return []
        if layer == "draft":
            return [self._draft(ops, base, author, tag)]
        return [self._publish(ops, base, author, tag, note)]

    def undo(
        self,
        layer: KeptLayer,
        author: str,
        tag: Any,
        *,
        anyway: bool = False,
        actor: Actor | None = None,
    ) -> list[Effect]:
        """Undo the author's newest change of a layer, as far as the rights of ``actor`` reach.

        Raises SceneError ``nothing_to_undo``, ``undo_conflict`` (others have changed the same
        since, or it does not apply any more; with ``anyway`` what applies is undone all the same).
        """
        if layer == "draft":
            return [self._turn_draft("undo", author, tag, anyway)]
        ops, note = self.history.undo(author, anyway=anyway)
        return [self._turn(ops, author, tag, note, anyway, actor)]

    def redo(
        self,
        layer: KeptLayer,
        author: str,
        tag: Any,
        *,
        anyway: bool = False,
        actor: Actor | None = None,
    ) -> list[Effect]:
        """Do the author's last undone change of a layer again.

        Raises SceneError ``nothing_to_redo``, ``undo_conflict``.
        """
        if layer == "draft":
            return [self._turn_draft("redo", author, tag, anyway)]
        ops, note = self.history.redo(author, anyway=anyway)
        return [self._turn(ops, author, tag, note, anyway, actor)]

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
        """Publish what of the draft is in force as one patch; what is aside stays in the draft.

        ``words`` say in the history what it is about. Raises SceneError ``draft_empty``, or
        ``draft_aside`` when nothing of it applies.
        """
        composed = self.layers.composed
        if not composed.ops:
            raise SceneError("draft_aside" if composed.aside else "draft_empty")
        spare = composed.numbers_aside
        after = self.layers.draft.emptied(spare)
        note = f"publish:{words}" if words else "publish"
        effect = self._publish(
            composed.ops, self._newest, author, tag, note, how="publish", spare=spare
        )
        self._drafting[("published", effect.revision)] = _Drafting(after)
        self.layers.draft = after
        return [effect]

    def discard(self, author: str, tag: Any) -> list[Effect]:
        """Throw the draft away."""
        return [self._redraft(self.layers.draft.emptied(), author, tag, how="discard")]

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
        if kept is not None:
            self.layers.kept_draft = kept.after
        if kept is None or kept.tag is None:
            return []
        return [Answer(kept.tag, self.layers.revision)]

    def archive_failed(self, code: str = "archive_failed") -> list[Effect]:
        """The archive refused: what has not settled is given up, and its authors told."""
        tags = [change.tag for change in self.layers.abandon()]
        tags += [entry.tag for entry in self._drafting.values()]
        self.history.forget_after(self.layers.revision)
        self.layers.draft = self.layers.kept_draft
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
                wired(change.ops),
                change.author,
            )
            self.replay.record(patch)
            answer = None if change.tag is None else Answer(change.tag, change.revision)
            told.append((patch, answer))
        return told

    @property
    def held(self) -> Mapping[str, frozenset[str]]:
        """Booths as they are published, by the enterprise that has them."""
        return self.booths.held(self.layers.published.nodes)

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
        spare: tuple[int, ...] = (),
    ) -> Archive:
        change = self.layers.prepare(ops, base, author, note=note, tag=tag)
        # At once, so that two undos in quick succession undo two changes.
        self.history.record(Entry(change.revision, author, change.inverse, note))
        return Archive(
            self.hall, "published", change.revision, author, change.ops, change.inverse, note, how,
            spare,
        )  # fmt: skip

    def _furnish(
        self, layer: Layer, ops: Sequence[Operation], actor: Actor, *, vouched: bool
    ) -> None:
        """See that this is the furnishing of one's own booth; raises HallError, SceneError."""
        if layer != "published" or not self.booths.of(actor, self.layers.head.nodes):
            raise HallError("forbidden")
        self.booths.check(self.layers.head, ops, actor, vouched=vouched)

    def _turn(
        self,
        ops: Sequence[Operation],
        author: str,
        tag: Any,
        note: str,
        anyway: bool,
        actor: Actor | None,
    ) -> Archive:
        """An undo or redo as a patch; what it would change may be gone, or another's by now."""
        possible = self.layers.possible(ops) if anyway else ops
        if actor is not None and not actor.may(EDIT, Thing(hall=self.hall)):
            self._furnish("published", possible, actor, vouched=True)
        try:
            return self._publish(possible, self._newest, author, tag, note)
        except SceneError as error:
            raise SceneError("undo_conflict", error.findings) from None

    def _draft(self, ops: Sequence[Operation], base: int, author: str, tag: Any) -> Archive:
        return self._redraft(self.layers.prepare_draft(ops, base, author), author, tag)

    def _turn_draft(
        self, how: Literal["undo", "redo"], author: str, tag: Any, anyway: bool
    ) -> Archive:
        return self._redraft(self.layers.turn_draft(how, author, anyway=anyway), author, tag)

    def _redraft(self, draft: Draft, author: str, tag: Any, how: How = "append") -> Archive:
        self._drafting[("draft", draft.number)] = _Drafting(draft, tag)
        self.layers.draft = draft
        line = draft.log[-1] if how == "append" else DraftEdit(draft.number, author)
        ops = list(line.ops)
        return Archive(self.hall, "draft", draft.number, author, ops, [], line.note, how)
