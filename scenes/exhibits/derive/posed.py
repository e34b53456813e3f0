"""What of a skinned piece reaches farthest is told by its joints, not by its mesh alone."""

from __future__ import annotations

from collections.abc import Sequence

from scenes.exhibits.derive.geometry import Geometry
from scenes.exhibits.derive.shape import Shape
from scenes.exhibits.features.pose import skinned_points
from scenes.glb import Glb
from scenes.summary.graph import worlds

__all__ = ["mark_posed"]


def mark_posed(glb: Glb, found: Geometry, forms: Sequence[Shape | None]) -> None:
    """Count among the outermost what is so where the joints hold it at rest (in place)."""
    nodes = glb.json.get("nodes", [])
    if not any("skin" in node for node in nodes):
        return
    world = worlds(glb.json)
    for node in (nodes[i] for i in world if "skin" in nodes[i] and "mesh" in nodes[i]):
        for p, primitive in enumerate(glb.json["meshes"][node["mesh"]]["primitives"]):
            form = forms[found.of[node["mesh"], p]]
            if form is not None:
                table = primitive["attributes"]
                points = skinned_points(glb, node["skin"], table, form.rows, world)
                form.outermost[points.argmin(axis=0)] = 1
                form.outermost[points.argmax(axis=0)] = 1
