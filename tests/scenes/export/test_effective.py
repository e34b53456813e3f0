"""The scene as visitors see it: the shared layer on top, and what is switched off."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from scenes.export.effective import effective_nodes, hidden

DOC: dict[str, Any] = {
    "hall": {},
    "nodes": {
        "box": {"kind": "exhibit", "explode": 0, "materials": {"0": {"emissiveFactor": [0, 0, 0]}}},
        "lamp": {"kind": "light", "parent": "box"},
    },
}


def test_without_a_shared_layer_nodes_are_as_published() -> None:
    assert effective_nodes(DOC, None) == DOC["nodes"]
    assert effective_nodes(DOC, {}) == DOC["nodes"]


def test_shared_values_lie_over_published_ones_to_any_depth() -> None:
    path = "/nodes/box/materials/0/pbrMetallicRoughness/baseColorFactor"
    shared = {"/nodes/box/explode": 0.5, path: [1, 0, 0, 1]}
    box = effective_nodes(DOC, shared)["box"]
    assert box["explode"] == 0.5
    assert box["materials"]["0"] == {
        "emissiveFactor": [0, 0, 0],
        "pbrMetallicRoughness": {"baseColorFactor": [1, 0, 0, 1]},
    }


def test_looking_changes_nothing() -> None:
    before = copy.deepcopy(DOC)
    effective_nodes(DOC, {"/nodes/box/materials/0/emissiveFactor": [1, 1, 1]})
    assert before == DOC


def test_what_is_shared_about_a_node_that_is_gone_is_nothing() -> None:
    assert effective_nodes(DOC, {"/nodes/gone/explode": 1}) == DOC["nodes"]


@pytest.mark.parametrize(
    ("nodes", "name", "off"),
    [
        ({"a": {}}, "a", False),
        ({"a": {"visible": False}}, "a", True),
        ({"a": {"visible": False}, "b": {"parent": "a"}}, "b", True),
        ({"a": {"visible": False}, "b": {"parent": "a"}, "c": {"parent": "b"}}, "c", True),
        ({"a": {}, "b": {"parent": "a", "visible": True}}, "b", False),
        ({"b": {"parent": "gone"}}, "b", False),
        ({"a": {"parent": "b"}, "b": {"parent": "a"}}, "a", False),
        ({}, "gone", False),
    ],
)
def test_a_node_is_hidden_with_everything_below_it(
    nodes: dict[str, Any], name: str, off: bool
) -> None:
    assert hidden(nodes, name) == off
