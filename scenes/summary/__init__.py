"""What a hall must know of a model before anyone loads it, read from its GLB."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.glb import Glb, GlbError
from scenes.summary.accessor import values
from scenes.summary.document import at, numbers, objects, record, text
from scenes.summary.placed import box_of, placed, triangles_of

__all__ = ["Level", "ModelSummary", "level_of", "model_summary"]

Json = dict[str, Any]
F64 = NDArray[np.float64]
Vec3 = tuple[float, float, float]


class Level(NamedTuple):
    """One level of detail: its asset, size and how far (metres) it strays from the finest."""

    asset: str
    bytes: int
    triangles: int
    error: float


@dataclass(frozen=True, slots=True)
class ModelSummary:
    """Bounds in metres at rest, mean linear colour, and what the model offers to visitors."""

    low: Vec3
    high: Vec3
    color: Vec3
    clips: tuple[str, ...]
    variants: tuple[str, ...]
    parts: int
    triangles: int
    draw_calls: int

    def component(self, levels: Sequence[Level], role: str = "exhibit") -> Json:
        """The `model` component of a scene node; levels are listed finest first."""
        return {
            "levels": [level._asdict() for level in levels],
            "bounds": {"min": list(self.low), "max": list(self.high)},
            "color": list(self.color),
            "clips": list(self.clips),
            "variants": list(self.variants),
            "parts": self.parts,
            "role": role,
        }


def level_of(data: bytes, triangles: int, error: float = 0.0) -> Level:
    """The level that these GLB bytes are."""
    return Level(sha256(data).hexdigest(), len(data), triangles, error)


def model_summary(glb: Glb) -> ModelSummary:
    """Summarise any glTF 2.0 document; raises GlbError where it is not one."""
    with np.errstate(all="ignore"):
        return _summarise(glb)


def _summarise(glb: Glb) -> ModelSummary:
    lows, highs, colors, weights = [], [], [], []
    triangles = 0
    painted: dict[str, F64] = {}
    for item in placed(glb):
        low, high = box_of(glb, item)
        size = triangles_of(glb, item.primitive) * len(item.matrices)
        lows.append(low)
        highs.append(high)
        colors.append(_color(glb, item.primitive, painted))
        weights.append(size + 1)
        triangles += size
    return ModelSummary(
        _vec3(np.min(lows, axis=0)) if lows else (0.0, 0.0, 0.0),
        _vec3(np.max(highs, axis=0)) if highs else (0.0, 0.0, 0.0),
        _vec3(np.average(colors, axis=0, weights=weights)) if colors else (0.5, 0.5, 0.5),
        _clips(glb.json),
        _variants(glb.json),
        _parts(glb.json),
        triangles,
        len(lows),
    )


def _color(glb: Glb, primitive: Json, known: dict[str, F64]) -> F64:
    """Base colour × mean vertex colour; a texture, which is not looked into, counts as half."""
    color = np.ones(3)
    if "material" in primitive:
        material = at(glb.json, "materials", primitive["material"])
        pbr = record(material.get("pbrMetallicRoughness"), "pbrMetallicRoughness")
        color = np.array(numbers(pbr, "baseColorFactor", 4, [1.0] * 4)[:3])
        if "baseColorTexture" in pbr:
            color = color * 0.5
    attributes = record(primitive.get("attributes"), "attributes")
    if "COLOR_0" not in attributes:
        return color
    accessor = attributes["COLOR_0"]
    key = repr(accessor)
    if key not in known:
        known[key] = _vertex_color(glb, accessor)
    return color * known[key]


def _vertex_color(glb: Glb, accessor: object) -> F64:
    wide = at(glb.json, "accessors", accessor).get("type") == "VEC4"
    rows = values(glb, accessor, 4 if wide else 3)
    return np.ones(3) if rows is None else np.nan_to_num(rows[:, :3]).mean(axis=0)


def _clips(json: Json) -> tuple[str, ...]:
    rows = objects(json, "animations")
    return tuple(text(row, "name", f"animation_{i}") for i, row in enumerate(rows))


def _variants(json: Json) -> tuple[str, ...]:
    extensions = record(json.get("extensions"), "extensions")
    rows = objects(record(extensions.get("KHR_materials_variants"), "variants"), "variants")
    return tuple(text(row, "name", f"variant_{i}") for i, row in enumerate(rows))


def _parts(json: Json) -> int:
    found = [node.get("extras") for node in objects(json, "nodes")]
    return sum(
        isinstance(extras, dict) and isinstance(extras.get("part"), dict) for extras in found
    )


def _vec3(values: F64) -> Vec3:
    if not np.isfinite(values).all():
        raise GlbError("gltf.range", "the model has no finite size")
    x, y, z = (round(float(v), 5) for v in values)
    return x, y, z
