"""Where nodes stand: parents before children, matrices and parts alike, and no way to loop."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.glb import GlbError
from scenes.summary.graph import compose, worlds

TURN = [0.0, math.sqrt(0.5), 0.0, math.sqrt(0.5)]
"""A quarter turn about y: what looked along -z looks along -x."""


def place(json: dict[str, Any], node: int) -> list[float]:
    found: list[float] = worlds(json)[node][:3, 3].round(6).tolist()
    return found


def test_a_child_stands_in_its_parent_s_turned_and_scaled_space() -> None:
    nodes = [
        {"translation": [10, 0, 0], "rotation": TURN, "scale": [2, 2, 2], "children": [1]},
        {"translation": [0, 1, -1]},
    ]
    assert place({"nodes": nodes}, 1) == [8, 2, 0]


def test_a_matrix_is_told_column_by_column() -> None:
    matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 5, 6, 7, 1]
    assert place({"nodes": [{"matrix": matrix}]}, 0) == [5, 6, 7]


unit = st.tuples(*[st.floats(-1, 1)] * 4).filter(lambda q: math.hypot(*q) > 0.1)
three = st.tuples(*[st.floats(0.1, 9)] * 3)


@given(unit, three, three)
def test_the_same_told_as_parts_or_as_a_matrix(q: Any, at: Any, scale: Any) -> None:
    turn = np.array(q) / math.hypot(*q)
    matrix = compose(np.array(at), turn, np.array(scale))
    parts = {"translation": list(at), "rotation": turn.tolist(), "scale": list(scale)}
    whole = {"matrix": matrix.T.ravel().tolist()}
    one, other = (worlds({"nodes": [node]})[0] for node in (parts, whole))
    assert one == pytest.approx(other)
    assert np.linalg.det(one[:3, :3]) == pytest.approx(math.prod(scale))


@given(st.lists(unit, min_size=1, max_size=5))
def test_many_at_once_are_each_alone(turns: list[Any]) -> None:
    q = np.array([np.array(t) / math.hypot(*t) for t in turns])
    at, scale = np.arange(3.0 * len(q)).reshape(-1, 3), np.ones((len(q), 3))
    together = compose(at, q, scale)
    assert together == pytest.approx(
        np.array([compose(*each) for each in zip(at, q, scale, strict=True)])
    )


def test_only_what_the_scene_shows_is_there() -> None:
    nodes = [{"children": [1]}, {}, {}, {}]
    scenes = [{"nodes": [2]}, {"nodes": [0, 3]}]
    assert sorted(worlds({"nodes": nodes, "scenes": scenes, "scene": 1})) == [0, 1, 3]
    assert sorted(worlds({"nodes": nodes, "scenes": scenes})) == [2]


def test_without_a_scene_every_tree_is_shown() -> None:
    assert sorted(worlds({"nodes": [{"children": [1]}, {}, {}]})) == [0, 1, 2]


@pytest.mark.parametrize(
    "json",
    [
        {"nodes": [{"children": [0]}], "scenes": [{"nodes": [0]}]},
        {"nodes": [{"children": [1]}, {"children": [0]}], "scenes": [{"nodes": [0]}]},
        {"nodes": [{"children": [2]}, {"children": [2]}, {}]},
        {"nodes": [{"children": [1, 1]}, {}]},
        {"nodes": [{"children": [9]}]},
        {"nodes": [{}], "scenes": [{"nodes": [1]}]},
        {"nodes": [{}], "scenes": [{"nodes": [0]}], "scene": 4},
        {"nodes": [{"rotation": [0, 0, 1]}]},
        {"nodes": [{"matrix": [1] * 15}]},
        {"nodes": [{"children": "01"}, {}]},
        {"nodes": [7]},
    ],
    ids=["itself", "a ring", "two parents", "twice", "nobody", "no such root", "no such scene",
         "three of four", "fifteen", "not a list", "not a node"],
)  # fmt: skip
def test_what_is_no_tree_is_refused(json: dict[str, Any]) -> None:
    with pytest.raises(GlbError):
        worlds(json)
