"""The ring of combustors."""

from __future__ import annotations

from scenes.author import Material
from scenes.demo.exhibits import finish as f
from scenes.demo.exhibits.detail import Detail
from scenes.demo.exhibits.gas_turbine.casings import shell
from scenes.demo.exhibits.gas_turbine.plan import CASING, HOT, OPEN, START
from scenes.demo.exhibits.kit import Piece, axial, painted
from scenes.demo.shapes import Mesh, cylinder, lathe, merge, tube

__all__ = ["combustors"]

GLOW = Material(
    "flame", (1.0, 0.35, 0.08), roughness=0.6, emissive=(1.0, 0.28, 0.05), emissive_strength=2.0
)


def combustors(detail: Detail) -> tuple[Piece, ...]:
    """Cans, burners and their flames, and the casing round them."""
    n = detail.round(28)
    can = lathe(
        [
            (0, 0),
            (0.034, 0),
            (0.046, 0.012),
            (0.046, 0.15),
            (0.036, 0.2),
            (0.03, 0.2),
            (0.03, 0.14),
            (0, 0.14),
        ],
        n,
    )
    collar = tube(0.052, 0.04, 0.016, n, detail.edge(0.003)).moved(y=0.02)
    nozzle = cylinder(0.013, 0.09, detail.round(14)).moved(y=-0.03)
    flame = lathe([(0, 0.141), (0.026, 0.141), (0.02, 0.196), (0, 0.198)], n)
    count, angles = (10 if detail.fine else 6), []
    for i in range(count):
        turn = START + 0.18 + (OPEN - 0.36) * i / (count - 1)
        angles.append(turn)

    def around(mesh: Mesh) -> Mesh:
        leaning = mesh.turned("z", 0.2).moved(x=0.245, y=-0.06)
        return axial(merge(leaning.turned("y", turn) for turn in angles))

    wall = shell(detail, [(0.29, -0.08), (0.3, -0.06), (0.3, 0.2), (0.24, 0.255)], 0.01)
    inner = shell(detail, [(0.172, -0.085), (0.172, 0.25)], 0.008)
    return (
        painted(f.MACHINED, HOT, around(can), inner),
        painted(f.BRUSHED, f.STEEL, around(collar), around(nozzle)),
        painted(f.PAINT, CASING, wall),
        painted(GLOW, (1, 1, 1), around(flame)),
    )
