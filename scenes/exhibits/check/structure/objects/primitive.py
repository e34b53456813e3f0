"""mesh.primitive (glTF 2.0, section 5.24): vertices, indices, a material, morph targets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from scenes.exhibits.check.structure.children import IndexMap, IndexMaps
from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Index, Int
from scenes.exhibits.check.structure.formats import INDICES
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.accessor import Accessor
from scenes.exhibits.check.structure.objects.attributes import link_attribute, link_target
from scenes.exhibits.check.structure.objects.material import Material
from scenes.exhibits.check.structure.objects.semantics import (
    Semantics,
    check_name,
    check_target_name,
    count_semantics,
)
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table

__all__ = ["PRIMITIVE", "Primitive"]

POINTS, LINES, LINE_LOOP, LINE_STRIP, TRIANGLES, TRIANGLE_STRIP, TRIANGLE_FAN = range(7)
NOTHING = Semantics(False, False, False, 0, 0, 0)


@dataclass(slots=True)
class Primitive(Part):
    """``vertices`` and ``drawn`` are counted while linking: of attributes, and with indices."""

    attributes: dict[str, int]
    indices: int
    material: int
    mode: int
    targets: list[dict[str, int]] | None
    semantics: Semantics
    vertices: int = NONE
    drawn: int = NONE
    accessors: dict[str, Accessor] = field(default_factory=dict)

    @property
    def target_count(self) -> int:
        """How many morph targets there are."""
        return len(self.targets or ())

    @property
    def triangles(self) -> int:
        """How many triangles are drawn."""
        if self.mode == TRIANGLES:
            return max(self.drawn, 0) // 3
        return max(self.drawn - 2, 0) if self.mode in (TRIANGLE_STRIP, TRIANGLE_FAN) else 0

    def link(self, ctx: Context) -> None:
        """Follow everything that it refers to."""
        self._link_attributes(ctx)
        if self.indices != NONE:
            self._link_indices(ctx)
        if not fits(self.mode, self.drawn):
            ctx.say("MESH_PRIMITIVE_INCOMPATIBLE_MODE", about=f"{self.drawn}, {self.mode}")
        if self.material != NONE:
            self._link_material(ctx)
        for at, target in enumerate(self.targets or ()):
            ctx.path += ("targets", at)
            for name, index in target.items():
                link_target(name, index, self.accessors, ctx)
            del ctx.path[-2:]

    def _link_attributes(self, ctx: Context) -> None:
        ctx.path.append("attributes")
        for name, index in self.attributes.items():
            accessor = link_attribute(name, index, ctx)
            if accessor is None:
                continue
            self.accessors[name] = accessor
            if self.vertices == NONE:
                self.vertices = self.drawn = accessor.count
            elif self.vertices != accessor.count:
                ctx.say("MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT", name)
        ctx.path.pop()

    def _link_indices(self, ctx: Context) -> None:
        accessor = ctx.model.find(Accessor, self.indices)
        if accessor is None:
            ctx.say("UNRESOLVED_REFERENCE", "indices", about=str(self.indices))
            return
        self.drawn = accessor.count
        accessor.put_to("indices", "indices", ctx)
        if accessor.view is not None:
            accessor.view.put_to("indices", "indices", ctx)
        if accessor.has_stride:
            ctx.say("MESH_PRIMITIVE_INDICES_ACCESSOR_WITH_BYTESTRIDE", "indices")
        if accessor.format not in INDICES:
            code = "MESH_PRIMITIVE_INDICES_ACCESSOR_INVALID_FORMAT"
            ctx.say(code, "indices", about=str(accessor.format))

    def _link_material(self, ctx: Context) -> None:
        material = ctx.model.find(Material, self.material)
        if material is None:
            ctx.say("UNRESOLVED_REFERENCE", "material", about=str(self.material))
            return
        has_space = self.semantics.has_normal and self.semantics.has_tangent
        if material.demands.needs_tangents and not has_space:
            can_be_made = material.normal_texture is not None
            kind = "GENERATED" if can_be_made else "NO"
            ctx.say(f"MESH_PRIMITIVE_{kind}_TANGENT_SPACE", "material")
        self.wear(material, ctx)

    def wear(self, material: Material, ctx: Context) -> None:
        """A material's textures must find their coordinates."""
        for needed in material.demands.coordinates:
            if needed >= self.semantics.coordinates and needed != NONE:
                ctx.say("MESH_PRIMITIVE_TOO_FEW_TEXCOORDS", "material", about=f"TEXCOORD_{needed}")


def fits(mode: int, count: int) -> bool:
    """Whether a number of vertices makes whole points, lines or triangles."""
    if count == NONE:
        return True
    match mode:
        case 1:
            return count % 2 == 0
        case 2 | 3:
            return count >= 2
        case 4:
            return count % 3 == 0
        case 5 | 6:
            return count >= 3
    return True


def make(ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Primitive:
    """A primitive whose attributes go together."""
    attributes = values["attributes"]
    semantics = NOTHING
    if attributes is not None:
        ctx.path.append("attributes")
        semantics = count_semantics(attributes, ctx)
        ctx.path.pop()
    return Primitive(
        attributes=attributes or {},
        indices=values["indices"],
        material=values["material"],
        mode=values["mode"],
        targets=values["targets"],
        semantics=semantics,
        extensions=values["extensions"],
    )


PRIMITIVE = Table(
    "primitives",
    {
        "mode": Int(0, 6, default=TRIANGLES),
        "attributes": IndexMap(check_name),
        "targets": IndexMaps(check_target_name),
        "indices": Index(),
        "material": Index(),
    },
    make,
)
