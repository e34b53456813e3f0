"""The enterprise street: booths that are free, reachable, apart, and clear of the floor's holes."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest

from scenes.demo.halls.street_plan import BOOTHS
from scenes.places import place_of, rotate
from scenes.walk import WalkMap
from tests.scenes.park import demo_park

Node = dict[str, Any]


@pytest.fixture(scope="module")
def hall() -> dict[str, Any]:
    return demo_park().halls["street"]


def booths(hall: dict[str, Any]) -> dict[str, Node]:
    return {id: node for id, node in hall["nodes"].items() if node["kind"] == "booth"}


def at(hall: dict[str, Any], id: str, x: float, z: float) -> tuple[float, float, float]:
    """A point of a booth's own floor, in the hall."""
    place = place_of(hall["nodes"], id)
    a, _, b = rotate(place.rotation, (x, 0.0, z))
    return place.position[0] + a, 0.0, place.position[2] + b


def test_a_dozen_booths_are_free_numbered_and_named_once(hall: dict[str, Any]) -> None:
    every = booths(hall)
    assert len(every) == len(BOOTHS) == 12
    assert all(node["tenant"] is None for node in every.values())
    assert len({node["booth"]["no"] for node in every.values()}) == 12
    assert {f"number-{node['booth']['no'].lower()}" for node in every.values()} <= set(
        hall["nodes"]
    )


def test_every_booth_has_room_for_a_good_exhibit(hall: dict[str, Any]) -> None:
    for node in booths(hall).values():
        booth = node["booth"]
        assert booth["width"] * booth["depth"] > 20
        assert booth["triangles"] >= 100_000
        assert booth["texture_bytes"] >= 32 * 2**20


def test_neighbours_leave_a_gap(hall: dict[str, Any]) -> None:
    for one, other in itertools.combinations(booths(hall), 2):
        a, b = (place_of(hall["nodes"], id).position for id in (one, other))
        assert math.dist(a, b) > 6.5


def test_one_steps_up_to_every_booth_and_not_into_what_is_shown(hall: dict[str, Any]) -> None:
    floor = WalkMap(hall["hall"]["walk"])
    start = hall["nodes"]["spawn-main"]["translation"]
    for id, node in booths(hall).items():
        half = node["booth"]["depth"] / 2
        before = at(hall, id, 0.0, half - 0.2)
        assert floor.inside(before), id
        assert floor.path(start, before) is not None
        for x, z in itertools.product((-2.6, 0.0, 2.6), (-half + 0.2, -1.0, 0.0)):
            assert not floor.inside(at(hall, id, x, z)), (id, x, z)


def test_the_street_opens_to_the_grounds_and_to_the_exhibition(hall: dict[str, Any]) -> None:
    doors = [n["portal"]["hall"] for n in hall["nodes"].values() if n["kind"] == "portal"]
    assert sorted(doors) == ["exhibition", "grounds"]
