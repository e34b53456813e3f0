"""The one rotor: compressor drum and turbine discs."""

from __future__ import annotations

from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.gas_turbine.plan import COMPRESSOR, HOT, TURBINE
from scenes.demo.exhibits.gas_turbine.rows import airfoils
from scenes.demo.exhibits.kit import Piece, axial, painted
from scenes.demo.shapes import lathe

__all__ = ["rotor"]


def rotor(detail: Detail) -> tuple[Piece, ...]:
    """Drum, discs and their blades."""
    n = detail.round(48)
    drum = [(0, -0.8), (0.05, -0.8), (0.05, -0.72), (0.1, -0.68), (0.118, -0.65)]
    for at, hub, _, _ in COMPRESSOR:
        drum += [
            (hub, at - 0.018),
            (hub, at + 0.018),
            (hub - 0.012, at + 0.022),
            (hub - 0.01, at + 0.04),
        ]
    drum += [(0.13, -0.06), (0.12, 0.26), (0.15, 0.3)]
    for at, hub, _, _ in TURBINE:
        drum += [
            (hub, at - 0.024),
            (hub, at + 0.024),
            (hub - 0.03, at + 0.028),
            (hub - 0.03, at + 0.06),
        ]
    drum += [(0.08, 0.6), (0.05, 0.63), (0.05, 0.75), (0, 0.75)]
    cold = [
        airfoils(detail, hub - 0.002, tip, count, 0.04, (28, 52)).moved(y=at)
        for at, hub, tip, count in COMPRESSOR
    ]
    hot = [
        airfoils(detail, hub - 0.002, tip, count, 0.05, (-20, -48)).moved(y=at)
        for at, hub, tip, count in TURBINE
    ]
    return (
        painted(f.BRUSHED, (0.56, 0.58, 0.6), axial(lathe(drum, n, crease=30))),
        painted(f.MACHINED, (0.74, 0.76, 0.78), *(axial(row) for row in cold)),
        painted(f.MACHINED, HOT, *(axial(row) for row in hot)),
    )
