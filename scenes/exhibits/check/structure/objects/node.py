"""node (glTF 2.0, section 5.25): a place in the scene, and what stands there."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, ClassVar

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Index, Text
from scenes.exhibits.check.structure.lists import Indices, Numbers
from scenes.exhibits.check.structure.numbers import NONE, real
from scenes.exhibits.check.structure.objects.mesh import Mesh
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.single import single
from scenes.exhibits.check.structure.table import Table

__all__ = ["NODE", "Node"]

UNIT = 0.00769
"""How far the length of a rotation may be from one: what bytes can express."""
IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]
STILL = {"translation": [0, 0, 0], "rotation": [0, 0, 0, 1], "scale": [1, 1, 1]}


@dataclass(slots=True)
class Node(Part):
    """``is_moved`` tells whether its own transformation does anything."""

    collection: ClassVar = "nodes"

    camera: int
    children: list[int] | None
    skin: int
    mesh: int
    weights: list[float] | None
    has_matrix: bool
    is_moved: bool

    def link(self, ctx: Context) -> None:
        """Follow what stands there, and become the parent of its children."""
        if self.camera != NONE and not ctx.model.has("cameras", self.camera):
            ctx.say("UNRESOLVED_REFERENCE", "camera", about=str(self.camera))
        if self.skin != NONE and not ctx.model.has("skins", self.skin):
            ctx.say("UNRESOLVED_REFERENCE", "skin", about=str(self.skin))
        if self.mesh != NONE:
            self._link_mesh(ctx)
        for at, index in enumerate(self.children or ()):
            if index == NONE:
                continue
            if not ctx.model.has("nodes", index):
                ctx.say("UNRESOLVED_REFERENCE", "children", at, about=str(index))
            elif not ctx.model.adopt(index, ctx.path[-1]):
                ctx.say("NODE_PARENT_OVERRIDE", "children", at, about=str(index))

    def _link_mesh(self, ctx: Context) -> None:
        mesh = ctx.model.find(Mesh, self.mesh)
        if mesh is None:
            ctx.say("UNRESOLVED_REFERENCE", "mesh", about=str(self.mesh))
        elif mesh.primitives is not None:
            self._check_mesh(mesh, ctx)

    def _check_mesh(self, mesh: Mesh, ctx: Context) -> None:
        if self.weights is not None and len(self.weights) != mesh.targets:
            about = f"{len(self.weights)}, {mesh.targets or 0}"
            ctx.say("NODE_WEIGHTS_INVALID", "weights", about=about)
        skinned = [primitive.semantics.joints > 0 for primitive in mesh.primitives or ()]
        has_skin = ctx.model.has("skins", self.skin)
        if has_skin and not any(skinned):
            ctx.say("NODE_SKIN_WITH_NON_SKINNED_MESH")
        elif not has_skin and any(skinned):
            ctx.say("NODE_SKINNED_MESH_WITHOUT_SKIN")


def make(ctx: Context, values: dict[str, Any], source: dict[str, Any]) -> Node:
    """A node placed in one way only."""
    check_rotation(values["rotation"], ctx)
    if values["mesh"] == NONE:
        if values["skin"] != NONE:
            ctx.say("UNSATISFIED_DEPENDENCY", "skin", about="mesh")
        if values["weights"] is not None:
            ctx.say("UNSATISFIED_DEPENDENCY", "weights", about="mesh")
    placed = [name for name in STILL if values[name] is not None]
    matrix = values["matrix"]
    if matrix is not None:
        if placed:
            ctx.say("NODE_MATRIX_TRS", "matrix")
        if matrix != IDENTITY:
            ctx.matrices[int(ctx.path[-1])] = matrix
    return Node(
        camera=values["camera"],
        children=values["children"],
        skin=values["skin"],
        mesh=values["mesh"],
        weights=values["weights"],
        has_matrix=matrix is not None,
        is_moved=(matrix is not None and matrix != IDENTITY)
        or any(values[name] != STILL[name] for name in placed),
        extensions=values["extensions"],
    )


def check_rotation(rotation: list[float] | None, ctx: Context) -> None:
    """A rotation is a quaternion of length one."""
    if rotation is None:
        return
    length = math.sqrt(sum(single(real(part)) ** 2 for part in rotation))
    if abs(1 - length) > UNIT:
        ctx.say("ROTATION_NON_UNIT", "rotation", about=f"{length:.6g}")


NODE = Table(
    "nodes",
    {
        "matrix": Numbers(16),
        "translation": Numbers(3),
        "rotation": Numbers(4, least=-1, most=1),
        "scale": Numbers(3),
        "camera": Index(),
        "children": Indices(),
        "mesh": Index(),
        "skin": Index(),
        "weights": Numbers(),
        "name": Text(),
    },
    make,
)
