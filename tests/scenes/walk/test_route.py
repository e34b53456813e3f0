"""Ways across portals take the fewest halls and never a closed one."""

from __future__ import annotations

from typing import Any

from scenes.walk import Passage, route


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
