"""What unknown extensions may point at: accessors and bufferViews that must keep their number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

__all__ = ["Held", "held", "is_known"]

Json = dict[str, Any]
KNOWN = ("KHR_materials_", "KHR_texture_", "KHR_lights_", "EXT_texture_", "KHR_node_", "KHR_xmp")
"""Beginnings of the names of extensions that point at no bytes."""
KNOWN_WHOLE = frozenset(
    {
        *("KHR_mesh_quantization", "KHR_animation_pointer", "KHR_implicit_shapes"),
        *("KHR_physics_rigid_bodies", "EXT_mesh_gpu_instancing", "EXT_mesh_features"),
        *("EXT_lights_image_based", "MSFT_lod", "MSFT_packing_normalRoughnessMetallic"),
        *("VRM", "VRMC_vrm", "VRMC_springBone", "VRMC_node_constraint"),
        *("VRMC_materials_mtoon", "KHR_interactivity"),
    }
)


class Held(NamedTuple):
    """Numbers of accessors and of bufferViews."""

    accessors: frozenset[int]
    views: frozenset[int]


def is_known(name: str) -> bool:
    """Whether an extension is known to point at no bytes, or is written anew where it does."""
    return name in KNOWN_WHOLE or name.startswith(KNOWN)


def held(json: Json) -> Held:
    """Every whole number in an unknown extension might be one of either."""
    if all(is_known(name) for name in json.get("extensionsUsed", [])):
        return Held(frozenset(), frozenset())
    numbers = frozenset(_numbers(json))
    accessors = range(len(json.get("accessors", [])))
    views = range(len(json.get("bufferViews", [])))
    return Held(
        frozenset(n for n in numbers if n in accessors), frozenset(n for n in numbers if n in views)
    )


def _numbers(json: Json) -> Iterator[int]:
    """Whole numbers inside unknown extensions, wherever those stand."""
    open_: list[tuple[Any, bool]] = [(json, False)]
    while open_:
        value, inside = open_.pop()
        if inside and isinstance(value, int) and not isinstance(value, bool):
            yield value
        elif isinstance(value, list):
            open_ += [(item, inside) for item in value]
        elif isinstance(value, dict):
            open_ += [(v, inside) for k, v in value.items() if k not in ("extras", "extensions")]
            extensions = value.get("extensions")
            if isinstance(extensions, dict):
                open_ += [(v, inside or not is_known(k)) for k, v in extensions.items()]
