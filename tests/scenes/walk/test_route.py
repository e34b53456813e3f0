"""Ways across portals take the fewest halls and never a closed one."""

from __future__ import annotations

from typing import Any

import pytest

from scenes.places import place_of
from scenes.walk import Passage, WalkMap, find_walk_faults, route
from tests.scenes.park import demo_park


def _hall(state: str = "open", **portals: str) -> dict[str, Any]:
    nodes: dict[str, Any] = {
        name: {"kind": "portal", "portal": {"hall": to, "spawn": "spawn-main"}}
        for name, to in portals.items()
    }
    return {"hall": {"state": state}, "nodes": {**nodes, "plinth": {"kind": "plinth"}}}


PARK = {
    "grounds": _hall(door="lobby", gate="theatre"),
    "lobby": _hall(out="grounds", lift="gallery"),
    "theatre": _hall(back="gallery"),
    "gallery": _hall(down="lobby", lost="nowhere"),
    "island": _hall(boat="grounds"),
}


def test_the_fewest_portals() -> None:
    assert route(PARK, "grounds", "gallery") == [
        Passage("grounds", "door", "lobby", "spawn-main"),
        Passage("lobby", "lift", "gallery", "spawn-main"),
    ]


def test_being_there_needs_no_portal() -> None:
    assert route(PARK, "grounds", "grounds") == []


def test_no_way_and_no_such_hall() -> None:
    assert route(PARK, "grounds", "island") is None
    assert route(PARK, "gallery", "nowhere") is None
    assert route(PARK, "nowhere", "grounds") is None


def test_nobody_is_led_through_a_closed_hall() -> None:
    park = PARK | {"lobby": _hall("closed", lift="gallery")}
    way = route(park, "grounds", "gallery")
    assert way is not None
    assert [step.portal for step in way] == ["gate", "back"]


def test_a_hidden_portal_leads_nowhere() -> None:
    hall = _hall(boat="grounds")
    hall["nodes"]["boat"]["visible"] = False
    assert route(PARK | {"island": hall}, "island", "grounds") is None


REACHED = ("spawn", "portal", "plinth", "seat", "guide", "desk")


def test_every_hall_of_the_demo_park_can_be_reached_from_every_other() -> None:
    halls = demo_park().halls
    lost = [(a, b) for a in halls for b in halls if route(halls, a, b) is None]
    assert lost == []


def test_every_place_of_the_demo_park_can_be_walked_to() -> None:
    for name, doc in demo_park().halls.items():
        assert list(find_walk_faults(doc["hall"]["walk"])) == []
        floor = WalkMap(doc["hall"]["walk"])
        start = place_of(doc["nodes"], "spawn-main").position
        for node, value in doc["nodes"].items():
            if value["kind"] in REACHED:
                place = place_of(doc["nodes"], node).position
                way = floor.path(start, place)
                assert way is not None, f"{name}/{node}"
                assert way[-1] == pytest.approx(list(place), abs=2.5), f"{name}/{node}"
