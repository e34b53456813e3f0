"""A draft on top of a scene that changes below it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scenes.compose import Composer, compose
from scenes.draft import Draft
from scenes.state import SceneState
from tests.scenes.samples import hall_document

BASE = SceneState.load(hall_document())
MOVE = {"op": "set", "path": "/nodes/fox/translation", "value": [1, 1, 1]}
RESIZE = {"op": "set", "path": "/hall/capacity", "value": 7}
REMOVE = {"op": "remove", "path": "/nodes/fox"}


def test_an_edit_without_ground_is_set_aside_and_comes_back_with_it() -> None:
    draft = Draft().edit("a", [MOVE, RESIZE]).edit("b", [RESIZE])
    bare = BASE.apply([REMOVE])
    composed = compose(bare.state, draft)
    assert [(one.edit.number, one.code) for one in composed.aside] == [(1, "no_such_node")]
    assert (composed.ops, composed.state.hall["capacity"]) == ([RESIZE], 7)
    again = compose(bare.state.apply(bare.inverse).state, draft)
    assert (again.aside, again.ops) == ((), [MOVE, RESIZE, RESIZE])


def test_an_edit_that_stands_on_one_that_is_aside_is_aside_too() -> None:
    fox = {**hall_document()["nodes"]["fox"], "parent": None}
    add = {"op": "add", "path": "/nodes/cub", "value": fox}
    follow = {"op": "set", "path": "/nodes/cub/translation", "value": [2, 0, 0]}
    draft = Draft().edit("a", [add]).edit("b", [follow])
    taken = BASE.apply([add]).state
    assert compose(BASE, draft).aside == ()
    assert compose(taken, draft).numbers_aside == (1,)
    assert compose(BASE, draft.undo("a")).numbers_aside == (2,)


OPS = st.sampled_from([MOVE, RESIZE, REMOVE])


@given(st.lists(st.tuples(st.sampled_from(["edit", "undo", "redo", "below"]), OPS), max_size=20))
def test_what_is_remembered_is_what_would_be_composed_anew(
    steps: list[tuple[str, dict[str, Any]]],
) -> None:
    composer, base, draft = Composer(), BASE, Draft()
    for step, op in steps:
        try:
            if step == "below":
                base = base.apply([op]).state
            else:
                draft = draft.edit("a", [op]) if step == "edit" else getattr(draft, step)("a")
        except Exception:  # noqa: BLE001 - nothing to undo, nothing to remove
            continue
        assert composer.compose(base, draft) == compose(base, draft)
