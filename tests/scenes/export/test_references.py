"""Indices are known by their rules; what an unknown extension hides is guessed at carefully."""

from __future__ import annotations

from typing import Any

import pytest

from scenes.export.references import points_somewhere, rule_for

TEXTURES = {"*Texture": {"index": "textures"}}


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"amount": 3, "on": True},
        {"nodes": ["by name"], "visible": False},
        {"material": True},
        [{"color": [1, 2, 3]}],
    ],
)
def test_harmless_extensions(value: Any) -> None:
    assert not points_somewhere(value)


@pytest.mark.parametrize(
    "value",
    [
        {"node": 3},
        {"ids": [1, 2]},
        {"deep": [{"attributes": {"A": 4}}]},
        {"flakeTexture": {"index": 0}},
    ],
)
def test_extensions_that_point_somewhere(value: Any) -> None:
    assert points_somewhere(value)


def test_explained_indices_are_no_danger() -> None:
    assert not points_somewhere({"flakeTexture": {"index": 0}}, TEXTURES)
    assert points_somewhere({"flakeTexture": {"index": 0}, "node": 1}, TEXTURES)


def test_rules_match_by_name_by_ending_or_any() -> None:
    assert rule_for({"node": "nodes", "*": "accessors"}, "node") == "nodes"
    assert rule_for(TEXTURES, "normalTexture") == {"index": "textures"}
    assert rule_for({"*": "accessors"}, "POSITION") == "accessors"
    assert rule_for(TEXTURES, "normalScale") is None
