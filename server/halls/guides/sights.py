"""What stands around a guide, as its brain is told of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from avatars.guides.brain import Sight
from avatars.pose import Vector
from scenes.interest import is_shown
from scenes.places import place_of
from scenes.state import SceneState

NAMED: Final = frozenset({"exhibit", "booth", "desk", "portal", "board", "unit", "seat"})
"""Kinds of nodes that people speak of."""
MOST: Final = 60


def sights(scene: SceneState, at: Vector) -> tuple[Sight, ...]:
    """The things of a hall that have names, nearest first."""
    found = []
    for id, node in scene.nodes.items():
        if node["kind"] in NAMED and is_shown(scene.nodes, id):
            away = math.dist(place_of(scene.nodes, id).position, at)
            found.append((away, id, node))
    found.sort(key=lambda each: each[:2])
    return tuple(sight_of(id, node) for _, id, node in found[:MOST])


def sight_of(id: str, node: Mapping[str, Any], hall: str = "") -> Sight:
    """One thing by what its card calls it, else by its node's name."""
    model = node.get("model", {})
    return Sight(
        id,
        str(node["kind"]),
        names_of(node),
        hall,
        tuple(model.get("variants", ())),
        tuple(model.get("clips", ())),
        node["kind"] == "exhibit" and int(model.get("parts", 0)) > 1,
    )


def names_of(node: Mapping[str, Any]) -> dict[str, str]:
    """What a thing is called in both languages."""
    tenant = node.get("tenant") or {}
    titled = node.get("card", {}).get("title") or tenant.get("name") or node.get("name") or {}
    return {lang: str(titled[lang]) for lang in ("zh", "en") if titled.get(lang)}
