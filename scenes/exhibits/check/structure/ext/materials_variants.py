"""KHR_materials_variants: one shape in many colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.children import Children
from scenes.exhibits.check.structure.context import Context, found
from scenes.exhibits.check.structure.fields import Index, Text
from scenes.exhibits.check.structure.lists import Indices
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.material import Material
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Extension, Table

__all__ = ["EXTENSION"]

NAME = "KHR_materials_variants"


@dataclass(slots=True)
class Variants(Part):
    """The variants of the document."""

    variants: list[Part]


@dataclass(slots=True)
class Mapping(Part):
    """A material, and the variants in which a primitive has it."""

    variants: list[int] | None
    material: int


@dataclass(slots=True)
class Mappings(Part):
    """The materials of a primitive in some variants."""

    mappings: list[Mapping]

    def link(self, ctx: Context) -> None:
        """Variants and materials must be there, each variant once."""
        known = ctx.model.extensions.get(NAME)
        seen: set[int] = set()
        for at, mapping in enumerate(self.mappings):
            ctx.path += ("mappings", at)
            if isinstance(known, Variants):
                self._link_variants(mapping, known.variants, seen, ctx)
                self._link_material(mapping, ctx)
            else:
                ctx.say("UNSATISFIED_DEPENDENCY", about=f"/extensions/{NAME}")
            del ctx.path[-2:]

    def _link_variants(
        self, mapping: Mapping, known: list[Part], seen: set[int], ctx: Context
    ) -> None:
        for at, index in enumerate(mapping.variants or ()):
            if index == NONE:
                continue
            if index in seen:
                ctx.say("KHR_MATERIALS_VARIANTS_NON_UNIQUE_VARIANT", "variants", at)
            seen.add(index)
            if found(known, index) is None:
                ctx.say("UNRESOLVED_REFERENCE", "variants", at, about=str(index))

    def _link_material(self, mapping: Mapping, ctx: Context) -> None:
        if mapping.material == NONE:
            return
        material = ctx.model.find(Material, mapping.material)
        if material is None:
            ctx.say("UNRESOLVED_REFERENCE", "material", about=str(mapping.material))
        else:
            self.owner.wear(material, ctx)


def make_root(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Variants:
    """The extension of the document."""
    return Variants(values["variants"] or [], extensions=values["extensions"])


def make_mapping(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Mapping:
    """One material."""
    return Mapping(values["variants"], values["material"], extensions=values["extensions"])


def make_primitive(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Mappings:
    """The extension of a primitive."""
    return Mappings(values["mappings"] or [], extensions=values["extensions"])


VARIANT = Table("variant", {"name": Text(required=True)})
MAPPING = Table(
    "mapping",
    {
        "variants": Indices(required=True),
        "material": Index(required=True),
        "name": Text(),
    },
    make_mapping,
)
ROOT = Table(f"{NAME}.root", {"variants": Children(VARIANT)}, make_root)
PRIMITIVE = Table(f"{NAME}.primitive", {"mappings": Children(MAPPING)}, make_primitive)
EXTENSION = Extension(NAME, {"root": ROOT, "primitives": PRIMITIVE})
