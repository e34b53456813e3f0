"""What an exhibit of the demo park is: its card, its place, and how it is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import radians
from typing import Any, NamedTuple

from scenes.author import Model, Node, about, build_glb
from scenes.demo.exhibits.detail import Detail
from scenes.glb import read_glb
from scenes.summary import level_of, model_summary

__all__ = ["Built", "Exhibit", "Fact", "Plinth", "build", "level_glb"]

Text = dict[str, str]
# Metres to which each level's vertices are rounded.
GRAIN = (0.00006, 0.0005)
UP = (0.0, 1.0, 0.0)
CONTACT = {
    "zh": "展品顾问 · 服务大厅登记台",
    "en": "Exhibit advisers · registration desk, service hall",
}


class Fact(NamedTuple):
    """One line of an exhibit's data sheet."""

    zh: str
    en: str
    value_zh: str
    value_en: str


class Plinth(NamedTuple):
    """The plinth an exhibit looks best on: height and radius in metres."""

    height: float
    radius: float


class Built(NamedTuple):
    """The `model` component of a built exhibit, and the GLBs it names by SHA-256."""

    model: dict[str, Any]
    assets: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One exhibit: who made it, what it is, and the recipe for its model at a level of detail.

    `turn` (degrees about +Y) shows visitors who come from +Z its best side.
    """

    id: str
    title: Text
    maker: Text
    text: Text
    facts: tuple[Fact, ...]
    plinth: Plinth
    model: Callable[[Detail], Model]
    coarse_error: float
    turn: float = 0.0
    licence: str = "CC0-1.0"

    def card(self) -> dict[str, Any]:
        """The `card` component of its scene node."""
        facts = [
            {"label": {"zh": f.zh, "en": f.en}, "value": {"zh": f.value_zh, "en": f.value_en}}
            for f in self.facts
        ]
        return {
            "title": self.title,
            "maker": self.maker,
            "text": self.text,
            "facts": facts,
            "licence": self.licence,
            "contact": CONTACT,
        }


def level_glb(exhibit: Exhibit, level: int) -> bytes:
    """The GLB of one level, 0 being the finest."""
    model = exhibit.model(Detail(level))
    stand = Node("stand-pose", children=model.nodes, rotation=about(UP, radians(exhibit.turn)))
    return build_glb(replace(model, nodes=(stand,)), GRAIN[level])


def build(exhibit: Exhibit) -> Built:
    """Build all levels of an exhibit, finest first."""
    levels, assets = [], {}
    errors = (0.0, exhibit.coarse_error)
    glbs = [level_glb(exhibit, level) for level in range(len(errors))]
    summaries = [model_summary(read_glb(data)) for data in glbs]
    for data, summary, error in zip(glbs, summaries, errors, strict=True):
        level = level_of(data, summary.triangles, error)
        levels.append(level)
        assets[level.asset] = data
    return Built(summaries[0].component(levels), assets)
