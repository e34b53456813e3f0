"""How one exhibit looks: a chosen variant and overridden materials, baked into meshes of its own.

Accessors and textures stay shared; only the mesh entries that differ are written again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from scenes.export.library import Shared
from scenes.export.output import Output

Json = dict[str, Any]


class Look(NamedTuple):
    """The numbers that an asset's meshes and materials have for one look."""

    meshes: dict[int, int]
    materials: dict[int, int]


class Looks:
    """The looks of one asset, each written once."""

    def __init__(self, shared: Shared, output: Output) -> None:
        self._shared = shared
        self._output = output
        self._known: dict[str, Look] = {}

    def look(self, variant: str | None, overrides: Mapping[str, Any]) -> Look:
        """The meshes and materials for a variant's name and overrides by material index."""
        key = json.dumps([variant, overrides], sort_keys=True)
        if key not in self._known:
            self._known[key] = self._make(variant, overrides)
        return self._known[key]

    def _make(self, variant: str | None, overrides: Mapping[str, Any]) -> Look:
        materials = self._materials(overrides)
        chosen = self._variant(variant)
        numbers = self._shared.numbers.also(materials=materials)
        meshes = {}
        for index, mesh in enumerate(self._shared.source.table("meshes")):
            plain = self._shared.numbers.number("meshes", index)
            entry = numbers.entry("meshes", _in_variant(mesh, chosen))
            same = entry == self._output.tables["meshes"][plain]
            meshes[index] = plain if same else self._output.add("meshes", entry)
        return Look(meshes, materials)

    def _materials(self, overrides: Mapping[str, Any]) -> dict[int, int]:
        found = {}
        for index in range(len(self._shared.source.table("materials"))):
            number = self._shared.numbers.number("materials", index)
            if overrides.get(str(index)):
                plain = self._output.tables["materials"][number]
                number = self._output.add("materials", _merged(plain, overrides[str(index)]))
            found[index] = number
        return found

    def _variant(self, name: str | None) -> int | None:
        variants = self._shared.source.root_list("KHR_materials_variants", "variants")
        names = [variant.get("name") for variant in variants]
        return names.index(name) if name is not None and name in names else None


def _in_variant(mesh: Json, variant: int | None) -> Json:
    if variant is None:
        return mesh
    return {**mesh, "primitives": [_dressed(p, variant) for p in mesh.get("primitives", [])]}


def _dressed(primitive: Json, variant: int) -> Json:
    extension = primitive.get("extensions", {}).get("KHR_materials_variants", {})
    for mapping in extension.get("mappings", []):
        if variant in mapping.get("variants", []):
            return {**primitive, "material": mapping.get("material")}
    return primitive


def _merged(base: Any, over: Any) -> Any:
    if not isinstance(base, dict) or not isinstance(over, dict):
        return over
    return {**base, **{key: _merged(base.get(key, {}), value) for key, value in over.items()}}
