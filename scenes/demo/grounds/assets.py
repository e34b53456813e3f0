"""The grounds' GLBs: ground, districts, trees and furniture, each fine and coarse."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from scenes.author import Model, Node, Surface, build_glb
from scenes.demo import plan
from scenes.demo.document import Book, text
from scenes.demo.grounds import furniture, terrain
from scenes.demo.grounds.districts import District, district
from scenes.demo.grounds.forest import forest
from scenes.demo.grounds.planting import Planting, planting
from scenes.demo.grounds.surfaces import Surfaces, surfaces
from scenes.demo.grounds.tree_shapes import SPECIES, Look
from scenes.demo.kit_lightmap import LightMap
from scenes.demo.kit_model import MATERIALS, mesh, model
from scenes.demo.kit_quads import Faces
from scenes.demo.kit_sheet import Solid

_DISTRICT_NAMES = {
    "centre": text("中心区", "Centre"),
    "lakeside": text("湖畔区", "Lakeside"),
    "east": text("研发区", "Research quarter"),
    "north": text("制造区", "Manufacturing quarter"),
    "south": text("门户区", "Gateway quarter"),
}


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
    hills = [mesh(terrain.hills(fine=fine)) for fine in (True, False)]
    for id, draw, at, side, name, error in (
        ("plaza", terrain.square, plan.PLAZA, 128, text("中心广场", "Central plaza"), 0.2),
        ("ground-near", terrain.near, plan.NEAR, 128, text("湖畔地面", "Ground by the lake"), 0.3),
        (
            "ground-far",
            terrain.far,
            (-g, -g, g, g),
            128,
            text("园区地面与远山", "Ground and hills"),
            0.6,
        ),
    ):
        light = _light(at, solids, trees)
        levels = []
        for i, picture in enumerate((light.png(), light.shrunk(side).png())):
            parts = (
                []
                if id != "ground-far"
                else [Node("hills", (Surface(hills[i], MATERIALS["stone"]),))]
            )
            levels.append(
                _ground(id if i == 0 else f"{id}-c", draw(shapes, fine=i == 0), picture, at, *parts)
            )
        book.model(id, name, list(zip(levels, (0.0, error), strict=True)), "landscape")


def _light(at: tuple[float, float, float, float], solids: list[Solid], trees: Planting) -> LightMap:
    light = LightMap(at[0], at[1], at[2] - at[0], 1024)
    for solid in solids:
        light.solid(solid)
    for (x, z), kind, size in zip(trees.at, trees.kind, trees.size, strict=True):
        y, r = SPECIES[kind].crown
        light.crown(float(x), float(z), y * size, r * size, r * size)
    if at == plan.PLAZA:
        light.slabs()
    return light


def _ground(
    name: str,
    faces: dict[str, Faces],
    picture: bytes,
    at: tuple[float, float, float, float],
    *more: Node,
) -> bytes:
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
    away = np.hypot(trees.at[:, 0], trees.at[:, 1] - plan.SPAWN[1] + 20)
    for id, first, last, fine_look, coarse_look, name in (
        (
            "trees-near",
            0,
            88,
            Look(150, 1.45, 5),
            Look(16, 2.6, 2),
            text("广场林木", "Trees of the plaza"),
        ),
        (
            "trees-mid",
            88,
            400,
            Look(64, 2.1, 5),
            Look(9, 3.4, 1),
            text("园中林木", "Trees of the park"),
        ),
        (
            "trees-far",
            400,
            9e9,
            Look(20, 2.9, 1),
            Look(6, 3.6, 1),
            text("外围林带", "Woods around the park"),
        ),
    ):
        mine = (away >= first) & (away < last)
        fine = forest(id, trees, mine, fine_look, turned=True)
        coarse = forest(f"{id}-c", trees, mine, coarse_look, turned=False)
        book.model(id, name, [(fine, 0.0), (coarse, 0.5)], "landscape")
