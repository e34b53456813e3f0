"""The tower on its foundation."""

from __future__ import annotations

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.hardware import bolt_circle, hex_bolt
from scenes.demo.exhibits.kit import Item, painted
from scenes.demo.exhibits.wind_turbine.plan import HUB
from scenes.demo.shapes import box, lathe, srgb, tube

__all__ = ["tower"]


def tower(detail: Detail) -> Item:
    """Foundation, tapered tower, door and yaw bearing."""
    n = detail.round(48)
    base = lathe([(0, 0), (0.3, 0), (0.3, 0.02), (0.13, 0.035), (0.12, 0.05), (0, 0.05)], n)
    shaft = lathe(
        [(0.072, 0.05), (0.072, 0.06), (0.062, 0.065), (0.036, HUB - 0.075), (0, HUB - 0.075)], n
    )
    rings = [
        tube(r + 0.0025, r - 0.004, 0.006, n).moved(y=y)
        for r, y in ((0.0545, 0.45), (0.0465, 0.83))
    ]
    door = box(0.03, 0.055, 0.012, detail.edge(0.003)).moved(0, 0.11, -0.058)
    steps = [
        box(0.036, 0.008, 0.03 - 0.008 * i).moved(0, 0.054 + 0.008 * i, -0.075 + 0.004 * i)
        for i in range(3)
    ]
    bolts = bolt_circle(hex_bolt(detail, 0.006), 24, 0.095).moved(y=0.042)
    yaw = tube(0.046, 0.03, 0.014, n, detail.edge(0.002)).moved(y=HUB - 0.066)
    return Item(
        "tower",
        (
            painted(f.PAINT, f.WHITE, shaft),
            painted(f.PAINT, srgb("#9aa39f"), base, door, *detail.some(steps)),
            painted(f.BRUSHED, f.DARK_STEEL, yaw, *rings, *detail.some([bolts])),
        ),
        ("塔筒与偏航轴承", "Tower and yaw bearing"),
    )
