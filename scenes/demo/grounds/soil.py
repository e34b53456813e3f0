"""The ground's models: plaza, lake shore and the wide land, each under its picture of light."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.author import Model, Node, Surface, build_glb
from scenes.demo import plan
from scenes.demo.document import Book, text
from scenes.demo.grounds import terrain
from scenes.demo.grounds.planting import Planting
from scenes.demo.grounds.surfaces import Surfaces
from scenes.demo.grounds.tree_shapes import SPECIES
from scenes.demo.kit_frame import Floats
from scenes.demo.kit_lightmap import LightMap
from scenes.demo.kit_model import MATERIALS, mesh
from scenes.demo.kit_quads import Faces
from scenes.demo.kit_sheet import Solid

_FINE, _COARSE = 1024, 128
_WHOLE = (-plan.GROUND, -plan.GROUND, plan.GROUND, plan.GROUND)
# What the pictures darken on average; the one level without a picture is darkened evenly.
_EVEN = 0.86

Rectangle = tuple[float, float, float, float]


class Soil(NamedTuple):
    """A part of the ground: how it is cut, the square it covers, its name and coarse error."""

    id: str
    draw: Callable[..., dict[str, Faces]]
    at: Rectangle
    name: dict[str, str]
    error: float


_SOILS = (
    Soil("plaza", terrain.square, plan.PLAZA, text("中心广场", "Central plaza"), 0.2),
    Soil("ground-near", terrain.near, plan.NEAR, text("湖畔地面", "Ground by the lake"), 0.3),
    Soil("ground-far", terrain.far, _WHOLE, text("园区地面", "Ground of the park"), 0.6),
)


def add_ground(book: Book, shapes: Surfaces, solids: list[Solid], trees: Planting) -> None:
    """Add the ground in three parts, and the hills with the last."""
    for soil in _SOILS:
        light = _light(soil.at, solids, trees)
        fine = _glb(soil, soil.draw(shapes, fine=True), light.png(), fine=True)
        wide = soil.at == _WHOLE
        small = None if wide else light.shrunk(_COARSE).png()
        coarse = _glb(soil, soil.draw(shapes, fine=False), small, fine=False)
        book.model(soil.id, soil.name, [(fine, 0.0), (coarse, soil.error)], "landscape")


def _light(at: Rectangle, solids: list[Solid], trees: Planting) -> LightMap:
    light = LightMap(at[0], at[1], at[2] - at[0], _FINE)
    for solid in solids:
        light.solid(solid)
    for (x, z), kind, size in zip(trees.at, trees.kind, trees.size, strict=True):
        y, r = SPECIES[kind].crown
        light.crown(float(x), float(z), y * size, r * size)
    if at == plan.PLAZA:
        light.slabs()
    return light


def _glb(soil: Soil, faces: dict[str, Faces], picture: bytes | None, *, fine: bool) -> bytes:
    surfaces = []
    for material, part in faces.items():
        if material != "ground":
            surfaces.append(Surface(mesh(part), MATERIALS[material]))
        elif picture is None:
            even = part._replace(colors=part.colors * _EVEN)
            surfaces.append(Surface(mesh(even), MATERIALS["ground"]))
        else:
            painted = replace(MATERIALS["ground"], image=picture)
            surfaces.append(Surface(replace(mesh(part), uvs=_uvs(part, soil.at)), painted))
    nodes = [Node("ground", tuple(surfaces))]
    if soil.at == _WHOLE:
        hills = mesh(terrain.hills(fine=fine))
        nodes.append(Node("hills", (Surface(hills, MATERIALS["stone"]),)))
    return build_glb(Model(soil.id, tuple(nodes)))


def _uvs(part: Faces, at: Rectangle) -> NDArray[np.float32]:
    across: Floats = (part.positions[:, [0, 2]] - at[:2]) / (at[2] - at[0])
    return np.clip(across, 0, 1).astype("f4")
