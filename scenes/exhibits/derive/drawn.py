"""How often, and how large, each primitive is drawn by the default scene."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from scenes.glb import Glb
from scenes.summary.placed import placed

__all__ = ["Drawn", "drawn"]


class Drawn(NamedTuple):
    """Draw calls and copies of one primitive, and the largest scale it is drawn at."""

    calls: int
    copies: int
    scale: float


def drawn(glb: Glb) -> dict[tuple[int, int], Drawn]:
    """For every (mesh, primitive) of the document; what is not drawn has no copies and scale 1."""
    known = {
        id(primitive): (m, p)
        for m, mesh in enumerate(glb.json.get("meshes", []))
        for p, primitive in enumerate(mesh.get("primitives", []))
    }
    found = dict.fromkeys(known.values(), Drawn(0, 0, 0.0))
    for item in placed(glb):
        key = known[id(item.primitive)]
        stretch = float(np.linalg.norm(item.matrices[:, :3, :3], axis=1).max())
        was = found[key]
        found[key] = Drawn(was.calls + 1, was.copies + len(item.matrices), max(was.scale, stretch))
    return {key: one if one.copies else Drawn(0, 0, 1.0) for key, one in found.items()}
