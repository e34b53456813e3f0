"""Where plants stand: rows along the roads, groves in the grass, a belt around the park."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.demo import plan
from scenes.demo.grounds.surfaces import Surfaces
from scenes.demo.grounds.undergrowth import undergrowth
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_tint import hashed, noise, smooth

PLANE, GINKGO, PINE, CHERRY = range(4)

# Kept free of trees: before doors and the bridge, where people arrive (x, z, radius).
_CLEARINGS = ((-78, -204, 15.0), (-64, -198, 10.0), (-128, -25, 7.0), (70, -336, 9.0))


class Planting(NamedTuple):
    """Trees: places (n, 2), kinds, sizes and turns."""

    at: Floats
    kind: NDArray[np.int64]
    size: Floats
    turn: Floats


def planting(surfaces: Surfaces) -> Planting:
    """Return every tree of the park, in a repeatable order."""
    parts = [
        _avenue(),
        _forecourt(),
        _ring(surfaces),
        _plaza(),
        _shore(surfaces),
        _groves(surfaces),
        _belt(surfaces),
        undergrowth(surfaces),
    ]
    at = np.round(np.concatenate([a for a, _ in parts]) * 8) / 8
    open_ = np.all([np.hypot(at[:, 0] - x, at[:, 1] - z) > r for x, z, r in _CLEARINGS], axis=0)
    at, kind = at[open_], np.concatenate([k for _, k in parts])[open_]
    # Where rows meet, two would share a trunk.
    first = np.sort(np.unique(at, axis=0, return_index=True)[1])
    at, kind = at[first], kind[first]
    draw = hashed(at[:, 0] * 8, at[:, 1] * 8, 3)
    turn = np.floor(hashed(at[:, 0] * 8, at[:, 1] * 8, 4) * 16) * np.pi / 8
    return Planting(at, kind, np.round((0.82 + 0.5 * draw) * 16) / 16, turn)


def _row(at: Floats, kind: int) -> tuple[Floats, NDArray[np.int64]]:
    return at, np.full(len(at), kind)


def _avenue() -> tuple[Floats, NDArray[np.int64]]:
    zs = np.arange(150, plan.GATE_Z - 16, 9.0)
    zs = zs[np.abs(zs - 300) > 14]
    rows = [np.stack([np.full_like(zs, x), zs], 1) for x in (-13.2, 13.2, -24.0, 24.0)]
    at = np.concatenate(rows)
    kinds = np.repeat([PLANE, PLANE, GINKGO, GINKGO], len(zs))
    return at, kinds


def _forecourt() -> tuple[Floats, NDArray[np.int64]]:
    """Plant the lawns before the gate in rows, lower ones in front."""
    zs = np.arange(plan.GATE_Z + 37, 502, 9.5)
    at = np.array([(s * x, z) for s in (-1, 1) for x in (22.5, 28.5, 34.5) for z in zs])
    kinds = np.where(np.abs(at[:, 0]) < 24, CHERRY, np.where(np.abs(at[:, 0]) < 30, GINKGO, PLANE))
    return at, kinds


def _ring(surfaces: Surfaces) -> tuple[Floats, NDArray[np.int64]]:
    hx, hz, r = plan.RING
    sides = []
    for out in (9.6, -9.4):
        a, b, c = hx + out, hz + out, r + out
        run = np.arange(-(b - c), b - c, 12.5)
        flat = np.arange(-(a - c), a - c, 12.5)
        arc = np.arange(0, np.pi / 2, 12.5 / c)
        sides += [np.stack([np.full_like(run, s * a), run], 1) for s in (-1, 1)]
        sides += [np.stack([flat, np.full_like(flat, s * b)], 1) for s in (-1, 1)]
        for sx, sz in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
            x, z = sx * (a - c + c * np.cos(arc)), sz * (b - c + c * np.sin(arc))
            sides.append(np.stack([x, z], 1))
    at = np.concatenate(sides)
    return _row(at[surfaces.hard(at[:, 0], at[:, 1]) > 1.6], PLANE)


def _plaza() -> tuple[Floats, NDArray[np.int64]]:
    """Plant the plaza's lawns: cherries along the inner edge, ginkgo and plane behind."""
    rows = ((22.5, CHERRY, 7.2), (31.5, GINKGO, 8.4), (40.5, PLANE, 9.4), (48.0, GINKGO, 8.4))
    spots, kinds = [], []
    for _, z0, _, z1 in plan.LAWNS:
        for x, kind, step in rows:
            zs = np.linspace(z0 + 3.4, z1 - 3.4, round((z1 - z0 - 6.8) / step) + 1)
            spots += [(side * x, z) for z in zs for side in (-1, 1)]
            kinds += [kind] * (2 * len(zs))
    return np.array(spots), np.array(kinds)


def _shore(surfaces: Surfaces) -> tuple[Floats, NDArray[np.int64]]:
    xs, zs = (a.ravel() for a in np.meshgrid(np.arange(-226, 80, 7.0), np.arange(-224, 10, 7.0)))
    xs = xs + 4 * (hashed(xs, zs, 6) - 0.5)
    zs = zs + 4 * (hashed(xs, zs, 7) - 0.5)
    d = surfaces.lake(xs, zs)
    keep = (d > 1.8) & (d < 26) & (surfaces.hard(xs, zs) > 1.6) & (hashed(xs, zs, 8) > 0.52)
    # The view from the plaza to the water stays open.
    keep &= ~((xs > -60) & (xs < 45) & (zs > -60))
    at = np.stack([xs, zs], 1)[keep]
    kinds = np.array([PLANE, CHERRY, PINE, GINKGO, CHERRY])[(noise(61, len(at)) * 5).astype(int)]
    return at, kinds


def _groves(surfaces: Surfaces) -> tuple[Floats, NDArray[np.int64]]:
    xs, zs = (a.ravel() for a in np.meshgrid(np.arange(-294, 295, 9.5), np.arange(-284, 285, 9.5)))
    xs = xs + 6 * (hashed(xs, zs, 9) - 0.5)
    zs = zs + 6 * (hashed(xs, zs, 10) - 0.5)
    thick = smooth(xs, zs, 46, 12)
    keep = (surfaces.hard(xs, zs) > 3.2) & (thick > 0.585) & (hashed(xs, zs, 13) > 0.3)
    keep &= surfaces.lake(xs, zs) > 24
    at = np.stack([xs, zs], 1)[keep]
    kinds = np.where(smooth(at[:, 0], at[:, 1], 60, 14) > 0.5, PLANE, PINE)
    kinds = np.where(noise(62, len(at)) > 0.8, GINKGO, kinds)
    return at, kinds


def _belt(surfaces: Surfaces) -> tuple[Floats, NDArray[np.int64]]:
    xs, zs = (
        a.ravel() for a in np.meshgrid(np.arange(-560, 561, 18.0), np.arange(-560, 561, 18.0))
    )
    xs = xs + 12 * (hashed(xs, zs, 15) - 0.5)
    zs = zs + 12 * (hashed(xs, zs, 16) - 0.5)
    far = np.maximum(np.abs(xs), np.abs(zs))
    thick = smooth(xs, zs, 70, 17) + np.clip((far - 440) / 160, 0, 0.6)
    keep = (far > 326) & (surfaces.hard(xs, zs) > 4) & (thick > 0.66) & (hashed(xs, zs, 18) > 0.2)
    keep &= ~((np.abs(xs) < 34) & (zs > 0))
    at = np.stack([xs, zs], 1)[keep]
    kinds = np.where(smooth(at[:, 0], at[:, 1], 50, 19) > 0.45, PLANE, PINE)
    return at, kinds
