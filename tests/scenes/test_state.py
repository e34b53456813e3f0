"""Patches, inverses and snapshots: what makes undo, resume and late joiners right."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.diff import diff
from scenes.findings import SceneError
from scenes.operations import DEEPEST_NODE, Operation
from scenes.state import SceneState
from tests.scenes.samples import hall_document

IDS = ["a", "b", "c", "d", "plinth-1", "fox"]
NUMBERS = st.floats(-100, 100, allow_nan=False, width=32)
VECTORS = st.lists(NUMBERS, min_size=3, max_size=3)
COLORS = st.lists(st.floats(0, 1, width=32), min_size=4, max_size=4)


def group(parent: str | None) -> dict[str, Any]:
    return {"kind": "group", "name": {"zh": "组", "en": "group"}, "parent": parent}


def operations() -> st.SearchStrategy[Operation]:
    node = st.sampled_from(IDS)
    parent = st.one_of(st.none(), node)
    material = "/materials/{}/pbrMetallicRoughness/baseColorFactor"
    return st.one_of(
        st.builds(
            lambda n, p: {"op": "add", "path": f"/nodes/{n}", "value": group(p)}, node, parent
        ),
        st.builds(lambda n: {"op": "remove", "path": f"/nodes/{n}"}, node),
        st.builds(
            lambda n, p: {"op": "set", "path": f"/nodes/{n}/parent", "value": p}, node, parent
        ),
        st.builds(
            lambda n, v: {"op": "set", "path": f"/nodes/{n}/translation", "value": v}, node, VECTORS
        ),
        st.builds(lambda n: {"op": "unset", "path": f"/nodes/{n}/translation"}, node),
        st.builds(
            lambda i, v: {"op": "set", "path": "/nodes/fox" + material.format(i), "value": v},
            st.integers(0, 3),
            COLORS,
        ),
        st.builds(
            lambda i: {"op": "unset", "path": f"/nodes/fox/materials/{i}"}, st.integers(0, 3)
        ),
        st.builds(
            lambda t: {"op": "set", "path": "/nodes/fox/card/title/zh", "value": t},
            st.text(max_size=20),
        ),
        st.builds(
            lambda c: {"op": "set", "path": "/hall/capacity", "value": c}, st.integers(1, 500)
        ),
    )


def walk(state: SceneState, steps: list[list[Operation]]) -> list[tuple[SceneState, Any]]:
    """Apply what can be applied; refused patches must leave the state as it was."""
    applied = []
    for step in steps:
        before = copy.deepcopy(state.document())
        try:
            result = state.apply(step)
        except SceneError as error:
            assert error.findings and state.document() == before
            continue
        assert state.document() == before
        applied.append((state, result))
        state = result.state
    return applied


@settings(max_examples=150)
@given(st.lists(st.lists(operations(), min_size=1, max_size=4), max_size=12))
def test_a_patch_and_its_inverse_lead_back(steps: list[list[Operation]]) -> None:
    for before, result in walk(SceneState.load(hall_document()), steps):
        assert result.state.apply(result.inverse).state.document() == before.document()


@settings(max_examples=100)
@given(
    st.lists(st.lists(operations(), min_size=1, max_size=4), max_size=12),
    st.lists(st.lists(operations(), min_size=1, max_size=4), max_size=12),
)
def test_a_difference_leads_from_any_state_to_any_other(
    one: list[list[Operation]], other: list[list[Operation]]
) -> None:
    start = SceneState.load(hall_document())
    first = ([start] + [result.state for _, result in walk(start, one)])[-1]
    second = ([start] + [result.state for _, result in walk(start, other)])[-1]
    assert first.apply(diff(first, second)).state.document() == second.document()


@settings(max_examples=80)
@given(st.lists(st.lists(operations(), min_size=1, max_size=4), max_size=12))
def test_every_reachable_state_is_a_loadable_document(steps: list[list[Operation]]) -> None:
    for _, result in walk(SceneState.load(hall_document()), steps):
        assert SceneState.load(result.state.document()).document() == result.state.document()


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["op", "path", "value"]),
            st.recursive(
                st.none() | st.booleans() | st.floats() | st.text(max_size=30)
                | st.sampled_from(["set", "add", "remove", "/nodes/fox/scale", "/hall/x"]),
                lambda inner: st.lists(inner, max_size=3)
                | st.dictionaries(st.text(max_size=5), inner, max_size=3),
                max_leaves=6,
            ),
        ),
        max_size=4,
    )
)  # fmt: skip
def test_arbitrary_operations_are_refused_in_codes_or_leave_a_sound_scene(
    steps: list[Operation],
) -> None:
    state = SceneState.load(hall_document())
    try:
        after = state.apply(steps).state
    except SceneError as error:
        assert error.code == "patch_invalid" and error.findings
    else:
        SceneState.load(after.document())


def test_every_error_of_a_patch_is_reported_at_once() -> None:
    state = SceneState.load(hall_document())
    with pytest.raises(SceneError) as caught:
        state.apply(
            [
                {"op": "set", "path": "/nodes/nobody/translation", "value": [0, 0, 0]},
                {"op": "set", "path": "/nodes/fox/translation", "value": [0, float("nan"), 0]},
                {"op": "set", "path": "/nodes/fox/wheels", "value": 4},
                {"op": "set", "path": "nodes", "value": 4},
                {"op": "unset", "path": "/nodes/fox/model"},
                {"op": "set", "path": "/nodes/fox/kind", "value": "model"},
            ]
        )
    assert [(f.pointer, f.code) for f in caught.value.findings] == [
        ("/ops/0/path", "no_such_node"),
        ("/ops/1/value/1", "not_a_number"),
        ("/ops/2/path", "unknown_property"),
        ("/ops/3/path", "bad_path"),
        ("/ops/4/path", "required_property"),
        ("/ops/5/path", "fixed_property"),
    ]


def test_a_plinth_holds_one_exhibit() -> None:
    state = SceneState.load(hall_document())
    second = {"op": "add", "path": "/nodes/fox-2", "value": dict(state.nodes["fox"])}
    with pytest.raises(SceneError) as caught:
        state.apply([second])
    assert caught.value.findings[0].code == "plinth_taken"


def test_removing_a_node_takes_what_is_below_and_undo_brings_all_back() -> None:
    state = SceneState.load(hall_document())
    result = state.apply([{"op": "remove", "path": "/nodes/plinth-1"}])
    assert set(state.nodes) - set(result.state.nodes) == {"plinth-1", "fox"}
    assert result.structural
    assert result.state.apply(result.inverse).state.document() == state.document()


def test_a_ring_of_parents_is_refused() -> None:
    state = SceneState.load(hall_document()).apply(
        [
            {"op": "add", "path": "/nodes/a", "value": group(None)},
            {"op": "add", "path": "/nodes/b", "value": group("a")},
        ]
    )
    with pytest.raises(SceneError):
        state.state.apply([{"op": "set", "path": "/nodes/a/parent", "value": "b"}])


def test_a_broken_document_is_refused_with_every_finding() -> None:
    document = hall_document()
    document["nodes"]["fox"]["parent"] = "nobody"
    document["hall"]["capacity"] = 0
    with pytest.raises(SceneError) as caught:
        SceneState.load(document)
    assert {finding.pointer for finding in caught.value.findings} == {
        "/hall/capacity",
        "/nodes/fox/parent",
    }


def chain(letter: str, length: int) -> list[Operation]:
    """Nodes below one another: a1, a2 and so on."""
    parents = [None, *(f"{letter}{number}" for number in range(1, length))]
    return [
        {"op": "add", "path": f"/nodes/{letter}{number}", "value": group(parent)}
        for number, parent in enumerate(parents, 1)
    ]


def test_trees_reach_the_depth_that_a_document_may_have_and_no_deeper() -> None:
    deepest = SceneState.load(hall_document()).apply(chain("a", DEEPEST_NODE)).state
    assert SceneState.load(deepest.document()) == deepest
    with pytest.raises(SceneError) as caught:
        deepest.apply([{"op": "add", "path": "/nodes/b", "value": group(f"a{DEEPEST_NODE}")}])
    assert caught.value.findings[0].code == "too_deep"


def test_a_tree_is_not_hung_where_its_lowest_leaves_would_be_too_deep() -> None:
    ops = [*chain("a", 17), *chain("b", DEEPEST_NODE - 16)]
    state = SceneState.load(hall_document()).apply(ops).state
    with pytest.raises(SceneError) as caught:
        state.apply([{"op": "set", "path": "/nodes/b1/parent", "value": "a17"}])
    assert caught.value.findings[0].code == "too_deep"
    moved = state.apply([{"op": "set", "path": "/nodes/b1/parent", "value": "a16"}]).state
    assert SceneState.load(moved.document()) == moved


def test_a_node_of_a_document_has_a_name_that_a_path_can_hold() -> None:
    document = hall_document()
    document["nodes"]["Not/A Name"] = group(None)
    with pytest.raises(SceneError) as caught:
        SceneState.load(document)
    assert [finding.code for finding in caught.value.findings] == ["bad_id"]
