"""Small things outdoors: lamps, benches, tree grates, shuttles and their stops."""

from __future__ import annotations

import numpy as np

from scenes.author import Node
from scenes.demo import palette as c
from scenes.demo import plan
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_place import grid, repeated
from scenes.demo.kit_sheet import Sheet
from scenes.demo.kit_tint import noise

# Benches: x, z, yaw; one sits looking along -Z of the bench turned by yaw.
BENCHES = (
    (-17.6, -14, -1.5708), (-17.6, 2, -1.5708), (17.6, -14, 1.5708), (17.6, 2, 1.5708),
    (-17.6, 38, -1.5708), (-17.6, 58, -1.5708), (17.6, 38, 1.5708), (17.6, 58, 1.5708),
    (-11, -29, 0.0), (11, -29, 0.0),
    (46.2, -84, 1.35), (18, -152, 1.9), (-124, -21.4, 0.1), (-84, -32.6, 0.0),
    (-186, -132, -1.25), (-104, -192, 3.0),
)  # fmt: skip
# Shuttles: x, z, yaw (they drive along -Z).
SHUTTLES = (
    (4.9, 214, 0.0), (-4.9, 366, 3.1416), (17.6, 99.4, 0.9), (118, 115, 1.5708),
    (-150, 109, -1.5708), (307, -100, 3.1416), (313, 60, 0.0), (-307, -60, 3.1416),
)  # fmt: skip
STOPS = ((-40.0, 120.8, 0.0), (40.0, 103.2, 3.1416), (11.6, 330, 1.5708))


def lamp_places() -> tuple[Floats, Floats]:
    """Return where street lamps stand and how they turn: (n, 3) and (n,)."""
    zs = np.arange(154, plan.GATE_Z - 20, 27.0)
    avenue = grid([-10.6, 10.6], zs)
    xs = np.concatenate([np.arange(-280, -40, 30.0), np.arange(50, 290, 30.0)])
    street = grid(xs, [plan.STREET_Z - 6.6])
    ring = np.concatenate(
        [
            grid([-302.4, 302.4], np.arange(-180, 190, 36.0)),
            grid(np.arange(-190, 200, 36.0), [-292.4, 292.4]),
        ]
    )
    at = np.concatenate([avenue, street, ring])
    at = at[np.abs(at[:, 0]) + np.abs(at[:, 2] - 292) > 20]
    junction = (np.abs(at[:, 0]) > 300) & (np.abs(at[:, 2] - plan.STREET_Z) < 14)
    at = at[~junction]
    yaw = np.where(
        np.abs(at[:, 0]) > 300, np.where(at[:, 0] > 0, 0.0, np.pi),
        np.where(np.abs(at[:, 2]) > 290, np.where(at[:, 2] > 0, -np.pi / 2, np.pi / 2),
                 np.where(np.abs(at[:, 0]) < 12, np.where(at[:, 0] > 0, np.pi, 0.0), -np.pi / 2)),
    )  # fmt: skip
    return at, yaw


def furniture() -> tuple[Node, ...]:
    """Return everything small, each kind once with its places."""
    lamps, turns = lamp_places()
    benches = np.array([(x, 0.0, z) for x, z, _ in BENCHES])
    shuttles = np.array([(x, -0.07, z) for x, z, _ in SHUTTLES])
    stops = np.array([(x, 0.0, z) for x, z, _ in STOPS])
    posts = grid([-9.0, 9.0], np.arange(-20, 34, 9.0))
    hedges = _hedge_places()
    return (
        repeated("lamp", _lamp(), lamps, turns),
        repeated("bench", _bench(), benches, [b[2] for b in BENCHES]),
        repeated("shuttle", _shuttle(), shuttles, [s[2] for s in SHUTTLES]),
        repeated("stop", _stop(), stops, [s[2] for s in STOPS]),
        repeated("post", _post(), posts),
        repeated("hedge", _hedge(), *hedges),
        repeated("flowers", _flowers(), _flower_places(), np.pi / 2),
        repeated("dash", _dash(), _dash_places()),
    )


def _dash_places() -> Floats:
    """Return the strokes between the avenue's lanes."""
    zs = np.arange(146, 504, 9.0)
    zs = zs[(np.abs(zs - 300) > 18) & (np.abs(zs - plan.GATE_Z) > 12)]
    return grid([-5.2, 5.2], zs, -0.07)


def _dash() -> Sheet:
    # Painted ground would need cells as narrow as the stroke; a thin slab does not.
    s = Sheet(fine=True)
    s.boxes("stone", [-0.075, 0, -1.5], [0.075, 0.02, 1.5], (0.6, 0.6, 0.58), faces="u")
    return s


def _lamp() -> Sheet:
    s = Sheet(fine=True)
    s.boxes("stone", [-0.16, 0, -0.16], [0.16, 0.5, 0.16], c.SLATE, faces="ewusn")
    s.boxes("stone", [-0.06, 0.5, -0.06], [0.06, 7.0, 0.06], c.SLATE, faces="ewusn")
    s.boxes("stone", [-0.05, 6.9, -0.05], [2.1, 7.0, 0.05], c.SLATE)
    s.boxes("glow", [0.9, 6.84, -0.11], [2.1, 6.9, 0.11], (1.0, 0.95, 0.85))
    return s


def _bench() -> Sheet:
    s = Sheet(fine=True)
    s.boxes(
        "stone",
        [[-0.95, 0, -0.24], [0.65, 0, -0.24]],
        [[-0.65, 0.4, 0.24], [0.95, 0.4, 0.24]],
        c.CONCRETE,
    )
    zs = np.array([-0.26, -0.08, 0.10])
    low = np.stack([0 * zs - 1.1, 0 * zs + 0.4, zs], axis=1)
    s.boxes("stone", low, low + np.array([2.2, 0.06, 0.15]), c.TIMBER_PALE, faces="ewusn")
    s.boxes("stone", [-1.1, 0.55, 0.27], [1.1, 0.86, 0.33], c.TIMBER_PALE)
    s.boxes(
        "stone",
        [[-0.85, 0.4, 0.28], [0.75, 0.4, 0.28]],
        [[-0.75, 0.6, 0.33], [0.85, 0.6, 0.33]],
        c.SLATE,
    )
    s.solid([-1.1, 0.4, -0.26], [1.1, 0.46, 0.26])
    return s


def _post() -> Sheet:
    s = Sheet(fine=True)
    s.boxes("stone", [-0.09, 0, -0.09], [0.09, 0.86, 0.09], c.SLATE, faces="ewusn")
    s.boxes("glow", [-0.09, 0.86, -0.09], [0.09, 0.98, 0.09], (1.0, 0.95, 0.85), faces="ewsnu")
    return s


def _hedge_places() -> tuple[Floats, Floats]:
    """Return where pieces of clipped hedge stand around the plaza's lawns, and how they turn."""
    at, yaw = [], []
    for x0, z0, x1, z1 in plan.LAWNS:
        for side in (-1, 1):
            for z in np.arange(z0 + 1.9, z1 - 1.2, 2.0):
                at.append((side * (x0 + 1.1), 0.0, z))
                yaw.append(np.pi / 2)
            for x in np.arange(x0 + 2.6, x1 - 1.2, 2.0):
                at += [(side * x, 0.0, z0 + 1.1), (side * x, 0.0, z1 - 1.1)]
                yaw += [0.0, 0.0]
    for z in np.concatenate([np.arange(150, 284, 2.0), np.arange(317, plan.GATE_Z - 16, 2.0)]):
        at.append((0.0, 0.0, z))
        yaw.append(np.pi / 2)
    return np.array(at), np.array(yaw)


def _flower_places() -> Floats:
    """Return the beds along the basin, and those before the gate."""
    basin = grid([-8.3, 8.3], np.arange(-19, 28, 2.0))
    gate = grid([-17.2, 17.2], np.arange(plan.GATE_Z + 19, 502, 2.0))
    return np.concatenate([basin, gate])


def _flowers() -> Sheet:
    s = Sheet(fine=True)
    s.boxes("stone", [-1.0, 0, -0.5], [1.0, 0.3, 0.5], c.shade(c.STONE, 1.1), faces="usnew")
    s.boxes("foliage", [-0.92, 0.3, -0.42], [0.92, 0.44, 0.42], c.HEDGE, faces="usnew")
    spots = noise(31, 22, 3)
    low = np.stack(
        [spots[:, 0] * 1.7 - 0.9, 0.4 + 0.0 * spots[:, 0], spots[:, 1] * 0.7 - 0.4], axis=1
    )
    size = np.array([0.13, 0.1, 0.13]) * (0.7 + spots[:, 2:])
    kinds = np.array([(0.75, 0.45, 0.5), (0.85, 0.8, 0.78), (0.62, 0.22, 0.32), (0.8, 0.62, 0.3)])
    s.boxes("foliage", low, low + size, kinds[(spots[:, 2] * 4).astype(int)], faces="usnew")
    return s


def _hedge() -> Sheet:
    s = Sheet(fine=True)
    s.boxes("foliage", [-1.0, 0, -0.42], [1.0, 0.62, 0.42], c.shade(c.HEDGE, 1.25), faces="usnew")
    s.boxes("foliage", [-1.0, 0.62, -0.3], [1.0, 0.7, 0.3], c.shade(c.HEDGE, 1.5), faces="usnew")
    return s


def _shuttle() -> Sheet:
    s = Sheet(fine=True)
    s.mass("stone", [-1.15, 0.3, -2.6], [1.15, 0.95, 2.6], c.WHITE, split=0)
    s.mass("stone", [-1.1, 2.55, -2.4], [1.1, 2.78, 2.4], c.WHITE, split=0)
    s.boxes("glass", [-1.12, 0.95, -2.5], [1.12, 2.55, 2.5], c.shade(c.GLASS, 0.6), faces="ewsn")
    s.boxes("stone", [-1.16, 0.72, -2.62], [1.16, 0.82, 2.62], c.GOLD, faces="ewsn")
    wheel = np.array([(x, 0.0, z) for x in (-1.12, 0.87) for z in (-1.9, 1.3)])
    s.boxes("stone", wheel, wheel + np.array([0.25, 0.62, 0.62]), (0.03, 0.03, 0.03))
    return s


def _stop() -> Sheet:
    s = Sheet(fine=True)
    s.mass("stone", [-3.4, 2.7, -1.1], [3.4, 2.86, 1.1], c.WHITE, split=0)
    s.boxes("stone", [-3.3, 2.67, -1.0], [3.3, 2.7, 1.0], c.TIMBER_PALE, faces="d")
    s.boxes("stone", [[-3.0, 0, 0.7], [2.9, 0, 0.7]], [[-2.9, 2.7, 0.8], [3.0, 2.7, 0.8]], c.SLATE)
    s.boxes("glass", [-2.9, 0.2, 0.74], [2.9, 2.4, 0.78], c.GLASS)
    s.boxes("stone", [-2.2, 0.38, 0.1], [2.2, 0.46, 0.55], c.TIMBER_PALE)
    s.boxes(
        "stone", [[-1.9, 0, 0.2], [1.7, 0, 0.2]], [[-1.7, 0.38, 0.45], [1.9, 0.38, 0.45]], c.SLATE
    )
    return s
