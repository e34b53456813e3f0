"""What differs between two states, as a person would say it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scenes.compare import compare
from scenes.diff import diff
from scenes.state import SceneState
from tests.scenes.samples import hall_document

STATE = SceneState.load(hall_document())
NEW = {"kind": "text", "name": {"zh": "新", "en": "New"}, "text": {"zh": "", "en": "", "size": 1}}


def after(*ops: dict[str, Any]) -> SceneState:
    return STATE.apply(ops).state


def test_a_state_does_not_differ_from_itself() -> None:
    assert compare(STATE, SceneState.load(hall_document())) == []


def test_nodes_come_and_go() -> None:
    later = after(
        {"op": "add", "path": "/nodes/t", "value": NEW}, {"op": "remove", "path": "/nodes/seat-1"}
    )
    assert [(c.node, c.how, c.kind) for c in compare(STATE, later)] == [
        ("t", "added", "text"), ("seat-1", "removed", "seat"),
    ]  # fmt: skip


def test_a_change_is_told_by_field_with_both_values() -> None:
    later = after({"op": "set", "path": "/nodes/fox/card/title/zh", "value": "狐狸"})
    (change,) = compare(STATE, later)
    (field,) = change.properties
    assert (change.node, change.how) == ("fox", "changed")
    before = STATE.nodes["fox"]["card"]["title"]
    assert field == ("card/title", before, {**before, "zh": "狐狸"})


def test_the_halls_own_properties_come_first() -> None:
    later = after(
        {"op": "set", "path": "/nodes/fox/translation", "value": [1, 2, 3]},
        {"op": "set", "path": "/hall/capacity", "value": 7},
    )
    first, second = compare(STATE, later)
    assert (first.node, first.kind, second.node) == ("", "hall", "fox")
    assert first.properties == (("capacity", 300, 7),)


def test_a_node_of_another_kind_is_another_node() -> None:
    later = after(
        {"op": "remove", "path": "/nodes/fox"}, {"op": "add", "path": "/nodes/fox", "value": NEW}
    )
    assert {(c.node, c.how) for c in compare(STATE, later)} == {
        ("fox", "added"),
        ("fox", "removed"),
    }


PLACES = st.lists(st.floats(-10, 10), min_size=3, max_size=3)
EDITS = st.lists(
    st.one_of(
        PLACES.map(lambda v: {"op": "set", "path": "/nodes/fox/translation", "value": v}),
        st.integers(1, 9).map(lambda v: {"op": "set", "path": "/hall/capacity", "value": v}),
        st.booleans().map(lambda v: {"op": "set", "path": "/nodes/seat-1/visible", "value": v}),
    ),
    max_size=4,
)


@given(EDITS, EDITS)
def test_nothing_differs_exactly_when_no_patch_is_needed(one: Any, other: Any) -> None:
    a, b = after(*one), after(*other)
    assert bool(compare(a, b)) == bool(diff(a, b))
