"""The manifest is coarse first, large and near first, within its bytes, and always the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.interest import Surroundings, manifest

PLENTY = 10**9
ORIGIN = (0.0, 0.0, 0.0)


def _level(asset: str, size: int = 1000, error: float = 0.0) -> dict[str, Any]:
    return {"asset": asset, "bytes": size, "triangles": 1, "error": error}


def _node(z: float, *levels: dict[str, Any], size: float = 1.0, **more: Any) -> dict[str, Any]:
    bounds = {"min": [-size / 2, 0.0, -size / 2], "max": [size / 2, size, size / 2]}
    return {
        "kind": "model",
        "translation": [0.0, 0.0, z],
        "model": {"levels": list(levels), "bounds": bounds},
        **more,
    }


def _hall(**nodes: dict[str, Any]) -> dict[str, Any]:
    return {"hall": {}, "nodes": nodes}


def _listed(doc: dict[str, Any], budget: int = PLENTY) -> list[tuple[str, int]]:
    return [(need.node, need.level) for need in manifest(doc, ORIGIN, budget)]


def test_near_before_far_and_large_before_small() -> None:
    doc = _hall(
        far=_node(-80, _level("a")),
        near=_node(-8, _level("b")),
        tower=_node(-80, _level("c"), size=40),
        ground=_node(0, _level("d"), size=1000),
    )
    assert _listed(doc) == [("ground", 0), ("tower", 0), ("near", 0), ("far", 0)]


def test_everything_coarse_before_anything_fine() -> None:
    fine = (_level("a0", 9000), _level("a1", 3000, 0.02), _level("a2", 1000, 0.2))
    far = (_level("b0", 9000), _level("b1", 1000, 0.2))
    assert _listed(_hall(a=_node(-5, *fine), b=_node(-30, *far))) == [
        ("a", 2),
        ("b", 1),
        ("a", 0),
        ("b", 0),
    ]


def test_a_level_that_looks_right_is_not_refined() -> None:
    levels = (_level("a0", 9000), _level("a1", 3000, 0.02), _level("a2", 1000, 0.2))
    assert _listed(_hall(a=_node(-30, *levels, size=10))) == [("a", 2), ("a", 1)]
    assert _listed(_hall(a=_node(-300, *levels, size=10))) == [("a", 2)]


def test_a_finer_level_that_does_not_fit_is_replaced_by_a_coarser_one() -> None:
    levels = (_level("a0", 9000), _level("a1", 3000, 0.02), _level("a2", 1000, 0.2))
    assert _listed(_hall(a=_node(-3, *levels)), budget=4500) == [("a", 2), ("a", 1)]
    assert _listed(_hall(a=_node(-3, *levels)), budget=1500) == [("a", 2)]


def test_dots_come_last() -> None:
    levels = (_level("a0", 9000), _level("a1", 1000, 0.2))
    doc = _hall(a=_node(-5, *levels), dot=_node(-2000, _level("d")))
    assert _listed(doc) == [("a", 1), ("a", 0), ("dot", 0)]


def test_one_asset_for_many_nodes_is_fetched_once_for_the_nearest() -> None:
    doc = _hall(**{f"tree{i}": _node(-10.0 * i, _level("tree")) for i in (3, 1, 2)})
    assert _listed(doc) == [("tree1", 0)]


def test_hidden_and_empty_nodes_need_nothing() -> None:
    doc = _hall(
        hidden=_node(-5, _level("a"), visible=False),
        child=_node(-5, _level("b"), parent="hidden"),
        bare=_node(-5),
        group={"kind": "group"},
        orphan=_node(-5, _level("c"), parent="gone"),
    )
    assert _listed(doc) == [("orphan", 0)]


def test_parents_move_turn_and_scale() -> None:
    half_turn = [0.0, 1.0, 0.0, 0.0]
    doc = _hall(
        group={
            "kind": "group",
            "translation": [0, 0, -100],
            "rotation": half_turn,
            "scale": [2] * 3,
        },
        a=_node(-40.0, _level("a"), parent="group"),
        b=_node(-70.0, _level("b")),
    )
    assert [need.node for need in manifest(doc, (0.0, 0.0, 0.0), PLENTY)] == ["a", "b"]
    assert [need.node for need in manifest(doc, (0.0, 0.0, -80.0), PLENTY)] == ["b", "a"]


def test_an_empty_hall_needs_nothing() -> None:
    assert _listed(_hall()) == []


levels = st.lists(
    st.builds(
        _level,
        st.text("abcdef", min_size=1, max_size=2),
        st.integers(1, 5000),
        st.floats(0, 1),
    ),
    min_size=1,
    max_size=4,
).map(lambda found: sorted(found, key=lambda level: float(level["error"])))
halls = st.dictionaries(
    st.text("xyz", min_size=1, max_size=3),
    st.builds(
        lambda z, found, size: _node(z, *found, size=size),
        st.floats(-500, 500),
        levels,
        st.floats(0.01, 200),
    ),
    max_size=12,
).map(lambda nodes: _hall(**nodes))


@given(doc=halls, budget=st.integers(0, 20_000))
def test_any_hall(doc: dict[str, Any], budget: int) -> None:
    needs = manifest(doc, ORIGIN, budget)
    assets = [need.asset for need in needs]
    assert len(assets) == len(set(assets))
    assert sum(need.bytes for need in needs[:-1]) < max(budget, 1)
    for need in needs:
        level = doc["nodes"][need.node]["model"]["levels"][need.level]
        assert (level["asset"], level["bytes"]) == (need.asset, need.bytes)
    shuffled = {"hall": {}, "nodes": dict(reversed(doc["nodes"].items()))}
    assert Surroundings(shuffled).manifest(ORIGIN, budget) == needs


@pytest.mark.parametrize("at", [(1e6, 0.0, 0.0), (0.0, -50.0, 0.0)])
def test_any_place(at: tuple[float, float, float]) -> None:
    assert len(manifest(_hall(a=_node(-5, _level("a"))), at, PLENTY)) == 1
