"""Rings and edges: the questions of a walker, each against a plain way to answer it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scenes.walk.area import Area
from scenes.walk.rings import (
    Edges,
    Points,
    clean,
    closest,
    contains,
    crossing_points,
    join,
    sees,
    signed_area,
    touching,
)
from tests.scenes.walk.shapes import courtyards, rectangle, stars

near = st.floats(-25.0, 25.0)
spots = st.tuples(near, near).map(np.array)
within = st.tuples(st.floats(0.1, 19.9), st.floats(0.1, 19.9)).map(np.array)


def ring(points: Any) -> Points:
    found = clean(points)
    assert found is not None
    return found


def load(value: dict[str, Any]) -> Area:
    found = Area.load(value)
    assert found is not None
    return found


def yard(area: dict[str, Any]) -> Edges:
    return join(ring(area["polygon"]), [ring(hole) for hole in area["holes"]])


# --- rings ------------------------------------------------------------------------------------


@given(stars)
def test_the_area_changes_its_sign_with_the_turn_and_nothing_else(star: Any) -> None:
    points = np.array(star)
    assert signed_area(points[::-1]) == pytest.approx(-signed_area(points))
    assert signed_area(np.roll(points, 1, axis=0)) == pytest.approx(signed_area(points))
    assert signed_area(points * 2) == pytest.approx(4 * signed_area(points))


def test_the_area_of_a_field_is_what_one_would_pace_out() -> None:
    assert abs(signed_area(np.array(rectangle(3, -4, 5, 7)))) == pytest.approx(35)


@given(stars, st.integers(0, 5))
def test_points_told_twice_are_told_once(star: Any, at: int) -> None:
    at = min(at, len(star) - 1)
    doubled = [*star[: at + 1], star[at], *star[at + 1 :]]
    once, twice = clean(star), clean(doubled)
    assert (once is None) == (twice is None)
    if once is not None and twice is not None:
        assert len(once) == len(twice)
        assert signed_area(once) == pytest.approx(signed_area(twice))


@pytest.mark.parametrize(
    "points",
    [
        [],
        [[0, 0]],
        [[0, 0], [1, 1]],
        [[0, 0], [1, 0], [2, 0]],
        [[0, 0], [0, 0], [0, 0], [0, 0]],
        [[0, 0], [1, 0], [math.nan, 1]],
        [[0, 0], [1, 0], [1, math.inf]],
    ],
)
def test_what_encloses_nothing_is_no_ring(points: Any) -> None:
    assert clean(points) is None


# --- edges ------------------------------------------------------------------------------------


@given(courtyards())
def test_the_walkable_side_is_on_the_left_whichever_way_rings_were_told(area: Any) -> None:
    turned = {
        "polygon": area["polygon"][::-1],
        "holes": [hole[::-1] for hole in area["holes"]],
    }
    for told in (area, turned):
        edges = yard(told)
        along = edges.b - edges.a
        length = np.hypot(*along.T)[:, None]
        left = (edges.a + edges.b) / 2 + np.stack([-along[:, 1], along[:, 0]], 1) / length * 1e-4
        right = (edges.a + edges.b) / 2 - np.stack([-along[:, 1], along[:, 0]], 1) / length * 1e-4
        long = length[:, 0] > 0.05
        assert contains(edges, left)[long].all()
        assert not contains(edges, right)[long].any()


@given(courtyards())
def test_every_edge_has_one_before_and_one_after_in_its_own_ring(area: Any) -> None:
    edges = yard(area)
    numbers = np.arange(len(edges.a))
    assert (edges.before[edges.after] == numbers).all()
    assert (edges.ring[edges.after] == edges.ring).all()
    assert edges.ring.max() == len(area["holes"])


@given(courtyards(), spots)
def test_inside_is_in_the_outline_and_in_no_hole(area: Any, spot: Any) -> None:
    edges = yard(area)
    assume(np.hypot(*(closest(edges, spot)[0] - spot)) > 1e-6)
    outline = join(ring(area["polygon"]), [])
    holes = [join(ring(hole), []) for hole in area["holes"]]
    expected = contains(outline, spot[None])[0] and not any(
        contains(hole, spot[None])[0] for hole in holes
    )
    assert contains(edges, spot[None])[0] == expected


@given(courtyards(), spots)
def test_the_closest_wall_is_no_farther_than_any_point_of_any_wall(area: Any, spot: Any) -> None:
    edges = yard(area)
    wall, edge, along = closest(edges, spot)
    shares = np.linspace(0, 1, 33)[:, None, None]
    tried = edges.a * (1 - shares) + edges.b * shares
    assert np.hypot(*(wall - spot)) <= np.hypot(*(tried - spot).reshape(-1, 2).T).min() + 1e-9
    assert 0 <= along <= 1
    on_it = edges.a[edge] + (edges.b[edge] - edges.a[edge]) * along
    assert on_it == pytest.approx(wall)


# --- looking ----------------------------------------------------------------------------------


@given(courtyards(), st.lists(spots, min_size=1, max_size=12), within)
def test_one_sees_what_no_wall_hides(area: Any, targets: list[Any], eye: Any) -> None:
    edges = yard(area)
    eye = load(area).settle(eye)
    seen = sees(edges, eye, np.array(targets))
    for target, free in zip(targets, seen, strict=True):
        way = eye + (target - eye) * np.linspace(0, 1, 200)[:, None]
        if free:
            assert contains(edges, way[:-1]).all()
        elif contains(edges, way).all():
            nearest = min(np.hypot(*(closest(edges, point)[0] - point)) for point in way)
            assert nearest < 0.3, "only a wall that is grazed may hide what seems free"


@given(courtyards(), spots, spots)
def test_seeing_is_mutual(area: Any, one: Any, other: Any) -> None:
    edges = yard(area)
    there, back = sees(edges, one, other[None])[0], sees(edges, other, one[None])[0]
    assert there == back or grazes(edges, one, other), "but where a wall is merely touched"


def grazes(edges: Edges, one: Points, other: Points) -> bool:
    """Whether a way begins or ends on a wall, or touches a corner."""
    way = join(np.array([one, other, other + 1e-9]), [])
    ends = min(np.hypot(*(closest(edges, end)[0] - end)) for end in (one, other))
    corners = min(np.hypot(*(closest(way, corner)[0] - corner)) for corner in edges.a)
    return bool(min(ends, corners) < 1e-6)


@given(courtyards(), st.lists(spots, min_size=2, max_size=20), spots)
def test_looking_at_many_is_looking_at_each(area: Any, targets: list[Any], eye: Any) -> None:
    edges = yard(area)
    together = sees(edges, eye, np.array(targets))
    apart = [bool(sees(edges, eye, target[None])[0]) for target in targets]
    assert together.tolist() == apart


# --- faults -----------------------------------------------------------------------------------


def test_a_sound_yard_touches_itself_nowhere() -> None:
    holes = [ring(rectangle(2, 2, 2, 2)), ring(rectangle(6, 2, 2, 2))]
    assert touching(join(ring(rectangle(0, 0, 10, 10)), holes)) is None


@pytest.mark.parametrize(
    "points",
    [
        [[0, 0], [4, 4], [4, 0], [0, 6]],
        [[0, 0], [4, 0], [4, 4], [2, 0], [0, 4]],
        [[0, 0], [4, 0], [8, 0], [6, 0], [6, 4], [0, 4]],
        [[0, 0], [4, 0], [4, 2], [4, 1], [4, 4], [0, 4]],
    ],
    ids=["a bow tie", "a corner on a wall", "there and back", "a spike"],
)
def test_a_ring_that_meets_itself_is_found(points: Any) -> None:
    assert touching(join(ring(points), [])) is not None


def test_two_holes_that_cross_are_found_far_apart_in_the_list() -> None:
    pillars = [ring(rectangle(3 * i, 3 * j, 1, 1)) for i in range(20) for j in range(20)]
    pillars[-1] = ring(rectangle(0.5, 0.5, 1, 1))
    edges = join(ring(rectangle(-1, -1, 70, 70)), pillars)
    pair = touching(edges)
    assert pair is not None
    assert {int(edges.ring[edge]) for edge in pair} == {1, 400}


def test_areas_cross_where_their_outlines_do() -> None:
    one, other = (join(ring(rectangle(x, x, 4, 4)), []) for x in (0, 2))
    crossed = sorted(map(tuple, crossing_points(one, other).round(6).tolist()))
    assert crossed == [(2.0, 4.0), (4.0, 2.0)]
    apart = join(ring(rectangle(50, 50, 1, 1)), [])
    assert len(crossing_points(one, apart)) == 0
