"""What grows low: bushes around buildings and along the avenue, reeds at the water's edge."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scenes.demo import plan
from scenes.demo.grounds.surfaces import Surfaces
from scenes.demo.kit_frame import Floats, standing
from scenes.demo.kit_tint import hashed, smooth

BUSH, REED = 4, 5
_APRON, _STEP = 5.3, 2.75


def undergrowth(surfaces: Surfaces) -> tuple[Floats, NDArray[np.int64]]:
    """Return places (n, 2) and kinds."""
    bushes = np.concatenate([_round_buildings(surfaces), _between_trees(), _by_the_lake(surfaces)])
    reeds = _reeds(surfaces)
    kinds = np.repeat([BUSH, REED], [len(bushes), len(reeds)])
    return np.concatenate([bushes, reeds]), kinds


def _round_buildings(surfaces: Surfaces) -> Floats:
    beds = np.concatenate([_bed(lot) for lot in plan.LOTS])
    x, z = beds.T
    room = (surfaces.hard(x, z) > 0.9) & (np.abs(x) < 460) & (np.abs(z) < 460)
    chosen: Floats = beds[room & (smooth(x, z, 9.0, 33) > 0.42)]
    return chosen


def _bed(lot: plan.Lot) -> Floats:
    """Return places on the rectangle just outside a building's paving."""
    hx, hz = lot.half[0] + _APRON, lot.half[1] + _APRON
    xs, zs = np.arange(-hx, hx, _STEP), np.arange(-hz, hz, _STEP)
    sides = [np.stack([xs, np.full_like(xs, s * hz)], 1) for s in (-1, 1)]
    sides += [np.stack([np.full_like(zs, s * hx), zs], 1) for s in (-1, 1)]
    flat = np.concatenate(sides)
    local = np.stack([flat[:, 0], 0 * flat[:, 0], flat[:, 1]], axis=1)
    return standing(lot.x, lot.z, lot.yaw).points(local)[:, [0, 2]]


def _between_trees() -> Floats:
    zs = np.arange(154.5, plan.GATE_Z - 16, 9.0)
    zs = zs[np.abs(zs - 300) > 14]
    return np.concatenate([np.stack([np.full_like(zs, x), zs], 1) for x in (-13.2, 13.2)])


def _by_the_lake(surfaces: Surfaces) -> Floats:
    x, z = _grid(4.0, 34)
    d = surfaces.lake(x, z)
    keep = (d > 1.7) & (d < 4.4) & (smooth(x, z, 17.0, 35) > 0.55)
    return np.stack([x, z], 1)[keep]


def _reeds(surfaces: Surfaces) -> Floats:
    x, z = _grid(0.9, 36)
    d = surfaces.lake(x, z)
    keep = (
        (d > 0.75) & (d < 1.6) & (smooth(x, z, 14.0, 37) > 0.57) & (hashed(x * 8, z * 8, 38) > 0.3)
    )
    # The shore before the plaza stays open.
    keep &= ~((x > -50) & (x < 40) & (z > -70))
    return np.stack([x, z], 1)[keep]


def _grid(step: float, seed: int) -> tuple[Floats, Floats]:
    """Return shaken places over the lake and its banks."""
    x0, z0, x1, z1 = -200.0, -200.0, 56.0, -12.0
    x, z = (a.ravel() for a in np.meshgrid(np.arange(x0, x1, step), np.arange(z0, z1, step)))
    i, j = np.round(x / step), np.round(z / step)
    return x + step * (hashed(i, j, seed) - 0.5), z + step * (hashed(i, j, seed + 50) - 0.5)
