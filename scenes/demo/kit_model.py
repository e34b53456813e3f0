"""From a drawing sheet to a GLB: shade baked in, one surface a material."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from scenes.author import Material, Model, Node, Surface, build_glb
from scenes.demo.kit_bake import bake
from scenes.demo.kit_quads import Faces, join
from scenes.demo.kit_sheet import Sheet
from scenes.demo.shapes import Mesh

MATERIALS: Mapping[str, Material] = {
    "stone": Material("stone", roughness=0.86),
    "satin": Material("satin", roughness=0.45, metallic=0.15),
    "glass": Material("glass", roughness=0.12, metallic=0.35),
    "water": Material("water", roughness=0.08),
    "foliage": Material("foliage", roughness=0.9, double_sided=True),
    "glow": Material("glow", roughness=1.0, emissive=(1.0, 0.84, 0.62), emissive_strength=1.6),
    "screen": Material("screen", roughness=0.7),
    "daylight": Material("daylight", roughness=1.0, emissive=(0.86, 0.93, 1.0)),
    "floor": Material("floor", roughness=0.42),
    "ground": Material("ground", roughness=0.95),
}
_UNSHADED = {"glow", "screen", "daylight"}


def mesh(faces: Faces) -> Mesh:
    """Return faces as a mesh with linear byte colours."""
    rgb = np.rint(np.clip(faces.colors, 0, 1) * 255).astype("u1")
    rgba = np.concatenate([rgb, np.full((len(rgb), 1), 255, "u1")], axis=1)
    return Mesh(
        faces.positions.astype("f4"),
        faces.normals.astype("f4"),
        faces.indices.ravel().astype("u4"),
        rgba,
    )


def finished(sheet: Sheet, *, sunlit: bool = True) -> dict[str, Faces]:
    """Return a sheet's faces by material with its shade baked in."""
    joined = {name: join(parts) for name, parts in sheet.faces.items()}
    return {
        name: faces if name in _UNSHADED else bake(faces, sheet.solids, sunlit=sunlit)
        for name, faces in sorted(joined.items())
    }


def model(name: str, faces: Mapping[str, Faces]) -> bytes:
    """Write faces by material as one GLB of one node."""
    surfaces = tuple(Surface(mesh(f), MATERIALS[m]) for m, f in faces.items())
    return build_glb(Model(name, (Node(name, surfaces),)))
