"""Single operations and what undoes them."""

from __future__ import annotations

from typing import Any

import pytest

from scenes.findings import SceneError
from scenes.operations import Working, found, is_structural, removed, replaced
from tests.scenes.samples import hall_document


def working() -> Working:
    document = hall_document()
    return Working(document["hall"], document["nodes"])


def test_values_are_put_and_taken_without_touching_the_old() -> None:
    old: dict[str, Any] = {"a": {"b": 1}}
    assert replaced(old, ("a", "c"), 2) == {"a": {"b": 1, "c": 2}}
    assert replaced(old, ("x", "y"), 3) == {"a": {"b": 1}, "x": {"y": 3}}
    assert removed(old, ("a", "b")) == {"a": {}}
    assert removed(old, ("z", "b")) == old == {"a": {"b": 1}}
    assert found(old, ("a", "b")) == (2, 1)
    assert found(old, ("a", "z", "q"))[0] == 1


@pytest.mark.parametrize(
    ("operation", "structural"),
    [
        ({"op": "add", "path": "/nodes/a", "value": {}}, True),
        ({"op": "remove", "path": "/nodes/a"}, True),
        ({"op": "set", "path": "/nodes/a/parent", "value": None}, True),
        ({"op": "set", "path": "/nodes/a/visible", "value": True}, False),
        ({"op": "unset", "path": "/hall/contact"}, False),
    ],
)
def test_what_is_structural(operation: dict[str, Any], structural: bool) -> None:
    assert is_structural(operation) is structural


def test_a_deep_set_is_undone_where_it_began() -> None:
    scene = working()
    path = "/nodes/fox/materials/0/pbrMetallicRoughness/metallicFactor"
    scene.run({"op": "set", "path": path, "value": 0.5}, "/ops/0")
    assert scene.undo == [[{"op": "unset", "path": "/nodes/fox/materials"}]]


def test_unsetting_what_is_not_there_does_nothing() -> None:
    scene = working()
    scene.run({"op": "unset", "path": "/nodes/fox/variant"}, "/ops/0")
    assert scene.undo == [] and scene.nodes == hall_document()["nodes"]


@pytest.mark.parametrize(
    ("operation", "code"),
    [
        ({"op": "set", "path": "/nodes/fox/translation"}, "bad_operation"),
        ({"op": "set", "path": "/nodes/fox", "value": {}}, "bad_operation"),
        ({"op": "add", "path": "/nodes/fox/card", "value": {}}, "bad_operation"),
        ({"op": "remove", "path": "/hall/name"}, "bad_operation"),
        ({"op": "explode", "path": "/nodes/fox"}, "bad_operation"),
        ({"op": "set", "path": "/nodes/fox/model/levels/0", "value": 1}, "inside_a_list"),
        ({"op": "set", "path": "/hall/id", "value": "x"}, "fixed_property"),
        ({"op": "add", "path": "/nodes/fox", "value": {}}, "node_exists"),
        ({"op": "add", "path": "/nodes/new", "value": {"kind": "dragon"}}, "not_a_choice"),
    ],
)
def test_what_cannot_be_done_is_named(operation: dict[str, Any], code: str) -> None:
    scene = working()
    with pytest.raises(SceneError) as caught:
        scene.run(operation, "/ops/0")
    assert caught.value.findings[0].code == code
    assert scene.nodes == hall_document()["nodes"] and scene.hall == hall_document()["hall"]


def test_what_is_structural_is_told_without_a_sound_path() -> None:
    assert is_structural({"op": "set", "path": "/nodes/a/parent", "value": None})
    assert not is_structural({"op": "set", "path": "/nodes//x/parent", "value": None})
    assert not is_structural({"op": "set", "path": "nowhere", "value": None})
    assert not is_structural({"op": "set"})
