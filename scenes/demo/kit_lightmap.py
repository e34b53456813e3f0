"""A picture of the light on flat ground: sun shadows and the dark beneath things."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scenes.demo.kit_bake import SHADOW, TO_SUN
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_png import palette_png
from scenes.demo.kit_sheet import Solid
from scenes.demo.kit_tint import hashed, smooth

_SLOPE = -TO_SUN[[0, 2]] / TO_SUN[1]
_UNIT = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], dtype=float)


class LightMap:
    """A square of ground seen from above: row 0 is its north edge, column 0 its west edge."""

    def __init__(self, x: float, z: float, side: float, pixels: int) -> None:
        self.x, self.z, self.side, self.pixels = x, z, side, pixels
        self.sun = np.ones((pixels, pixels))
        self.sky = np.ones((pixels, pixels))
        self.step = side / pixels

    def solid(self, solid: Solid) -> None:
        """Cast a box's sun shadow and darken the ground under and around it."""
        corners = solid.frame.vectors(_UNIT * solid.half) + solid.centre
        self._shadow(corners, soft=0.12 + 0.012 * float(solid.centre[1]))
        low = float(solid.centre[1] - solid.half[1])
        if low < 12:
            self._beneath(solid, low)

    def crown(self, x: float, z: float, y: float, r: float) -> None:
        """Cast a tree's mottled shadow from its crown's height and radius, and shade its foot."""
        if not self._reaches(x, z, 40):
            return
        cx, cz = x + _SLOPE[0] * y, z + _SLOPE[1] * y
        run = float(np.hypot(*_SLOPE))
        u = _SLOPE / run
        long_, wide = r * float(np.hypot(1, run)), r
        window = self._window(cx - long_, cz - long_, cx + long_, cz + long_)
        if window is not None:
            gx, gz = self._grid(window)
            along = ((gx - cx) * u[0] + (gz - cz) * u[1]) / long_
            across = ((gz - cz) * u[0] - (gx - cx) * u[1]) / wide
            ragged = 0.22 * (smooth(gx, gz, 1.3, 3) - 0.5) + 0.2 * (smooth(gx, gz, 3.1, 4) - 0.5)
            d = np.sqrt(along**2 + across**2) + ragged
            self._darken(self.sun, window, 1 - 0.9 * np.clip((1 - d) * 3.5, 0, 1))
        foot = self._window(x - r * 1.3, z - r * 1.3, x + r * 1.3, z + r * 1.3)
        if foot is not None:
            gx, gz = self._grid(foot)
            r2 = ((gx - x) ** 2 + (gz - z) ** 2) / (r * r)
            self._darken(self.sky, foot, 1 - 0.32 * np.exp(-2.2 * r2))

    def slabs(self) -> None:
        """Lay the square with slabs of stone, each of its own tone, with dark joints."""
        gx, gz = self._grid((slice(None), slice(None)))
        row = np.floor(gz / 0.9)
        along = (gx + 0.9 * (row % 2)) / 1.8
        tone = 0.9 + 0.1 * hashed(np.floor(along), row, 21)
        joint = np.minimum((gz / 0.9) % 1 * 0.9, along % 1 * 1.8) < self.step
        self.sky *= np.where(joint, 0.8, tone)

    def shrunk(self, pixels: int) -> LightMap:
        """Return the same light in fewer pixels."""
        small = LightMap(self.x, self.z, self.side, pixels)
        shape = (pixels, self.pixels // pixels, pixels, self.pixels // pixels)
        small.sun = self.sun.reshape(shape).mean(axis=(1, 3))
        small.sky = self.sky.reshape(shape).mean(axis=(1, 3))
        return small

    def png(self) -> bytes:
        """Return the picture: what to multiply the ground's colour by."""
        gx, gz = self._grid((slice(None), slice(None)))
        mottle = 0.05 * (smooth(gx, gz, 31, 1) * 0.6 + smooth(gx, gz, 9.0, 2) * 0.4 - 0.5)
        if 0.2 < self.step < 0.5:
            # A blade here and there; noise in every pixel would cost more bytes than all shadows.
            mottle = mottle - 0.035 * (hashed(gx / self.step, gz / self.step, 5) > 0.8)
        shade = np.rint(np.clip(self.sky * (0.94 + mottle), 0, 1) * 31)
        sun = np.rint(np.clip(self.sun, 0, 1) * 7)
        return palette_png((sun * 32 + shade).astype(np.uint8), _colors())

    def _reaches(self, x: float, z: float, margin: float) -> bool:
        inside = self.side + margin
        return -margin < x - self.x < inside and -margin < z - self.z < inside

    def _shadow(self, corners: Floats, *, soft: float) -> None:
        flat = corners[:, [0, 2]] + corners[:, 1:2] * _SLOPE
        hull = _hull(flat)
        low, high = hull.min(axis=0) - 1, hull.max(axis=0) + 1
        window = self._window(low[0], low[1], high[0], high[1])
        if window is None:
            return
        gx, gz = self._grid(window)
        edge = np.roll(hull, -1, axis=0) - hull
        normal = np.stack([edge[:, 1], -edge[:, 0]], axis=1)
        normal /= np.maximum(np.linalg.norm(edge, axis=1, keepdims=True), 1e-9)
        d = np.full(gx.shape, -np.inf)
        for (hx, hz), (nx, nz) in zip(hull, normal, strict=True):
            d = np.maximum(d, (gx - hx) * nx + (gz - hz) * nz)
        blur = max(soft, self.step * 0.7)
        self._darken(self.sun, window, np.clip(0.5 + d / (2 * blur), 0, 1))

    def _beneath(self, solid: Solid, low: float) -> None:
        size = 2 * solid.half[1]
        reach = float(np.clip(0.35 * size, 0.5, 5.0))
        span = float(np.hypot(solid.half[0], solid.half[2])) + 3 * reach
        cx, cz = float(solid.centre[0]), float(solid.centre[2])
        window = self._window(cx - span, cz - span, cx + span, cz + span)
        if window is None:
            return
        gx, gz = self._grid(window)
        local = np.stack([gx - cx, 0 * gx, gz - cz], axis=-1) @ solid.frame.axes.T
        dx = np.abs(local[..., 0]) - solid.half[0]
        dz = np.abs(local[..., 2]) - solid.half[2]
        outside = np.hypot(np.maximum(dx, 0), np.maximum(dz, 0))
        deep = -np.minimum(np.maximum(dx, dz), 0)
        strength = 0.5 * np.exp(-low / 7.0)
        inner = 1 - np.exp(-deep / (0.5 + 0.8 * low)) * 0.5 if low > 0.8 else 1.0
        dark = strength * np.exp(-outside / (reach + 0.5 * low)) * inner
        self._darken(self.sky, window, 1 - dark)

    def _window(self, x0: float, z0: float, x1: float, z1: float) -> tuple[slice, slice] | None:
        def span(low: float, high: float, start: float) -> slice:
            first = int(np.clip(np.floor((low - start) / self.step), 0, self.pixels))
            return slice(first, int(np.clip(np.ceil((high - start) / self.step), 0, self.pixels)))

        rows, cols = span(z0, z1, self.z), span(x0, x1, self.x)
        return (rows, cols) if rows.stop > rows.start and cols.stop > cols.start else None

    def _grid(self, window: tuple[slice, slice]) -> tuple[Floats, Floats]:
        i = np.arange(self.pixels)
        x = self.x + (i[window[1]] + 0.5) * self.step
        z = self.z + (i[window[0]] + 0.5) * self.step
        gx, gz = np.meshgrid(x, z)
        return gx, gz

    @staticmethod
    def _darken(layer: Floats, window: tuple[slice, slice], by: Floats) -> None:
        layer[window] = np.minimum(layer[window], by) * 0.6 + layer[window] * by * 0.4


def _colors() -> NDArray[np.uint8]:
    """Return the palette: 8 steps of sun by 32 of sky, encoded as sRGB."""
    i = np.arange(256)
    sun, sky = (i // 32) / 7, (i % 32) / 31
    linear = sky[:, None] * (SHADOW + (1 - SHADOW) * sun[:, None])
    encoded = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    colors: NDArray[np.uint8] = np.rint(encoded * 255).astype(np.uint8)
    return colors


def _hull(points: Floats) -> Floats:
    """Return the convex hull, counter-clockwise in (x, z) axes (Andrew's monotone chain)."""
    order = sorted((float(x), float(z)) for x, z in points)

    def chain(sequence: list[tuple[float, float]]) -> list[tuple[float, float]]:
        out: list[tuple[float, float]] = []
        for p in sequence:
            while len(out) > 1 and _turn(out[-2], out[-1], p) <= 1e-9:
                out.pop()
            out.append(p)
        return out[:-1]

    return np.array(chain(order) + chain(order[::-1]))


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
