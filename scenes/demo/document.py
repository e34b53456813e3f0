"""Hall documents: what a node of each kind looks like, and a book to collect them in."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from scenes.glb import read_glb
from scenes.summary import level_of, model_summary

Json = dict[str, Any]
Text = Mapping[str, str]
Vec = Sequence[float]


def text(zh: str, en: str) -> dict[str, str]:
    """Return a text in both languages."""
    return {"zh": zh, "en": en}


def turn(yaw: float) -> list[float]:
    """Return the quaternion of a turn about +Y."""
    return [0.0, round(math.sin(yaw / 2), 7), 0.0, round(math.cos(yaw / 2), 7)]


class Letters(NamedTuple):
    """How words look: letter height in metres, linear colour, widest line, and their manner."""

    size: float
    color: tuple[float, float, float] = (0.05, 0.05, 0.05)
    width: float | None = None
    style: str = "sign"
    tilt: float = 0.0  # radians that the words lean back


@dataclass(slots=True)
class Book:
    """A hall in the making: its nodes, and the assets they name by SHA-256."""

    nodes: dict[str, Json] = field(default_factory=dict)
    assets: dict[str, bytes] = field(default_factory=dict)

    def add(
        self,
        id: str,
        kind: str,
        name: Text,
        at: Vec = (0, 0, 0),
        yaw: float = 0.0,
        parent: str | None = None,
        **component: Any,
    ) -> str:
        """Add a node standing at a place, turned by yaw; raises ValueError for a used id.

        What a node has unless it says otherwise is left out: visitors wait for these bytes.
        """
        if id in self.nodes:
            raise ValueError(f"two nodes are called {id}")
        self.nodes[id] = {
            "kind": kind,
            "name": dict(name),
            **({} if parent is None else {"parent": parent}),
            "translation": [round(float(v), 4) for v in at],
            "rotation": turn(yaw),
            **component,
        }
        return id

    def model(
        self,
        id: str,
        name: Text,
        levels: Sequence[tuple[bytes, float]],
        role: str,
        at: Vec = (0, 0, 0),
    ) -> str:
        """Add a model from its GLBs, finest first, each with its error in metres."""
        summaries = [model_summary(read_glb(data)) for data, _ in levels]
        rows = []
        for (data, error), summary in zip(levels, summaries, strict=True):
            level = level_of(data, summary.triangles, error)
            self.assets[level.asset] = data
            rows.append(level)
        return self.add(id, "model", name, at, model=summaries[0].component(rows, role))

    def sign(self, id: str, words: Text, at: Vec, yaw: float, look: Letters) -> str:
        """Add words that are read from the side that `yaw` faces: 0 is read from the south."""
        component = {
            "zh": words["zh"],
            "en": words["en"],
            "size": look.size,
            "color": list(look.color),
            **({} if look.width is None else {"width": look.width}),
            "align": "center",
            "style": look.style,
        }
        self.add(id, "text", words, at, text=component)
        self.nodes[id]["rotation"] = _facing(yaw, look.tilt)
        return id


def _facing(yaw: float, tilt: float) -> list[float]:
    """Return the quaternion by which -Z looks along yaw's +Z, leaning back by tilt.

    It is a half turn about +Y, then -tilt about +X, then yaw about +Y.
    """
    s, c = math.sin(tilt / 2), math.cos(tilt / 2)
    sy, cy = math.sin(yaw / 2), math.cos(yaw / 2)
    return [round(v, 7) for v in (-sy * s, cy * c, -cy * s, -sy * c)]
