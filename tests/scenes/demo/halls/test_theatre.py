from __future__ import annotations

import numpy as np
import pytest

from scenes.demo.halls.theatre import seat_places, theatre
from scenes.walk import WalkMap

DOCUMENT, _ = theatre()


@pytest.fixture(scope="module")
def floor() -> WalkMap:
    return WalkMap(DOCUMENT["hall"]["walk"])


def test_seats_rise_in_tiers_away_from_the_stage() -> None:
    places = np.array(seat_places())[:, :3]
    assert len(places) > 50
    nearest, farthest = places[places[:, 2].argmin()], places[places[:, 2].argmax()]
    assert farthest[1] > nearest[1]


def test_no_two_seats_share_a_place() -> None:
    places = np.round(np.array(seat_places())[:, :3], 2)
    assert len(np.unique(places, axis=0)) == len(places)


def test_every_seat_can_be_reached_from_the_door(floor: WalkMap) -> None:
    nodes = DOCUMENT["nodes"]
    start = nodes["spawn-main"]["translation"]
    seats = [node["translation"] for node in nodes.values() if node["kind"] == "seat"]
    assert all(floor.path(start, seat) is not None for seat in seats)


def test_the_stage_can_be_walked_on(floor: WalkMap) -> None:
    assert floor.inside(DOCUMENT["nodes"]["spawn-stage"]["translation"])
