"""How often, and how large, each primitive is drawn by the default scene."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.instances import instance_matrices
from scenes.exhibits.read import floats
from scenes.glb import Glb
from scenes.summary.graph import worlds

__all__ = ["Drawn", "drawn"]

F64 = NDArray[np.float64]


class Drawn(NamedTuple):
    """Draw calls and copies of one primitive, and the largest scale it is drawn at."""

    calls: int
    copies: int
    scale: float


def drawn(glb: Glb) -> dict[tuple[int, int], Drawn]:
    """For every (mesh, primitive) of the document; what is not drawn has no copies and scale 1."""
    of_mesh: dict[int, Drawn] = {}
    world = worlds(glb.json)
    for number, matrix in world.items():
        node = glb.json["nodes"][number]
        if "mesh" in node:
            matrices = _matrices(glb, node, matrix, world)
            stretch = float(np.linalg.norm(matrices[:, :3, :3], axis=1).max())
            was = of_mesh.get(node["mesh"], Drawn(0, 0, 0.0))
            of_mesh[node["mesh"]] = Drawn(
                was.calls + 1, was.copies + len(matrices), max(was.scale, stretch)
            )
    return {
        (m, p): of_mesh.get(m, Drawn(0, 0, 1.0))
        for m, mesh in enumerate(glb.json.get("meshes", []))
        for p in range(len(mesh["primitives"]))
    }


def _matrices(glb: Glb, node: dict[str, Any], matrix: F64, world: dict[int, F64]) -> F64:
    """A skinned mesh ignores its node: its first joint says how large it is."""
    if "skin" not in node:
        return matrix @ instance_matrices(glb, node)
    skin = glb.json["skins"][node["skin"]]
    joint = world.get(skin["joints"][0], np.eye(4))
    if "inverseBindMatrices" in skin:
        binds = floats(glb, skin["inverseBindMatrices"], slice(0, 1), np.float64)
        joint = joint @ binds[0].reshape(4, 4).T
    return joint[None]
