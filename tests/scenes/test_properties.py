"""The property table."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from scenes.names import INTERACTION, KINDS
from scenes.properties import REQUIRED, check_hall, check_node, properties_of
from tests.scenes.samples import hall_document


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_named_placed_and_has_what_it_requires(kind: str) -> None:
    table = properties_of(kind)
    assert {"name", "parent", "translation", "rotation", "scale", "visible"} <= table.keys()
    assert set(REQUIRED[kind]) <= table.keys()


def test_only_exhibits_and_boards_are_interactive() -> None:
    shared = {kind: set(INTERACTION) & properties_of(kind).keys() for kind in KINDS}
    assert {kind: keys for kind, keys in shared.items() if keys} == {
        "exhibit": {"explode", "variant", "animation", "turn"},
        "board": {"page", "playback"},
    }
    assert set().union(*shared.values()) == set(INTERACTION)


def test_a_board_shows_pages_a_film_or_nothing() -> None:
    page = {"asset": "a" * 64, "width": 1200, "height": 800}
    film = {"asset": "b" * 64, "mime": "video/mp4", "duration": 9.5, "width": 640, "height": 360}
    media = {"id": "plan", "kind": "document", "title": {"zh": "规划", "en": "Plan"}}
    for shown in (None, {**media, "pages": [page]}, {**media, "kind": "video", "video": film}):
        board = {"width": 2.0, "height": 1.5, "media": shown}
        node = {"kind": "board", "name": {"zh": "板", "en": "Board"}, "board": board}
        assert list(check_node(node, "/n")) == []
        board["media"] = {**media, "kind": "page"}
        assert [finding.code for finding in check_node(node, "/n")] == ["not_a_choice"]


def test_the_sample_hall_is_sound() -> None:
    document = hall_document()
    assert list(check_hall(document["hall"], "/hall")) == []
    for node in document["nodes"].values():
        assert list(check_node(node, "/n")) == []


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("rotation", [0, 0, 0, 2], "not_a_unit_quaternion"),
        ("translation", [0, 0, 1e10], "out_of_range"),
        ("scale", [1, 1], "wrong_length"),
        ("name", "fox", "not_an_object"),
        ("explode", 1.5, "out_of_range"),
        ("variant", 3, "not_a_string"),
        ("animation", {"clip": "run"}, "missing"),
        ("materials", {"first": {}}, "unknown_property"),
        ("card", {"title": {"zh": "狐"}}, "missing"),
        ("seat", {}, "unknown_property"),
    ],
)
def test_faults_of_a_node_are_named(path: str, value: Any, code: str) -> None:
    node = copy.deepcopy(hall_document()["nodes"]["fox"])
    node[path] = value
    assert code in [finding.code for finding in check_node(node, "/n")]


def test_a_floor_that_crosses_itself_is_refused() -> None:
    hall = hall_document()["hall"]
    hall["walk"]["areas"][0]["polygon"] = [[-9, -9], [9, 9], [9, -9], [-9, 5]]
    assert [f.code for f in check_hall(hall, "/hall")] == ["walk_crosses_itself"]


NODES = hall_document()["nodes"]
WORDS = {"zh": "字", "en": "word"}
SIGN = {"kind": "text", "name": WORDS, "text": {**WORDS, "size": 0.3}}
LAMP = {
    "kind": "light",
    "name": WORDS,
    "light": {"type": "spot", "color": [1, 1, 1], "intensity": 9},
}
DOOR = {"kind": "portal", "name": WORDS, "portal": {"hall": "next", "spawn": None}}
GROUP = {"kind": "group", "name": WORDS}


def changed(thing: Any, path: str, value: Any) -> Any:
    """A copy with something else at a path such as ``model/levels/0/bytes``."""
    copied = copy.deepcopy(thing)
    *above, last = [int(key) if key.isdigit() else key for key in path.split("/")]
    at = copied
    for key in above:
        at = at[key]
    at[last] = value
    return copied


def faults(node: Any) -> list[tuple[str, str]]:
    return [(finding.pointer, finding.code) for finding in check_node(node, "")]


@pytest.mark.parametrize(
    ("node", "path", "value"),
    [
        (GROUP, "name/zh", "字" * 200),
        (GROUP, "translation", [8000, -8000, 0]),
        (GROUP, "rotation", [0.5, 0.5, 0.5, 0.5]),
        (GROUP, "scale", [1, -1, 1]),
        (GROUP, "parent", None),
        (SIGN, "text/background", [0, 0, 0, 0]),
        (SIGN, "text/width", None),
        (LAMP, "light/range", None),
        (LAMP, "light/angle", 1.2),
        (DOOR, "portal/spawn", "spawn-main"),
        (NODES["fox"], "explode", 1),
        (NODES["fox"], "variant", None),
        (NODES["fox"], "animation", {"clip": "run", "playing": True, "speed": -1}),
        (NODES["fox"], "materials", {"0": {"emissiveFactor": [0, 0, 1]}}),
        (NODES["fox"], "model/levels/0/error", 0),
        (NODES["fox"], "model/bounds", {"min": [1, 1, 1], "max": [1, 1, 1]}),
    ],
)
def test_edges_that_are_still_within(node: Any, path: str, value: Any) -> None:
    assert faults(changed(node, path, value)) == []


@pytest.mark.parametrize(
    ("node", "path", "value", "pointer", "code"),
    [
        (GROUP, "name/zh", "字" * 201, "/name/zh", "wrong_length"),
        (GROUP, "name/fr", "mot", "/name/fr", "unknown_property"),
        (GROUP, "translation", [8000.01, 0, 0], "/translation/0", "out_of_range"),
        (GROUP, "translation", [0, 0], "/translation", "wrong_length"),
        (GROUP, "rotation", [1, 1, 1, 1], "/rotation", "not_a_unit_quaternion"),
        (GROUP, "rotation", [0, 0, 0, float("nan")], "/rotation", "not_a_quaternion"),
        (GROUP, "parent", "No Such", "/parent", "bad_id"),
        (GROUP, "parent", "../etc", "/parent", "bad_id"),
        (GROUP, "visible", 1, "/visible", "not_a_boolean"),
        (GROUP, "explode", 0.5, "/explode", "unknown_property"),
        (GROUP, "kind", "dragon", "/kind", "not_a_choice"),
        (SIGN, "text/size", 0, "/text/size", "out_of_range"),
        (SIGN, "text/zh", "字" * 401, "/text/zh", "wrong_length"),
        (SIGN, "text/style", "graffiti", "/text/style", "not_a_choice"),
        (SIGN, "text/background", [0, 0, 0], "/text/background", "wrong_length"),
        (LAMP, "light/color", [1, 1, 2], "/light/color/2", "out_of_range"),
        (LAMP, "light/type", "laser", "/light/type", "not_a_choice"),
        (DOOR, "portal/hall", "", "/portal/hall", "bad_id"),
        (DOOR, "portal/width", 0, "/portal/width", "out_of_range"),
        (NODES["fox"], "model/levels", [], "/model/levels", "wrong_length"),
        (NODES["fox"], "model/levels/0/asset", "A" * 64, "/model/levels/0/asset", "bad_asset"),
        (NODES["fox"], "model/levels/0/asset", "a" * 63, "/model/levels/0/asset", "bad_asset"),
        (NODES["fox"], "model/levels/0/bytes", 0, "/model/levels/0/bytes", "out_of_range"),
        (NODES["fox"], "model/levels/0/bytes", 1.5, "/model/levels/0/bytes", "not_an_integer"),
        (NODES["fox"], "model/bounds/max", [-2, 2, 1], "/model/bounds/max/0", "out_of_range"),
        (NODES["fox"], "model/role", "weapon", "/model/role", "not_a_choice"),
        (NODES["fox"], "card/title/en", None, "/card/title/en", "not_a_string"),
        (NODES["fox"], "animation", {"clip": "a", "playing": True, "speed": 11},
         "/animation/speed", "out_of_range"),
        (NODES["fox"], "materials", {"-1": {}}, "/materials/-1", "unknown_property"),
        (NODES["fox"], "materials", {str(n): {} for n in range(257)}, "/materials",
         "wrong_length"),
    ],
)  # fmt: skip
def test_edges_that_are_beyond(node: Any, path: str, value: Any, pointer: str, code: str) -> None:
    assert (pointer, code) in faults(changed(node, path, value))


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_kind_requires_is_missed_when_it_is_not_there(kind: str) -> None:
    found = faults({"kind": kind, "name": WORDS})
    assert {(f"/{key}", "missing") for key in REQUIRED[kind]} <= set(found)
    assert ("/name", "missing") in faults({"kind": kind})


@pytest.mark.parametrize("node", [None, [], "group", 7, {}, {"kind": ["group"]}])
def test_what_is_no_node_is_refused(node: Any) -> None:
    assert faults(node) != []


HALL = hall_document()["hall"]


@pytest.mark.parametrize(
    ("path", "value", "pointer", "code"),
    [
        ("capacity", 0, "/capacity", "out_of_range"),
        ("capacity", 20_001, "/capacity", "out_of_range"),
        ("state", "ajar", "/state", "not_a_choice"),
        ("bounds/min", [11, -1, -10], "/bounds/max/0", "out_of_range"),
        ("bounds/max", [10, -2, 10], "/bounds/max/1", "out_of_range"),
        ("environment/exposure", 0, "/environment/exposure", "out_of_range"),
        ("environment/fog", [1], "/environment/fog", "wrong_length"),
        ("environment/sky", "night", "/environment/sky", "not_a_choice"),
        ("environment/background", [0, 0, -0.1], "/environment/background/2", "out_of_range"),
        ("viewpoints", [{}], "/viewpoints/0/name", "missing"),
        ("contact", {"zh": "电话"}, "/contact/en", "missing"),
        ("walk", {}, "/walk/areas", "missing"),
        ("walk/areas/0/polygon", [[0, 0], [1, 1]], "/walk/areas/0/polygon", "wrong_length"),
        ("walk/areas/0/holes", [[[99, 99], [99, 98], [98, 98]]], "/walk/areas/0/holes/0",
         "walk_hole_outside"),
        ("walk/links", [{"from": [0, 0, 0], "to": [99, 0, 99]}], "/walk/links/0/to",
         "walk_link_nowhere"),
        ("secret", 1, "/secret", "unknown_property"),
    ],
)  # fmt: skip
def test_faults_of_a_hall_point_to_where_they_are(
    path: str, value: Any, pointer: str, code: str
) -> None:
    found = [(f.pointer, f.code) for f in check_hall(changed(HALL, path, value), "")]
    assert (pointer, code) in found


def test_everything_wrong_is_told_at_once() -> None:
    hall = changed(changed(HALL, "capacity", -1), "state", "ajar")
    hall.pop("name")
    assert len(list(check_hall(hall, ""))) == 3


def test_a_model_may_lie_far_from_its_origin_and_an_exhibit_as_far_the_other_way() -> None:
    node = copy.deepcopy(hall_document()["nodes"]["fox"])
    node["model"]["bounds"] = {"min": [5e8, 0, 5e8], "max": [5e8 + 1, 1, 5e8 + 1]}
    node["translation"] = [-5e8, 0, -5e8]
    assert list(check_node(node, "/n")) == []
    node["translation"] = [-3e9, 0, 0]
    assert [f.pointer for f in check_node(node, "/n")] == ["/n/translation/0"]
    group = {"kind": "group", "name": node["name"], "translation": [9000, 0, 0]}
    assert [f.pointer for f in check_node(group, "/n")] == ["/n/translation/0"]


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        ({"id": "fox", "revision": 2}, None),
        ({"id": "fox", "revision": 2, "fit": "fitted"}, None),
        ({"id": "fox"}, "missing"),
        ({"id": "Fox", "revision": 1}, "bad_id"),
        ({"id": "fox", "revision": 0}, "out_of_range"),
        ({"id": "fox", "revision": 1, "fit": "huge"}, "not_a_choice"),
    ],
)
def test_a_node_says_which_exhibit_it_shows(shown: Any, code: str | None) -> None:
    node = {**copy.deepcopy(hall_document()["nodes"]["fox"]), "exhibit": shown}
    assert [f.code for f in check_node(node, "/n")] == ([] if code is None else [code])
