"""Hub and blades."""

from __future__ import annotations

from math import pi, radians, tau

import numpy as np

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.airfoil import Section, blade
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.kit import Item, painted
from scenes.demo.exhibits.wind_turbine.plan import FRONT, RADIUS
from scenes.demo.shapes import Mesh, cylinder, lathe, merge, srgb

__all__ = ["rotor"]

# Along the blade, 0 at the root to 1 at the tip: chord (m), twist (degrees), relative thickness.
CHORD = ([0, 0.06, 0.22, 0.6, 0.92, 1], [0.04, 0.042, 0.088, 0.05, 0.027, 0.008])
TWIST = ([0, 0.22, 0.5, 1], [18, 14, 5, -1])
THICKNESS = ([0.06, 0.14, 0.22, 0.5, 1], [0.95, 0.55, 0.36, 0.22, 0.16])


def rotor(detail: Detail) -> Item:
    """Spinner, collars and three blades with red bands."""
    n = detail.round(40)
    spinner = lathe(
        [
            (0, -0.045),
            (0.046, -0.045),
            (0.052, -0.035),
            (0.052, 0.01),
            (0.042, 0.045),
            (0.022, 0.066),
            (0, 0.072),
        ],
        n,
        crease=50,
    ).turned("x", -pi / 2)
    collars = merge(
        cylinder(0.026, 0.02, detail.round(24)).moved(y=0.054).turned("z", tau * i / 3)
        for i in range(3)
    )
    one = _blade(detail)
    blades = [one.turned("z", tau * i / 3) for i in range(3)]
    tips = painted(f.PAINT, srgb("#c8442c"), *_tips(detail))
    return Item(
        "rotor",
        (
            painted(f.PAINT, f.WHITE, spinner, *blades),
            painted(f.BRUSHED, f.DARK_STEEL, collars),
            tips,
        ),
        ("叶轮：轮毂与三叶片", "Rotor: hub and three blades"),
        (0, 0, -0.2),
        (0, 0, FRONT),
    )


def _sections(share_from: float, share_to: float, count: int, grow: float = 1.0) -> list[Section]:
    """Chord, twist and thickness as a real blade has them: round root, thin twisted tip."""
    found = []
    for share in np.linspace(share_from, share_to, count):
        chord, twist, thick = (float(np.interp(share, *t)) for t in (CHORD, TWIST, THICKNESS))
        along = 0.05 + share * (RADIUS - 0.05)
        round_root = share <= 0.061
        found.append(
            Section(along, chord * grow, radians(twist), 1.0 if round_root else thick * grow)
        )
    return found


def _blade(detail: Detail) -> Mesh:
    root = _sections(0, 0.06, 2)
    rest = _sections(0.1, 1, 16 if detail.fine else 7)
    return blade([*root, *rest], 10 if detail.fine else 5)


def _tips(detail: Detail) -> list[Mesh]:
    band = blade(_sections(0.86, 0.93, 3, 1.03), 10 if detail.fine else 5)
    return [band.turned("z", tau * i / 3) for i in range(3)]
