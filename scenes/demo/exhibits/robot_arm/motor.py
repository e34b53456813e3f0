"""A joint's servo motor."""

from __future__ import annotations

from scenes.demo.exhibits.detail import Detail
from scenes.demo.shapes import Mesh, box, cylinder, merge, tube

__all__ = ["servo"]


def servo(detail: Detail, radius: float, length: float) -> Mesh:
    """A servo motor about the origin: finned body, connector."""
    n = detail.round(32)
    body = cylinder(radius, length, n, detail.edge(0.01))
    fins = [
        tube(radius + 0.005, radius - 0.01, 0.008, n).moved(y=y) for y in (-0.05, -0.02, 0.01, 0.04)
    ]
    plug = box(0.05, 0.035, 0.05, detail.edge(0.006)).moved(x=radius * 0.95, y=length * 0.25)
    return merge([body, *detail.some([*fins, plug])])
