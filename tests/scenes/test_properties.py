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


def test_only_exhibits_are_interactive() -> None:
    interactive = {kind for kind in KINDS if set(INTERACTION) <= properties_of(kind).keys()}
    assert interactive == {"exhibit"}


def test_the_sample_hall_is_sound() -> None:
    document = hall_document()
    assert list(check_hall(document["hall"], "/hall")) == []
    for node in document["nodes"].values():
        assert list(check_node(node, "/n")) == []


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("rotation", [0, 0, 0, 2], "not_a_unit_quaternion"),
        ("translation", [0, 0, 1e9], "out_of_range"),
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
