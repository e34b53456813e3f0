"""Where nodes stand after their parents' transforms."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.places import IDENTITY, Place, multiply, place_of, rotate, spawn_node, spread

QUARTER = (0.0, math.sqrt(0.5), 0.0, math.sqrt(0.5))
"""A quarter turn to the left about +Y."""


def test_parents_turn_scale_and_move_their_children() -> None:
    nodes = {
        "a": {"kind": "group", "translation": [10, 0, 0], "rotation": list(QUARTER)},
        "b": {"kind": "group", "parent": "a", "scale": [2, 2, 2]},
        "c": {"kind": "group", "parent": "b", "translation": [0, 1, -3]},
    }
    place = place_of(nodes, "c")
    assert place.position == pytest.approx((4, 2, 0))
    assert place.scale == pytest.approx((2, 2, 2))
    assert place.yaw == pytest.approx(math.pi / 2)


def test_facing_minus_z_is_yaw_zero() -> None:
    assert Place((0, 0, 0), IDENTITY).yaw == 0


@given(st.floats(-3, 3), st.floats(-3, 3))
def test_turns_add_up(one: float, other: float) -> None:
    def turn(yaw: float) -> tuple[float, float, float, float]:
        return (0.0, math.sin(yaw / 2), 0.0, math.cos(yaw / 2))

    v = (0.3, -1.0, 2.0)
    both = rotate(multiply(turn(one), turn(other)), v)
    assert both == pytest.approx(rotate(turn(one), rotate(turn(other), v)), abs=1e-9)
    assert math.hypot(*both) == pytest.approx(math.hypot(*v))


def test_the_wanted_spawn_else_the_main_else_the_first() -> None:
    nodes = {name: {"kind": "spawn"} for name in ("door", "spawn-main", "alcove")}
    assert spawn_node(nodes, "door") == "door"
    assert spawn_node(nodes, "nowhere") == "spawn-main"
    assert spawn_node({"b": {"kind": "spawn"}, "a": {"kind": "spawn"}}, None) == "a"
    assert spawn_node({"x": {"kind": "seat"}}, None) is None


def test_newcomers_are_spread_over_the_whole_circle() -> None:
    place = Place((5.0, 0.0, 5.0), IDENTITY)
    spots = [spread(place, 2.0, number) for number in range(64)]
    assert all(math.hypot(x - 5, z - 5) <= 2.0 for x, _, z in spots)
    closest = min(math.dist(a, b) for i, a in enumerate(spots) for b in spots[:i])
    assert closest > 0.15
