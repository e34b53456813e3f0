"""What a material looks like in the picture: its factors, and its textures made small."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.pictures import decode
from scenes.glb import Glb

__all__ = ["Paint", "paint_of", "sample"]

Json = dict[str, Any]
F32 = NDArray[np.float32]


class Paint(NamedTuple):
    """Linear colours; textures as (h,w,4) bytes in sRGB, or None."""

    color: tuple[float, float, float, float]
    texture: NDArray[np.uint8] | None
    texcoord: int
    offset: tuple[float, float]
    scale: tuple[float, float]
    metal: float
    rough: float
    glow: tuple[float, float, float]
    mode: str
    cutoff: float
    lit: bool


def paint_of(glb: Glb, index: int, side: int) -> Paint:
    """The look of material number ``index``; -1 is glTF's default material."""
    material = glb.json["materials"][index] if index >= 0 else {}
    extensions = material.get("extensions", {})
    pbr = material.get("pbrMetallicRoughness", {})
    old = extensions.get("KHR_materials_pbrSpecularGlossiness")
    info = (old or {}).get("diffuseTexture") or pbr.get("baseColorTexture")
    color = (old or {}).get("diffuseFactor") or pbr.get("baseColorFactor", [1.0] * 4)
    move = (info or {}).get("extensions", {}).get("KHR_texture_transform", {})
    glass = float(extensions.get("KHR_materials_transmission", {}).get("transmissionFactor", 0))
    alpha = float(color[3]) * (1 - 0.75 * glass)
    blended = material.get("alphaMode") == "BLEND" or glass > 0
    shine = 0.0 if old or "metallicRoughnessTexture" in pbr else float(pbr.get("metallicFactor", 1))
    return Paint(
        (float(color[0]), float(color[1]), float(color[2]), alpha),
        None if info is None else _texture(glb, int(info["index"]), side),
        int(move.get("texCoord", (info or {}).get("texCoord", 0))),
        tuple(move.get("offset", (0.0, 0.0))),
        tuple(move.get("scale", (1.0, 1.0))),
        shine,
        float(pbr.get("roughnessFactor", 1)),
        tuple(material.get("emissiveFactor", (0, 0, 0)))
        if "emissiveTexture" not in material
        else (0.0, 0.0, 0.0),
        "BLEND" if blended else str(material.get("alphaMode", "OPAQUE")),
        float(material.get("alphaCutoff", 0.5)),
        "KHR_materials_unlit" not in extensions,
    )


def _texture(glb: Glb, index: int, side: int) -> NDArray[np.uint8] | None:
    texture = glb.json["textures"][index]
    others = [found.get("source") for found in texture.get("extensions", {}).values()]
    source = next((s for s in [texture.get("source"), *others] if s is not None), None)
    if source is None:
        return None
    image = glb.json["images"][source]
    if "bufferView" not in image:
        return None
    view = glb.json["bufferViews"][image["bufferView"]]
    begin = view.get("byteOffset", 0)
    return decode(glb.bin[begin : begin + view["byteLength"]], side)


def sample(paint: Paint, uv: F32) -> F32:
    """Linear colour and alpha of a paint at texture coordinates, shape (n,2) -> (n,4)."""
    factor = np.array(paint.color, np.float32)
    if paint.texture is None:
        return np.broadcast_to(factor, (len(uv), 4))
    high, wide = paint.texture.shape[:2]
    at = np.nan_to_num(uv) * np.array(paint.scale, np.float32) + np.array(paint.offset, np.float32)
    at -= np.floor(at)
    x = np.minimum((at[:, 0] * wide).astype(np.int32), wide - 1)
    y = np.minimum((at[:, 1] * high).astype(np.int32), high - 1)
    texel = paint.texture[y, x]
    rows = np.empty((len(uv), 4), np.float32)
    rows[:, :3] = LINEAR[texel[:, :3]]
    rows[:, 3] = texel[:, 3] / np.float32(255)
    return rows * factor


_ENCODED = np.arange(256) / 255
LINEAR: F32 = np.where(
    _ENCODED <= 0.04045, _ENCODED / 12.92, ((_ENCODED + 0.055) / 1.055) ** 2.4
).astype(np.float32)
"""IEC 61966-2-1: sRGB bytes as linear light."""
