"""A draft on top of a scene: what is in force, what it comes to, and what is set aside."""

from __future__ import annotations

from dataclasses import dataclass, field

from scenes.draft import Draft, DraftEdit
from scenes.findings import SceneError
from scenes.operations import Operation
from scenes.state import SceneState


@dataclass(frozen=True, slots=True)
class Aside:
    """A standing edit that does not apply, and the code of the first reason."""

    edit: DraftEdit
    code: str


@dataclass(frozen=True, slots=True)
class Composed:
    """What a draft comes to. ``ops``: those in force, in order; together they lead to ``state``."""

    state: SceneState
    ops: list[Operation]
    aside: tuple[Aside, ...] = ()

    @property
    def numbers_aside(self) -> tuple[int, ...]:
        """Which edits are kept but not in force."""
        return tuple(one.edit.number for one in self.aside)


def compose(base: SceneState, draft: Draft) -> Composed:
    """Put every standing edit that applies, one by one and each whole, on top of ``base``."""
    ops = draft.operations
    try:
        return Composed(base.apply(ops).state, ops)
    except SceneError:
        return _one_by_one(base, draft)


def _one_by_one(base: SceneState, draft: Draft) -> Composed:
    state = base
    ops: list[Operation] = []
    aside: list[Aside] = []
    for edit in draft.standing:
        try:
            state = state.apply(edit.ops).state
        except SceneError as error:
            aside.append(Aside(edit, next((f.code for f in error.findings), error.code)))
        else:
            ops += edit.ops
    return Composed(state, ops, tuple(aside))


@dataclass(slots=True)
class Composer:
    """Composes, and remembers the last answer: a growing draft costs only what is new in it."""

    _base: SceneState | None = None
    _draft: Draft = field(default_factory=Draft)
    _last: Composed | None = None

    def compose(self, base: SceneState, draft: Draft) -> Composed:
        """As ``compose``."""
        if self._last is None or base is not self._base:
            self._last = compose(base, draft)
        elif draft is not self._draft:
            self._last = self._grown(self._last, draft) or compose(base, draft)
        self._base, self._draft = base, draft
        return self._last

    def _grown(self, last: Composed, draft: Draft) -> Composed | None:
        known = self._draft.standing
        if len(draft.standing) != len(known) + 1 or draft.standing[:-1] != known:
            return None
        newest = draft.standing[-1]
        try:
            state = last.state.apply(newest.ops).state
        except SceneError:
            return None
        return Composed(state, [*last.ops, *newest.ops], last.aside)
