"""KHR_materials_emissive_strength: light brighter than white."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]


@dataclass(slots=True)
class Strength(Part):
    """A factor of the material's emissive factor."""

    strength: float

    def link(self, ctx: Context) -> None:
        """A factor of nothing is of no use."""
        emissive = self.owner.emissive
        is_plain = math.isnan(self.strength) or self.strength == 1
        if not is_plain and emissive is not None and not any(emissive):
            ctx.say("KHR_MATERIALS_EMISSIVE_STRENGTH_ZERO_FACTOR")


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Strength:
    """The extension of a material."""
    return Strength(values["emissiveStrength"], extensions=values["extensions"])


TABLE = Table(
    "KHR_materials_emissive_strength",
    {"emissiveStrength": Number(0, default=1)},
    make,
    owner="materials",
)
EXTENSION = Extension("KHR_materials_emissive_strength", {"materials": TABLE})
