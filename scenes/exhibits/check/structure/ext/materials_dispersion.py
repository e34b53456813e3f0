"""KHR_materials_dispersion: a prism's colours, inside a volume."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Number
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]


@dataclass(slots=True)
class Dispersion(Part):
    """Dispersion needs something to pass through."""

    def link(self, ctx: Context) -> None:
        """Look for the volume."""
        if "KHR_materials_volume" not in self.owner.extensions:
            ctx.say("KHR_MATERIALS_DISPERSION_NO_VOLUME")


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Dispersion:
    """The extension of a material."""
    return Dispersion(extensions=values["extensions"])


TABLE = Table("KHR_materials_dispersion", {"dispersion": Number(0)}, make, owner="materials")
EXTENSION = Extension("KHR_materials_dispersion", {"materials": TABLE})
