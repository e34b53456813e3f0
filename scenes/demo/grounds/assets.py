"""The grounds' GLBs: ground, districts, trees and furniture, each fine and coarse."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from scenes.author import Model, Node, Surface, build_glb
from scenes.demo import plan
from scenes.demo.document import Book, text
from scenes.demo.grounds import furniture, terrain
from scenes.demo.grounds.districts import District, district
from scenes.demo.grounds.planting import Planting, planting
from scenes.demo.grounds.surfaces import Surfaces, surfaces
from scenes.demo.grounds.tree_shapes import SPECIES, Look, tree
from scenes.demo.kit_lightmap import LightMap
from scenes.demo.kit_model import MATERIALS, mesh, model
from scenes.demo.kit_place import repeated_faces
from scenes.demo.kit_quads import Faces
from scenes.demo.kit_sheet import Solid

_DISTRICT_NAMES = {
    "centre": text("中心区", "Centre"),
    "lakeside": text("湖畔区", "Lakeside"),
    "east": text("研发区", "Research quarter"),
    "north": text("制造区", "Manufacturing quarter"),
    "south": text("门户区", "Gateway quarter"),
}
_NEAR_TREES = 150.0


def add_models(book: Book) -> None:
    """Add every model of the grounds."""
    shapes = surfaces()
    trees = planting(shapes)
    built = {name: district(name, fine=True) for name in plan.DISTRICTS}
    solids = [solid for part in built.values() for solid in part.solids]
    _add_ground(book, shapes, solids, trees)
    for name, part in built.items():
        _add_district(book, name, part)
    _add_trees(book, trees)
    glb = build_glb(Model("furniture", furniture.furniture()))
    book.model("furniture", text("园区设施", "Street furniture"), [(glb, 0.0)], "landscape")


def _add_district(book: Book, name: str, fine: District) -> None:
    levels = [
        (model(name, fine.faces), 0.0),
        (model(f"{name}-coarse", district(name, fine=False).faces), 0.6),
    ]
    book.model(f"district-{name}", _DISTRICT_NAMES[name], levels, "architecture")


def _add_ground(book: Book, shapes: Surfaces, solids: list[Solid], trees: Planting) -> None:
    g = plan.GROUND
    whole = (-g, -g, g, g)
    near, far = [], []
    for fine, pixels, tail in ((True, 1024, ""), (False, 128, "-c")):
        close = _map(plan.NEAR, pixels, solids, trees)
        near.append(_ground("ground-near" + tail, terrain.near(shapes, fine=fine), close, plan.NEAR))
        hills = Node("hills", (Surface(mesh(terrain.hills(fine=fine)), MATERIALS["stone"]),))
        wide = _map(whole, pixels, solids, trees)
        far.append(_ground("ground-far" + tail, terrain.far(shapes, fine=fine), wide, whole, hills))
    words = text("中心地面", "Ground at the centre"), text("园区地面与远山", "Ground and hills")
    book.model("ground-near", words[0], list(zip(near, (0.0, 0.3), strict=True)), "landscape")
    book.model("ground-far", words[1], list(zip(far, (0.0, 0.6), strict=True)), "landscape")


def _map(
    at: tuple[float, float, float, float], pixels: int, solids: list[Solid], trees: Planting
) -> bytes:
    light = LightMap(at[0], at[1], at[2] - at[0], pixels)
    for solid in solids:
        light.solid(solid)
    for (x, z), kind, size in zip(trees.at, trees.kind, trees.size, strict=True):
        y, r = SPECIES[kind].crown
        light.crown(float(x), float(z), y * size, r * size, r * size)
    close = at == plan.NEAR
    if close:
        light.slabs(plan.PLAZA)
    return light.png(grain=close)


def _ground(name: str, faces: dict[str, Faces], picture: bytes, at: tuple[float, float, float, float], *more: Node) -> bytes:
    painted = replace(MATERIALS["ground"], image=picture)
    parts = []
    for material, part in faces.items():
        drawn = mesh(part)
        if material == "ground":
            uvs = ((part.positions[:, [0, 2]] - at[:2]) / (at[2] - at[0])).astype("f4")
            drawn = replace(drawn, uvs=np.clip(uvs, 0, 1))
        parts.append(Surface(drawn, painted if material == "ground" else MATERIALS[material]))
    return build_glb(Model(name, (Node(name, tuple(parts)), *more)))


def _add_trees(book: Book, trees: Planting) -> None:
    near = np.abs(trees.at).max(axis=1) < _NEAR_TREES
    for id, mine, fine_look, coarse_look, name in (
        ("trees-near", near, Look(290, 0.62, 5), Look(40, 1.5, 2), text("中心林木", "Trees at the centre")),
        ("trees-far", ~near, Look(40, 1.45, 2), Look(6, 2.4, 1), text("园区林木", "Trees of the park")),
    ):
        fine = _forest(id, trees, mine, fine_look)
        coarse = _forest(f"{id}-c", trees, mine, coarse_look)
        book.model(id, name, [(fine, 0.0), (coarse, 0.5)], "landscape")


def _forest(name: str, trees: Planting, mine: NDArray[np.bool_], look: Look) -> bytes:
    nodes = []
    for i, kind in enumerate(SPECIES):
        which = mine & (trees.kind == i)
        if not which.any():
            continue
        at = np.stack([trees.at[which, 0], np.zeros(which.sum()), trees.at[which, 1]], axis=1)
        faces = {"foliage": tree(kind, look)}
        nodes.append(
            repeated_faces(f"{name}-{kind.name}", faces, at, trees.turn[which], trees.size[which])
        )
    return build_glb(Model(name, tuple(nodes)))
