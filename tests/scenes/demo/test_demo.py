"""The demo park as a whole: what an operator owns after the first start."""

from __future__ import annotations

import hashlib
import itertools
import math
from typing import Any

import brotli  # type: ignore[import-untyped]
import pytest

from scenes.demo import DemoPark
from scenes.demo.halls.service import service
from scenes.glb import read_glb
from scenes.state import SceneState
from scenes.summary import model_summary
from scenes.walk import WalkMap, find_walk_faults
from tests import khronos
from tests.scenes.park import demo_park

HALLS = ("grounds", "exhibition", "street", "theatre", "service")
Node = dict[str, Any]


@pytest.fixture(scope="module")
def park() -> DemoPark:
    return demo_park()


def nodes(park: DemoPark, hall: str, kind: str) -> dict[str, Node]:
    every = park.halls[hall]["nodes"]
    return {id: node for id, node in every.items() if node["kind"] == kind}


def levels(park: DemoPark) -> list[dict[str, Any]]:
    every = itertools.chain.from_iterable(hall["nodes"].values() for hall in park.halls.values())
    return [level for node in every if "model" in node for level in node["model"]["levels"]]


def test_there_are_four_places(park: DemoPark) -> None:
    assert tuple(park.halls) == HALLS
    assert all(park.name.values())


@pytest.mark.parametrize("hall", HALLS)
def test_every_hall_is_a_valid_scene_with_a_sound_floor(park: DemoPark, hall: str) -> None:
    document = park.halls[hall]
    assert SceneState.load(document).document() == document
    assert list(find_walk_faults(document["hall"]["walk"])) == []


def test_assets_are_exactly_those_that_are_named_by_their_contents(park: DemoPark) -> None:
    assert {level["asset"] for level in levels(park)} == set(park.assets)
    assert all(hashlib.sha256(data).hexdigest() == sha for sha, data in park.assets.items())


def test_levels_tell_their_size_truly_and_grow_coarser(park: DemoPark) -> None:
    for level in levels(park):
        data = park.assets[level["asset"]]
        assert level["bytes"] == len(data)
        assert level["triangles"] == model_summary(read_glb(data)).triangles
    for hall in park.halls.values():
        for node in hall["nodes"].values():
            rows = node.get("model", {"levels": []})["levels"]
            errors = [row["error"] for row in rows]
            assert errors == sorted(errors)


def test_every_glb_passes_the_khronos_validator(park: DemoPark) -> None:
    reports = khronos.validate(park.assets)
    assert {sha: report.errors for sha, report in reports.items() if report.errors} == {}


def test_the_grounds_are_about_a_square_kilometre_with_a_dozen_named_buildings(
    park: DemoPark,
) -> None:
    bounds = park.halls["grounds"]["hall"]["bounds"]
    across = [bounds["max"][axis] - bounds["min"][axis] for axis in (0, 2)]
    assert across[0] * across[1] == pytest.approx(1e6, rel=0.1)
    buildings = [id for id in nodes(park, "grounds", "group") if id.startswith("building-")]
    names = {park.halls["grounds"]["nodes"][id]["name"]["zh"] for id in buildings}
    assert len(names) >= 12


def test_the_gate_bears_the_park_s_name(park: DemoPark) -> None:
    assert park.halls["grounds"]["nodes"]["sign-gate"]["text"]["zh"] == park.name["zh"]


def test_the_exhibition_has_a_dozen_plinths_and_eight_exhibits_in_both_languages(
    park: DemoPark,
) -> None:
    exhibits = nodes(park, "exhibition", "exhibit")
    assert len(nodes(park, "exhibition", "plinth")) >= 12
    assert len(exhibits) >= 8
    for exhibit in exhibits.values():
        assert all(exhibit["card"]["title"].values())
        assert all(exhibit["card"]["text"].values())


def test_some_exhibits_come_apart_some_move_and_one_has_variants(park: DemoPark) -> None:
    models = [exhibit["model"] for exhibit in nodes(park, "exhibition", "exhibit").values()]
    assert sum(model["parts"] > 3 for model in models) >= 2
    assert sum(bool(model["clips"]) for model in models) >= 2
    assert any(len(model["variants"]) > 1 for model in models)


def test_an_exhibit_stands_on_top_of_its_plinth_alone(park: DemoPark) -> None:
    plinths = nodes(park, "exhibition", "plinth")
    parents = [exhibit["parent"] for exhibit in nodes(park, "exhibition", "exhibit").values()]
    assert len(set(parents)) == len(parents)
    for exhibit in nodes(park, "exhibition", "exhibit").values():
        height = plinths[exhibit["parent"]]["plinth"]["height"]
        assert exhibit["translation"] == pytest.approx([0, height, 0])


def test_every_door_leads_to_a_place_where_one_arrives(park: DemoPark) -> None:
    for hall in HALLS:
        doors = nodes(park, hall, "portal").values()
        assert doors
        for door in doors:
            goal = door["portal"]
            assert park.halls[goal["hall"]]["nodes"][goal["spawn"]]["kind"] == "spawn"


@pytest.mark.parametrize("hall", HALLS)
def test_one_can_walk_from_where_one_arrives_to_every_door_and_guide(
    park: DemoPark, hall: str
) -> None:
    walk = WalkMap(park.halls[hall]["hall"]["walk"])
    spawns = nodes(park, hall, "spawn")
    assert all(walk.inside(spawn["translation"]) for spawn in spawns.values())
    start = spawns["spawn-main"]["translation"]
    goals = nodes(park, hall, "portal") | nodes(park, hall, "guide") | spawns
    lost = [id for id, node in goals.items() if walk.path(start, node["translation"]) is None]
    assert lost == []


def test_the_service_hall_has_a_registration_desk(park: DemoPark) -> None:
    (desk,) = nodes(park, "service", "desk").values()
    assert desk["desk"] == {"service": "registration"}


def test_every_hall_has_a_guide_and_seats(park: DemoPark) -> None:
    for hall in HALLS:
        assert nodes(park, hall, "guide")
        assert nodes(park, hall, "seat")


def test_every_name_is_there_in_both_languages(park: DemoPark) -> None:
    for hall in park.halls.values():
        named = [hall["hall"]["name"], *(node["name"] for node in hall["nodes"].values())]
        assert all(name["zh"].strip() and name["en"].strip() for name in named)


def test_building_again_gives_the_same_bytes(park: DemoPark) -> None:
    document, assets = service()
    assert document == park.halls["service"]
    assert assets == {sha: park.assets[sha] for sha in assets}


def models(park: DemoPark, hall: str, level: int) -> list[bytes]:
    """The architecture's files: level 0 is the finest, -1 the coarsest."""
    every = nodes(park, hall, "model").values()
    return [park.assets[node["model"]["levels"][level]["asset"]] for node in every]


@pytest.mark.parametrize(
    ("hall", "most"), [("grounds", 60), ("exhibition", 40), ("theatre", 40), ("service", 40)]
)
def test_few_things_must_be_drawn(park: DemoPark, hall: str, most: int) -> None:
    for level in (0, -1):
        files = models(park, hall, level)
        assert sum(model_summary(read_glb(data)).draw_calls for data in files) <= most


@pytest.mark.parametrize(
    ("hall", "most"),
    [("grounds", 190_000), ("exhibition", 40_000), ("theatre", 40_000), ("service", 40_000)],
)
def test_what_is_seen_first_is_light(park: DemoPark, hall: str, most: int) -> None:
    assert sum(len(brotli.compress(data)) for data in models(park, hall, -1)) < most


def test_every_building_bears_its_name(park: DemoPark) -> None:
    words = {node["text"]["zh"] for node in nodes(park, "grounds", "text").values()}
    every = nodes(park, "grounds", "group").items()
    assert {node["name"]["zh"] for id, node in every if id.startswith("building-")} <= words


def test_seats_and_guides_are_beside_the_walk(park: DemoPark) -> None:
    for hall in HALLS:
        walk = WalkMap(park.halls[hall]["hall"]["walk"])
        for kind in ("seat", "guide"):
            for id, node in nodes(park, hall, kind).items():
                at = node["translation"]
                assert math.dist(walk.nearest(at), at) < 2.5, id


def test_sixty_can_sit_in_the_theatre(park: DemoPark) -> None:
    assert len(nodes(park, "theatre", "seat")) >= 60
