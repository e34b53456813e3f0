"""KHR_lights_punctual: lamps, and the nodes where they hang."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.children import Child, Children
from scenes.exhibits.check.structure.context import Context, found
from scenes.exhibits.check.structure.field import Raw
from scenes.exhibits.check.structure.fields import Index, Number, Text
from scenes.exhibits.check.structure.lists import Numbers
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.part import Part, Plain, plain
from scenes.exhibits.check.structure.table import Extension, Table, value_of

__all__ = ["EXTENSION"]

NAME = "KHR_lights_punctual"


@dataclass(slots=True)
class Lights(Part):
    """The lamps of the document."""

    lights: list[Part]


@dataclass(slots=True)
class Hung(Part):
    """The lamp of a node."""

    light: int

    def link(self, ctx: Context) -> None:
        """The lamp must be there."""
        lights = ctx.model.extensions.get(NAME)
        if not isinstance(lights, Lights):
            ctx.say("UNSATISFIED_DEPENDENCY", about=f"/extensions/{NAME}")
        elif self.light != NONE and found(lights.lights, self.light) is None:
            ctx.say("UNRESOLVED_REFERENCE", "light", about=str(self.light))


def make_spot(ctx: Context, values: dict[str, Any], source: dict[str, Any]) -> Plain:
    """The cone of a spot light, wider outside than inside."""
    inner, outer = values["innerConeAngle"], values["outerConeAngle"]
    if outer <= inner:
        code = "KHR_LIGHTS_PUNCTUAL_LIGHT_SPOT_ANGLES"
        ctx.say(code, "outerConeAngle", about=f"{outer} <= {inner}")
    return plain(ctx, values, source)


SPOT = Table(
    "light.spot",
    {
        "innerConeAngle": Number(0, below=math.pi / 2, default=0),
        "outerConeAngle": Number(above=0, most=math.pi / 2, default=math.pi / 4),
    },
    make_spot,
)


def make_light(ctx: Context, values: dict[str, Any], source: dict[str, Any]) -> Plain:
    """A lamp; one with a cone must describe it."""
    if values["type"] == "spot":
        value_of(Child(SPOT, required=True), "spot", source, ctx)
    return plain(ctx, values, source)


def make_root(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Lights:
    """The extension of the document."""
    return Lights(values["lights"] or [], extensions=values["extensions"])


def make_node(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Hung:
    """The extension of a node."""
    return Hung(values["light"], extensions=values["extensions"])


LIGHT = Table(
    "light",
    {
        "color": Numbers(3, least=0, most=1),
        "intensity": Number(0),
        "type": Text(required=True, choices=("directional", "point", "spot")),
        "spot": Raw(),
        "range": Number(above=0),
        "name": Text(),
    },
    make_light,
)
ROOT = Table(f"{NAME}.root", {"lights": Children(LIGHT)}, make_root)
NODE = Table(f"{NAME}.node", {"light": Index(required=True)}, make_node)
EXTENSION = Extension(NAME, {"root": ROOT, "nodes": NODE})
