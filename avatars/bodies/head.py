"""A head: its solid, and the plane in which a face is drawn.

Measures are of a head 0.24 m high whose middle is the origin; `grow` puts it on a body. The plane
(u, v) is what an eye in the middle of the head sees: u to the left of the body, v up, both about
metres near the nose. Whatever lies on the face is given there and finds its depth by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from avatars.bodies.field import F64, Field, carve, cast, ellipsoid, limb, slope, union

RADIUS = 0.09


@dataclass(frozen=True)
class Features:
    """What makes a face this one's. Lengths in metres, in the face's plane."""

    jaw: float = 1.0
    """How wide the jaw is."""
    chin: float = 1.0
    nose: float = 1.0
    eye_wide: float = 0.0200
    eye_up: float = 0.0114
    eye_down: float = 0.0084
    tilt: float = 0.0030
    """How much higher an eye's outer corner is."""
    mouth: float = 0.0172
    lip_up: float = 0.0040
    lip_down: float = 0.0052
    brow: float = 0.0021
    brow_at: float = 0.0265
    lash: float = 1.0


class Head:
    """The solid of a head with its features; points of the plane become points of the face."""

    def __init__(self, features: Features) -> None:
        self.features = features

    @cached_property
    def field(self) -> Field:
        """Skull, jaw, cheeks, nose, lips; hollows for the eyes."""
        f = self.features
        skull = ellipsoid((0, 0.032, -0.014), (0.0775, 0.089, 0.095))
        face = ellipsoid((0, -0.020, 0.018), (0.0660, 0.076, 0.068))
        jaw = ellipsoid((0, -0.062, 0.020), (0.0415 * f.jaw, 0.042, 0.050))
        chin = ellipsoid((0, -0.0965, 0.050), (0.0150 * f.jaw, 0.0175 * f.chin, 0.019))
        cheeks = [ellipsoid((s * 0.033, -0.036, 0.050), (0.027, 0.026, 0.026)) for s in (1, -1)]
        brow = ellipsoid((0, 0.020, 0.052), (0.052, 0.022, 0.030))
        solid = union(skull, face, jaw, chin, *cheeks, brow, soft=0.045)
        for s in (1, -1):
            hollow = ellipsoid((s * 0.0345, -0.008, 0.108), (0.0265, 0.0185, 0.029))
            solid = carve(solid, hollow, 0.018)
        n = f.nose
        ridge = limb((0, 0.004, 0.076), (0, -0.0375, 0.0925 + 0.003 * n), 0.0062, 0.0074)
        tip = ellipsoid((0, -0.0400, 0.0930 + 0.004 * n), (0.0088 * n, 0.0074, 0.0088))
        wings = [
            ellipsoid((s * 0.0090 * n, -0.0435, 0.0875), (0.0062, 0.0056, 0.0082)) for s in (1, -1)
        ]
        solid = union(solid, ridge, soft=0.018)
        solid = union(solid, tip, *wings, soft=0.009)
        muzzle = ellipsoid((0, -0.0685, 0.070), (0.026, 0.020, 0.0225))
        solid = union(solid, muzzle, soft=0.022)
        upper = ellipsoid((0, -0.0650, 0.0890), (0.0145, 0.0042, 0.0048))
        lower = ellipsoid((0, -0.0735, 0.0875), (0.0125, 0.0050, 0.0056))
        return union(solid, upper, lower, soft=0.0075)

    def ways(self, uv: F64) -> F64:
        """Directions from the middle of the head to points of the plane."""
        far = np.sqrt((uv**2).sum(axis=1))
        angle = far / RADIUS
        share = np.where(far > 1e-9, np.sin(angle) / np.maximum(far, 1e-9), 1 / RADIUS)
        return np.stack([uv[:, 0] * share, uv[:, 1] * share, np.cos(angle)], axis=1)

    def on(self, uv: F64, lift: F64 | float = 0.0) -> F64:
        """Points of the face, lifted off it along its normals."""
        ways = self.ways(uv)
        origins = np.zeros_like(ways)
        points = ways * cast(self.field, origins, ways, 0.16)[:, None]
        if np.ndim(lift) == 0 and not lift:
            return points
        up = np.broadcast_to(np.asarray(lift, "f8"), len(uv))[:, None]
        lifted: F64 = points + slope(self.field, points) * up
        return lifted

    def normals(self, points: F64) -> F64:
        """Normals at points of the face."""
        return slope(self.field, points)
