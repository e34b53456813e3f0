"""Faulty floors are told apart by code; whatever passes can be walked."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.walk import WalkMap, find_walk_faults
from scenes.walk.check import MOST_POINTS
from tests.scenes.walk.shapes import area, courtyards, rectangle, stars, walk

BOWTIE = [[0.0, 0.0], [4.0, 4.0], [4.0, 0.0], [0.0, 5.0]]
SPIKE = [[0.0, 0.0], [0.0, 4.0], [4.0, 4.0], [4.0, 0.0], [2.0, 0.0], [2.0, -5.0], [2.0, 0.0]]
YARD = rectangle(0, 0, 20, 20)


def _codes(floor: dict[str, Any]) -> list[tuple[str, str]]:
    return [(fault.pointer, fault.code) for fault in find_walk_faults(floor)]


@given(st.one_of(courtyards(), stars.map(lambda ring: area("star", ring))))
def test_good_floors_have_no_faults(floor: dict[str, Any]) -> None:
    assert _codes(walk(floor)) == []


@pytest.mark.parametrize(
    ("floor", "where", "code"),
    [
        (area("a", BOWTIE), "polygon", "walk_crosses_itself"),
        (area("a", SPIKE), "polygon", "walk_crosses_itself"),
        (area("a", rectangle(0, 0, 0.05, 0.05)), "polygon", "walk_too_small"),
        (area("a", [[0, 0], [1, 1], [2, 2]]), "polygon", "walk_too_small"),
        (area("a", [[0, 0], [math.nan, 1], [2, 0]]), "polygon", "walk_not_a_number"),
        (area("a", YARD, y=math.inf), "y", "walk_not_a_number"),
        (area("a", YARD, rectangle(30, 30, 2, 2)), "holes/0", "walk_hole_outside"),
        (area("a", YARD, rectangle(19, 5, 2, 2)), "holes/0", "walk_crosses_itself"),
        (
            area("a", YARD, rectangle(5, 5, 9, 9), rectangle(6, 6, 2, 2)),
            "holes/1",
            "walk_hole_outside",
        ),
        (
            area("a", YARD, rectangle(1, 1, 3, 3), rectangle(4, 1, 3, 3)),
            "holes/1",
            "walk_crosses_itself",
        ),
    ],
)
def test_faulty_areas(floor: dict[str, Any], where: str, code: str) -> None:
    assert _codes(walk(floor)) == [(f"/hall/walk/areas/0/{where}", code)]


def test_repeated_points_are_no_fault() -> None:
    ring = [point for point in YARD for _ in range(2)]
    assert _codes(walk(area("a", [*ring, ring[0]]))) == []


def test_doubled_ids() -> None:
    floor = walk(area("a", YARD), area("a", rectangle(30, 0, 5, 5)))
    assert _codes(floor) == [("/hall/walk/areas/1/id", "walk_doubled_id")]


def test_links_must_end_on_a_floor() -> None:
    link = {"from": [10, 0.5, 10], "to": [10, 5, 10]}
    assert _codes(walk(area("a", YARD), links=[link])) == [
        ("/hall/walk/links/0/to", "walk_link_nowhere")
    ]


def test_too_many_points() -> None:
    ring = [
        [math.cos(i / 1000 * math.tau) * 9, math.sin(i / 1000 * math.tau) * 9] for i in range(1000)
    ]
    areas = [area(f"a{i}", ring, y=float(i)) for i in range(5)]
    assert _codes(walk(*areas[:4])) == []
    assert MOST_POINTS < 5000
    assert _codes(walk(*areas)) == [("/hall/walk/areas", "walk_too_large")]


numbers = st.one_of(st.integers(-5, 5).map(float), st.floats(allow_nan=True, width=32))
rings = st.lists(st.lists(numbers, min_size=2, max_size=2), min_size=3, max_size=9)


@given(polygon=rings, hole=rings)
def test_no_polygon_upsets_the_check_or_the_map(
    polygon: list[list[float]], hole: list[list[float]]
) -> None:
    floor = walk(area("a", polygon, hole))
    list(find_walk_faults(floor))
    map_ = WalkMap(floor)
    map_.nearest([0, 0, 0])
    map_.path([0, 0, 0], [1, 0, 1])
    map_.random_point(0.3, 0.7)
