"""The park's halls as a visitor meets them: doors, views, seats, words, light."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from scenes.summary.graph import compose
from scenes.walk import WalkMap
from tests.scenes.park import demo_park

Json = dict[str, Any]
HALLS = ("grounds", "exhibition", "street", "theatre", "service")
INDOOR = HALLS[1:]
EYE = 1.62
HAN = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")

each_hall = pytest.mark.parametrize("hall", HALLS)


def document(hall: str) -> Json:
    return demo_park().halls[hall]


def of_kind(hall: str, kind: str) -> dict[str, Json]:
    return {name: node for name, node in document(hall)["nodes"].items() if node["kind"] == kind}


def world(hall: str, name: str) -> Any:
    """A node's matrix in its hall."""
    node = document(hall)["nodes"][name]
    parts = (
        np.array(node.get(key, (1, 1, 1)), float) for key in ("translation", "rotation", "scale")
    )
    own = compose(*parts)
    return own if node.get("parent") is None else world(hall, node["parent"]) @ own


def place(hall: str, name: str) -> Any:
    return world(hall, name)[:3, 3]


def ahead(hall: str, name: str, metres: float = 1.0) -> Any:
    """Where one is who goes so far in the direction in which a node looks."""
    return (world(hall, name) @ np.array([0, 0, -metres, 1]))[:3]


def floor(hall: str) -> WalkMap:
    return WalkMap(document(hall)["hall"]["walk"])


# --- doors ------------------------------------------------------------------------------------


def doors() -> list[tuple[str, str]]:
    return [(hall, name) for hall in HALLS for name in of_kind(hall, "portal")]


def test_every_door_has_one_that_leads_back_to_it() -> None:
    for hall, name in doors():
        goal = of_kind(hall, "portal")[name]["portal"]
        back = [
            node["portal"] for node in of_kind(goal["hall"], "portal").values()
            if node["portal"]["hall"] == hall
        ]  # fmt: skip
        assert back, (hall, name)
        nearest = min(math.dist(place(hall, b["spawn"]), place(hall, name)) for b in back)
        assert nearest < 20, "one comes out where one went in"


def test_one_arrives_looking_away_from_the_door_that_one_came_through() -> None:
    for hall, name in doors():
        goal = of_kind(hall, "portal")[name]["portal"]
        other, spawn = goal["hall"], goal["spawn"]
        exits = [n for n, p in of_kind(other, "portal").items() if p["portal"]["hall"] == hall]
        exit_ = min(exits, key=lambda n: math.dist(place(other, n), place(other, spawn)))
        here, there = place(other, exit_), place(other, spawn)
        if other != "grounds":
            assert math.dist(ahead(other, spawn), here) > math.dist(there, here), (hall, name)


def test_nobody_arrives_inside_a_doorway_and_is_taken_back_at_once() -> None:
    for hall in HALLS:
        for spawn, portal in itertools.product(of_kind(hall, "spawn"), of_kind(hall, "portal")):
            radius = of_kind(hall, "spawn")[spawn]["spawn"]["radius"]
            assert math.dist(place(hall, spawn), place(hall, portal)) > radius + 0.6


def test_doors_are_entered_from_the_floor_and_are_as_high_as_people() -> None:
    for hall, name in doors():
        portal = of_kind(hall, "portal")[name]["portal"]
        assert portal["width"] >= 1.2
        assert portal["height"] >= 2.2
        before = (world(hall, name) @ np.array([0, 0, 1.2, 1]))[:3]
        assert floor(hall).inside(before), (hall, name)


# --- arriving and looking ---------------------------------------------------------------------


@each_hall
def test_one_arrives_with_room_to_walk_ahead(hall: str) -> None:
    walk = floor(hall)
    for spawn in of_kind(hall, "spawn"):
        for metres in (0.5, 1.0, 2.0):
            there = ahead(hall, spawn, metres)
            near = walk.nearest(there)
            assert math.dist(near, there) < 1.0, (spawn, metres)


@each_hall
def test_many_who_arrive_at_once_all_stand_on_the_floor(hall: str) -> None:
    walk = floor(hall)
    for name, node in of_kind(hall, "spawn").items():
        middle, radius = place(hall, name), node["spawn"]["radius"]
        for turn in np.linspace(0, 2 * np.pi, 12, endpoint=False):
            spot = middle + radius * np.array([np.cos(turn), 0, np.sin(turn)])
            assert math.dist(walk.nearest(spot), spot) < 0.6, (hall, name)


@each_hall
def test_views_are_within_the_hall_and_above_its_floor(hall: str) -> None:
    bounds, walk = document(hall)["hall"]["bounds"], floor(hall)
    for view in document(hall)["hall"]["viewpoints"]:
        x, y, z = view["position"]
        assert bounds["min"][0] <= x <= bounds["max"][0], view["name"]
        assert bounds["min"][2] <= z <= bounds["max"][2], view["name"]
        level = walk.nearest((x, y - EYE, z))[1]
        assert y > level + 1.2, view["name"]
        assert abs(view["pitch"]) < 1.2


@each_hall
def test_nobody_who_takes_a_view_stands_in_a_doorway(hall: str) -> None:
    for view in document(hall)["hall"]["viewpoints"]:
        x, _, z = view["position"]
        for door in of_kind(hall, "portal"):
            at = place(hall, door)
            assert math.hypot(x - at[0], z - at[2]) > 1.8, (view["name"], door)


@each_hall
def test_everything_stands_within_the_hall(hall: str) -> None:
    bounds = document(hall)["hall"]["bounds"]
    for name in document(hall)["nodes"]:
        spot = place(hall, name)
        assert (spot >= np.array(bounds["min"]) - 0.01).all(), name
        assert (spot <= np.array(bounds["max"]) + 0.01).all(), name


@each_hall
def test_turns_are_unit_quaternions_and_nothing_is_mirrored(hall: str) -> None:
    for name, node in document(hall)["nodes"].items():
        assert math.hypot(*node["rotation"]) == pytest.approx(1, abs=1e-3), name
        assert min(node.get("scale", (1, 1, 1))) > 0, name


# --- people -----------------------------------------------------------------------------------


@each_hall
def test_guides_stand_on_the_floor_with_room_before_them(hall: str) -> None:
    walk = floor(hall)
    for guide in of_kind(hall, "guide"):
        spot = place(hall, guide)
        assert math.dist(walk.nearest(spot), spot) < 2.5, guide
        before = ahead(hall, guide, 2.0)
        assert math.dist(walk.nearest(before), before) < 2.5, guide


@each_hall
def test_no_two_seats_guides_or_doors_are_one_upon_the_other(hall: str) -> None:
    spots = [
        place(hall, name) for kind in ("seat", "guide", "portal", "desk")
        for name in of_kind(hall, kind)
    ]  # fmt: skip
    apart = [math.dist(a, b) for a, b in itertools.combinations(spots, 2)]
    assert min(apart, default=1) > 0.45


def test_in_the_theatre_everybody_looks_at_the_stage() -> None:
    stage = place("theatre", "spawn-stage") * (0, 1, 1)
    for seat in of_kind("theatre", "seat"):
        here = place("theatre", seat)
        looks, stands = ahead("theatre", seat) - here, stage - here
        looks[1] = stands[1] = 0
        cosine = looks @ stands / np.linalg.norm(looks) / np.linalg.norm(stands)
        assert cosine > 0.5, seat


def test_in_the_theatre_nobody_sits_behind_a_taller_neighbour() -> None:
    seats = sorted(of_kind("theatre", "seat"), key=lambda seat: place("theatre", seat)[2])
    rows = [[place("theatre", seat) for seat in row] for _, row in itertools.groupby(
        seats, key=lambda seat: round(place("theatre", seat)[1], 2))]  # fmt: skip
    heights = [row[0][1] for row in rows]
    assert heights == sorted(heights)
    assert min(b - a for a, b in itertools.pairwise(heights)) > 0.12


def test_the_speaker_looks_at_the_seats() -> None:
    stage = place("theatre", "spawn-stage")
    middle = np.mean([place("theatre", seat) for seat in of_kind("theatre", "seat")], axis=0)
    assert math.dist(ahead("theatre", "spawn-stage"), middle) < math.dist(stage, middle)


def test_the_desk_is_seen_on_entering_and_its_guide_stands_behind_it() -> None:
    here, desk = place("service", "spawn-main"), place("service", "desk-registration")
    assert math.dist(ahead("service", "spawn-main"), desk) < math.dist(here, desk)
    (guide,) = of_kind("service", "guide")
    assert math.dist(place("service", guide), here) > math.dist(desk, here)


# --- words ------------------------------------------------------------------------------------


def texts(value: Any, path: str = "") -> Iterator[tuple[str, Json]]:
    """Every text in both languages below a value."""
    if isinstance(value, dict):
        if "zh" in value and "en" in value:
            yield path, value
        for key, below in value.items():
            yield from texts(below, f"{path}/{key}")
    elif isinstance(value, list):
        for at, below in enumerate(value):
            yield from texts(below, f"{path}/{at}")


@each_hall
def test_every_word_is_there_in_natural_chinese_and_english(hall: str) -> None:
    found = list(texts(document(hall)))
    assert len(found) > 20
    for path, text in found:
        assert text["zh"].strip() == text["zh"] != "", path
        assert text["en"].strip() == text["en"] != "", path
        assert not HAN.search(text["en"]), (path, text["en"])
        assert not re.search(r"[\u4e00-\u9fff][,;!?]", text["zh"]), (path, "Chinese punctuation")


@each_hall
def test_names_and_titles_are_chinese_in_chinese(hall: str) -> None:
    for path, text in texts(document(hall)):
        if path.endswith(("/name", "/title", "/text")):
            assert HAN.search(text["zh"]), (path, text["zh"])


@each_hall
def test_signs_are_large_enough_to_read_and_stand_out(hall: str) -> None:
    for name, node in of_kind(hall, "text").items():
        text = node["text"]
        assert 0.01 <= text["size"] <= 3, name
        assert all(0 <= value <= 1 for value in text["color"]), name
        if text.get("background") is not None:
            ink, paper = (np.dot(c[:3], (0.2126, 0.7152, 0.0722)) for c in
                          (text["color"], text["background"]))  # fmt: skip
            contrast = (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05)
            assert contrast >= 3, (name, contrast)


# --- light ------------------------------------------------------------------------------------


@each_hall
def test_the_air_and_the_light_are_possible(hall: str) -> None:
    air = document(hall)["hall"]["environment"]
    assert 0.2 <= air["exposure"] <= 4
    colours = [air["background"], air["ambient"]["sky"], air["ambient"]["ground"]]
    if air["sun"] is not None:
        colours.append(air["sun"]["color"])
        direction = air["sun"]["direction"]
        assert math.hypot(*direction) == pytest.approx(1, abs=0.02)
        assert direction[1] < -0.1, "the sun shines down"
    assert all(0 <= value <= 1 for colour in colours for value in colour)
    if air["fog"] is not None:
        assert 0 < air["fog"][0] < air["fog"][1]


def test_the_sky_is_out_of_doors_alone() -> None:
    assert {hall: document(hall)["hall"]["environment"]["sky"] for hall in HALLS} == {
        "grounds": "day", **dict.fromkeys(INDOOR, "none")
    }  # fmt: skip


# --- plinths ----------------------------------------------------------------------------------


def test_no_exhibit_touches_its_neighbour_even_taken_apart() -> None:
    exhibits = of_kind("exhibition", "exhibit")
    reach = {
        name: max(abs(node["model"]["bounds"][side][axis]) for side in ("min", "max")
                  for axis in (0, 2))
        for name, node in exhibits.items()
    }  # fmt: skip
    for one, other in itertools.combinations(exhibits, 2):
        apart = math.dist(place("exhibition", one)[[0, 2]], place("exhibition", other)[[0, 2]])
        assert apart > reach[one] + reach[other] + 0.5, (one, other)


def test_no_exhibit_reaches_the_ceiling() -> None:
    ceiling = document("exhibition")["hall"]["bounds"]["max"][1]
    for name, node in of_kind("exhibition", "exhibit").items():
        assert place("exhibition", name)[1] + node["model"]["bounds"]["max"][1] < ceiling, name
