"""Where one can walk outdoors: everywhere but in buildings and water; terraces, and the bridge."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from scenes.demo import plan
from scenes.demo.halls.common import area, link
from scenes.demo.kit_field import closed_curve
from scenes.demo.kit_frame import standing
from scenes.demo.kit_polygon import Polygon, offset, rectangle

# Terraces before the halls' doors, in each building's own axes:
# x0, z0, x1, z1, height, foot of the steps.
TERRACES = {
    "exhibition": (-40.0, 19.9, 40.0, 27.6, 0.6, 30.6),
    "service": (-31.0, 21.3, 31.0, 23.6, 0.6, 26.6),
    "theatre": (-8.0, 24.0, 8.0, 29.8, 0.6, 33.0),
}
_REACH = 478.0


def on_lot(id: str, x: float, y: float, z: float) -> tuple[float, float, float]:
    """Carry a point from a building's own axes into the park's."""
    lot = next(lot for lot in plan.LOTS if lot.id == id)
    p = standing(lot.x, lot.z, lot.yaw).points([x, y, z])
    return float(p[0]), float(p[1]), float(p[2])


def lot_yaw(id: str) -> float:
    """Return how a building is turned."""
    return next(lot for lot in plan.LOTS if lot.id == id).yaw


def walk() -> dict[str, Any]:
    """Return the grounds' walkable areas and the links between them."""
    holes = [_lot_hole(lot) for lot in plan.LOTS] + [_lake(), *_things()]
    areas = [area("park", rectangle(-_REACH, -_REACH, _REACH, _REACH), holes), _bridge_area()]
    links = _bridge_links()
    for id, (*terrace, y, foot) in TERRACES.items():
        corners = [on_lot(id, x, 0, z) for x, z in rectangle(*terrace)]
        areas.append(area(f"terrace-{id}", [(p[0], p[2]) for p in corners], y=y))
        for x in (-4.0, 0.0, 4.0):
            links.append(link(on_lot(id, x, 0, foot), on_lot(id, x, y, terrace[3] - 0.4)))
    return {"areas": areas, "links": links}


def _lot_hole(lot: plan.Lot) -> Polygon:
    terrace = TERRACES.get(lot.id)
    front = terrace[5] - 0.5 if terrace else lot.half[1] + 0.4
    hx, hz = lot.half[0] + 0.4, lot.half[1] + 0.4
    corners = [on_lot(lot.id, x, 0, z) for x, z in rectangle(-hx, -hz, hx, max(front, 0.0))]
    return [(p[0], p[2]) for p in corners]


def _lake() -> Polygon:
    shore = closed_curve(plan.LAKE_KNOTS, 3)
    return offset(shore if _left(shore) else shore[::-1], 1.0)


def _left(polygon: Polygon) -> bool:
    p = np.array(polygon)
    q = np.roll(p, -1, axis=0)
    return float(np.sum(p[:, 0] * q[:, 1] - q[:, 0] * p[:, 1])) < 0


def _things() -> list[Polygon]:
    x0, _, x1, z1 = plan.AXIS_POOL
    g = plan.GATE_Z
    return [
        rectangle(x0 - 3.2, -30, x1 + 3.2, z1 + 0.8),
        rectangle(-42.0, g - 4.2, -12.9, g + 12.2),
        rectangle(12.9, g - 3.9, 34.6, g + 4.9),
        rectangle(-2, g - 3.9, 2, g + 4.1),
    ]


def _bridge_ends() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    a, b = np.array(plan.BRIDGE[0]), np.array(plan.BRIDGE[1])
    along = (b - a) / np.linalg.norm(b - a)
    return a, b, along


def _bridge_area() -> dict[str, Any]:
    a, b, along = _bridge_ends()
    side = np.array([-along[1], along[0]]) * (plan.BRIDGE[2] - 0.4)
    corners = [a + side, a - side, b - side, b + side]
    ring = [(float(x), float(z)) for x, z in corners]
    return area("bridge", ring if _left(ring) else ring[::-1], y=plan.BRIDGE_Y)


def _bridge_links() -> list[dict[str, Any]]:
    a, b, along = _bridge_ends()
    y = plan.BRIDGE_Y
    links = []
    for end, out in ((a, -along), (b, along)):
        inner, outer = end - out * 0.5, end + out * 2.4
        links.append(link((outer[0], 0, outer[1]), (inner[0], y, inner[1])))
    return links


def bridge_yaw() -> float:
    """Return the direction from the plaza along the bridge."""
    _, _, along = _bridge_ends()
    return math.atan2(-float(along[0]), -float(along[1]))
