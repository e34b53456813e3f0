from __future__ import annotations

import itertools
import math
from typing import Any

import pytest

from scenes.walk import WalkMap
from tests.scenes.park import demo_park

Node = dict[str, Any]


@pytest.fixture(scope="module")
def hall() -> dict[str, Any]:
    return demo_park().halls["exhibition"]


def of_kind(hall: dict[str, Any], kind: str) -> dict[str, Node]:
    return {id: node for id, node in hall["nodes"].items() if node["kind"] == kind}


def apart(one: Node, other: Node) -> float:
    (ax, _, az), (bx, _, bz) = one["translation"], other["translation"]
    return math.hypot(ax - bx, az - bz)


def test_plinths_leave_room_to_walk_between_them(hall: dict[str, Any]) -> None:
    for one, other in itertools.combinations(of_kind(hall, "plinth").values(), 2):
        room = apart(one, other) - one["plinth"]["radius"] - other["plinth"]["radius"]
        assert room > 0.9


def test_exhibits_fit_on_their_plinths(hall: dict[str, Any]) -> None:
    plinths = of_kind(hall, "plinth")
    for exhibit in of_kind(hall, "exhibit").values():
        bounds, radius = exhibit["model"]["bounds"], plinths[exhibit["parent"]]["plinth"]["radius"]
        reach = max(abs(bounds[side][axis]) for side in ("min", "max") for axis in (0, 2))
        assert reach <= radius + 0.5, exhibit["name"]["en"]


def test_one_can_walk_up_to_every_plinth_but_not_through_it(hall: dict[str, Any]) -> None:
    floor = WalkMap(hall["hall"]["walk"])
    start = hall["nodes"]["spawn-main"]["translation"]
    for plinth in of_kind(hall, "plinth").values():
        at = plinth["translation"]
        assert not floor.inside(at)
        way = floor.path(start, at)
        assert way is not None
        assert math.dist(way[-1], at) < plinth["plinth"]["radius"] + 1.2


def test_cards_have_facts_and_a_maker(hall: dict[str, Any]) -> None:
    for exhibit in of_kind(hall, "exhibit").values():
        card = exhibit["card"]
        assert len(card["facts"]) >= 3
        assert all(card["maker"].values())
        assert card["licence"]


def test_every_plinth_is_lit_by_something_readable(hall: dict[str, Any]) -> None:
    words = of_kind(hall, "text").values()
    assert all(node["text"]["zh"] and node["text"]["en"] for node in words)
