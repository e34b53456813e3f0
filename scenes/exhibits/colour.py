"""One colour that stands for a whole exhibit, before any of it can be seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from scenes.exhibits.derive.drawn import Drawn
from scenes.exhibits.derive.uses import best_source
from scenes.exhibits.features.looks import Look
from scenes.exhibits.read import floats
from scenes.glb import Glb

__all__ = ["mean_colour"]

Json = dict[str, Any]
Rgb = tuple[float, float, float]
GREY: Rgb = (0.5, 0.5, 0.5)
MOST_VERTICES = 4096
"""Vertices whose colours are looked at in one primitive."""


def mean_colour(
    glb: Glb,
    seen: Mapping[tuple[int, int], Drawn],
    triangles: Mapping[str, int],
    looks: Mapping[str, Look],
) -> Rgb:
    """Linear red, green and blue, 0 to 1: base colours weighed by triangles drawn."""
    weights, colours = [], []
    for (m, p), one in seen.items():
        primitive = glb.json["meshes"][m]["primitives"][p]
        if one.copies:
            weights.append(one.copies * (triangles.get(f"/meshes/{m}/primitives/{p}", 0) + 1))
            colours.append(_material(glb.json, primitive, looks) * _vertices(glb, primitive))
    if not colours:
        return GREY
    r, g, b = np.clip(np.average(colours, axis=0, weights=weights), 0, 1).round(4).tolist()
    return r, g, b


def _material(json: Json, primitive: Json, looks: Mapping[str, Look]) -> np.ndarray[Any, Any]:
    if "material" not in primitive:
        return np.ones(3)
    material = json["materials"][primitive["material"]]
    pbr = material.get("pbrMetallicRoughness", {})
    old = material.get("extensions", {}).get("KHR_materials_pbrSpecularGlossiness", {})
    factor = old.get("diffuseFactor") or pbr.get("baseColorFactor", [1.0] * 4)
    slot = old.get("diffuseTexture") or pbr.get("baseColorTexture")
    image = None if slot is None else best_source(json["textures"][slot["index"]])
    look = looks.get(f"/images/{image}")
    mean = look.mean[:3] if look is not None and look.mean else GREY if slot else (1.0, 1.0, 1.0)
    colour: np.ndarray[Any, Any] = np.array(factor[:3], np.float64) * np.array(mean, np.float64)
    return colour


def _vertices(glb: Glb, primitive: Json) -> np.ndarray[Any, Any]:
    accessor = primitive["attributes"].get("COLOR_0")
    if accessor is None:
        return np.ones(3)
    count = glb.json["accessors"][accessor]["count"]
    rows = (
        slice(None)
        if count <= MOST_VERTICES or _is_sparse(glb, accessor)
        else slice(0, count, count // MOST_VERTICES)
    )
    values = floats(glb, accessor, rows, np.float64)[:, :3]
    return np.asarray(values.mean(axis=0)) if len(values) else np.ones(3)


def _is_sparse(glb: Glb, accessor: int) -> bool:
    return "sparse" in glb.json["accessors"][accessor]
