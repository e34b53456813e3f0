"""The plaza's paving: pale stone, a net of darker bands, and the long basin on its axis."""

from __future__ import annotations

import itertools

import numpy as np

from scenes.demo import palette as c
from scenes.demo import plan
from scenes.demo.grounds.surfaces import PAVING
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_quads import Faces, join
from scenes.demo.kit_sheet import Sheet

_BASIN_Y, _RIM, _CURB = -0.12, 0.5, 0.4


def plaza(*, fine: bool) -> dict[str, Faces]:
    """Return the plaza as flat quads, none over another."""
    x0, z0, x1, z1 = plan.PLAZA
    px0, pz0, px1, pz1 = plan.AXIS_POOL
    bands = 13 if fine else 0
    lawns = _lawns()
    edge = [0.0, _CURB] if fine else [0.0]
    xs = _marks(
        x0,
        x1,
        bands,
        [
            px0 - _RIM,
            px0,
            px1,
            px1 + _RIM,
            *(v for a, _, b, _ in lawns for e in edge for v in (a + e, b - e)),
        ],
    )
    zs = _marks(
        z0,
        z1,
        bands,
        [
            pz0 - _RIM,
            pz0,
            pz1,
            pz1 + _RIM,
            *(v for _, a, _, b in lawns for e in edge for v in (a + e, b - e)),
        ],
    )
    s = Sheet(fine=fine)
    for a, b in itertools.pairwise(xs):
        for p, q in itertools.pairwise(zs):
            _cell(s, (a, p, b, q), bands)
    s.boxes("ground", [px0, _BASIN_Y, pz0], [px1, 0, pz1], c.shade(c.STONE, 0.4), faces="ewsn")
    turned = [
        part._replace(indices=part.indices[:, ::-1], normals=-part.normals)
        for part in s.faces["ground"][-1:]
    ]
    s.faces["ground"][-1:] = turned
    return {name: join(parts) for name, parts in s.faces.items()}


def _cell(s: Sheet, at: tuple[float, float, float, float], bands: int) -> None:
    a, p, b, q = at
    x, z = (a + b) / 2, (p + q) / 2
    px0, pz0, px1, pz1 = plan.AXIS_POOL
    wet = px0 < x < px1 and pz0 < z < pz1
    rim = px0 - _RIM < x < px1 + _RIM and pz0 - _RIM < z < pz1 + _RIM
    y = _BASIN_Y if wet else 0.0
    quad = [(a, y, q), (b, y, q), (b, y, p), (a, y, p)]
    if wet:
        s.quads("water", [quad], c.WATER)
        return
    x0, z0, x1, z1 = plan.PLAZA
    dark = bands and (_banded(x, x0, x1, bands) or _banded(z, z0, z1, bands))
    color = c.shade(c.STONE, 0.6) if rim else c.shade(PAVING, 0.7) if dark else PAVING
    s.quads("ground", [quad], _lawn_color(x, z) or color)


def _lawns() -> list[tuple[float, float, float, float]]:
    return [
        lawn for x0, z0, x1, z1 in plan.LAWNS for lawn in ((x0, z0, x1, z1), (-x1, z0, -x0, z1))
    ]


def _lawn_color(x: float, z: float) -> c.Color | None:
    for x0, z0, x1, z1 in _lawns():
        if x0 < x < x1 and z0 < z < z1:
            inner = x0 + _CURB < x < x1 - _CURB and z0 + _CURB < z < z1 - _CURB
            return c.GRASS if inner else c.shade(c.STONE, 1.15)
    return None


def _marks(low: float, high: float, bands: int, more: list[float]) -> Floats:
    at = np.linspace(low + 0.4, high - 0.4, bands) if bands else np.array([])
    cuts = np.concatenate([at - 0.4, at + 0.4, np.array([low, high, *more])])
    return np.unique(np.round(cuts, 4))


def _banded(value: float, low: float, high: float, bands: int) -> bool:
    step = (high - low - 0.8) / (bands - 1)
    return abs((value - low - 0.4 + step / 2) % step - step / 2) < 0.4
