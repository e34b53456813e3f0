"""The mean of each image: enough to tell one that was lost, blackened or mistaken for another."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.ktx2 import transcode
from scenes.exhibits.derive.resample import LINEAR
from scenes.exhibits.derive.uses import Use, best_source, uses
from scenes.exhibits.features.items import hashed
from scenes.exhibits.pictures import decode
from scenes.exhibits.read import view
from scenes.glb import Glb

__all__ = ["Look", "looks"]

SIDE = 64
SHORT = 0.2
"""A mean of directions so short leads nowhere."""
SAMPLES = 2**18
"""Pixels that are enough for a mean, and quicker than all."""


class Look(NamedTuple):
    """Mean red, green, blue and alpha, 0 to 1; light is averaged as light, directions as such.

    An image that cannot be decoded here has no mean; then only its bytes tell it from others.
    """

    mean: tuple[float, ...]
    bytes: str


def looks(glb: Glb) -> dict[str, Look]:
    """JSON pointer → look of every image that a texture is drawn with."""
    plan = uses(glb.json)
    wanted = {best_source(texture) for texture in glb.json.get("textures", [])}
    images = glb.json.get("images", [])
    known: dict[bytes, Look] = {}
    found = {}
    for i in sorted(i for i in wanted if i is not None):
        place = images[i].get("bufferView")
        data = b"" if place is None else bytes(view(glb, place))
        if data not in known:
            known[data] = _look(data, images[i].get("mimeType", ""), plan[i])
        found[f"/images/{i}"] = known[data]
    return found


def _look(data: bytes, mime: str, use: Use) -> Look:
    pixels = transcode(data, SIDE) if mime == "image/ktx2" else decode(data, None)
    if pixels is None:
        return Look((), hashed(data.hex()))
    rows = pixels.reshape(-1, 4)[:: _step(*pixels.shape[:2])]
    shares = rows / np.float32(255)
    if use.meaning == "colour":
        shares[:, :3] = LINEAR[rows[:, :3]]
    mean = shares.mean(axis=0)
    if use.meaning == "normal":
        mean[:3] = _direction(mean[:3])
    return Look(tuple(float(value) for value in mean), "")


def _direction(mean: NDArray[np.floating[Any]]) -> NDArray[np.floating[Any]]:
    """Where directions lead together: the rougher they are, the shorter is their mean."""
    vector = mean * 2 - 1
    length = float(np.linalg.norm(vector))
    return mean if length <= SHORT else (vector / np.float32(length) + 1) / 2


def _step(height: int, width: int) -> int:
    """Every so-manieth pixel, row after row, out of step with what each row repeats."""
    step = max(1, height * width // SAMPLES)
    while math.gcd(step, width) > 1:
        step += 1
    return step
