"""Light on what is seen: a soft studio with one lamp, in linear colour."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.poster.paint import sample
from scenes.exhibits.poster.raster import Layer
from scenes.exhibits.poster.soup import Soup

__all__ = ["LAMP", "background", "encode", "shade"]

F32 = NDArray[np.float32]
LAMP = np.array([0.45, 0.78, 0.44], np.float32)
"""Towards the lamp, of unit length."""
SKY, GROUND = np.float32(0.92), np.float32(0.42)
SUN = np.float32(1.55)
TOP, BOTTOM = (0.80, 0.86, 0.91), (0.93, 0.95, 0.96)


def shade(soup: Soup, layer: Layer, eye: NDArray[np.float64]) -> tuple[NDArray[np.int64], F32]:
    """The pixels with something on them, and their linear colour and alpha, shape (n,4)."""
    pixels = np.flatnonzero(layer.triangle >= 0)
    which, share = layer.triangle[pixels], layer.weights[pixels]

    def mixed(rows: F32) -> F32:
        return np.asarray(np.einsum("nk,nkd->nd", share, rows[which]), np.float32)

    at, normal, uv, rgb = (mixed(rows) for rows in (soup.corners, soup.normals, soup.uv, soup.rgb))
    towards = _unit((eye - at).astype(np.float32))
    normal = _unit(normal)
    normal = np.where((normal * towards).sum(1, keepdims=True) < 0, -normal, normal)
    colors = np.zeros((len(pixels), 4), np.float32)
    for number, paint in enumerate(soup.paints):
        own = np.flatnonzero(soup.paint[which] == number)
        if not len(own):
            continue
        base = sample(paint, uv[own])
        albedo = base[:, :3] * rgb[own]
        lit = _lit(albedo, normal[own], towards[own], paint.metal, paint.rough)
        colors[own, :3] = (lit if paint.lit else albedo) + np.array(paint.glow, np.float32)
        colors[own, 3] = 1 if paint.mode != "BLEND" else base[:, 3]
    return pixels, colors


def _lit(albedo: F32, normal: F32, towards: F32, metal: float, rough: float) -> F32:
    """A hemisphere, a lamp, and a mirrored studio as rough as the surface (glTF 2.0, app. B)."""
    facing = np.clip((normal * towards).sum(1, keepdims=True), 0, 1)
    lamp = np.clip(normal @ LAMP, 0, None)[:, None]
    diffuse = albedo * (1 - metal) * (_hemisphere(normal[:, 1:2]) + SUN * lamp)
    grazing = (1 - facing) ** 5 * (1 - rough) ** 2
    f0 = 0.04 * (1 - metal) + albedo * metal
    mirrored = 2 * facing * normal - towards
    studio = _hemisphere(mirrored[:, 1:2])
    sharp = np.clip((mirrored @ LAMP)[:, None], 0, 1) ** (2 + 120 * (1 - rough) ** 2)
    glint = sharp * (0.3 + 3.0 * (1 - rough) ** 2)
    return np.asarray(diffuse + (f0 + (1 - f0) * grazing) * (studio + SUN * glint), np.float32)


def _hemisphere(up: F32) -> F32:
    share = up * 0.5 + 0.5
    return np.asarray(GROUND + (SKY - GROUND) * share * share * (3 - 2 * share), np.float32)


def background(width: int, height: int) -> F32:
    """A quiet wall, lighter below, shape (h,w,3), linear."""
    share = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
    wall = np.array(TOP, np.float32) * (1 - share) + np.array(BOTTOM, np.float32) * share
    return np.asarray(np.broadcast_to(wall**2.2, (height, width, 3)).copy(), np.float32)


def encode(linear: F32) -> NDArray[np.uint8]:
    """Linear light to sRGB bytes; what is brighter than white rolls off softly."""
    knee = np.float32(0.8)
    over = np.maximum(linear - knee, 0)
    rolled = np.where(linear > knee, knee + (1 - knee) * (1 - np.exp(-over / (1 - knee))), linear)
    light = np.clip(rolled, 0, 1)
    curve = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return np.asarray(np.round(curve * 255), np.uint8)


def _unit(rows: F32) -> F32:
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(length, 1e-12), np.float32)
