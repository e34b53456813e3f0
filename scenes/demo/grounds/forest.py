"""Forests: each species once, repeated wherever it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.author import Model, Surface, build_glb
from scenes.demo import plan
from scenes.demo.document import Book, text
from scenes.demo.grounds.leaf_picture import leaf_picture
from scenes.demo.grounds.planting import Planting
from scenes.demo.grounds.tree_shapes import SPECIES, Look, Textured, tree
from scenes.demo.grounds.undergrowth import BUSH
from scenes.demo.kit_model import MATERIALS, mesh
from scenes.demo.kit_place import repeated_surfaces
from scenes.glb import read_glb, write_glb


class Tier(NamedTuple):
    """Trees of one band of distance from the plaza: from and to (metres), and both looks."""

    id: str
    first: float
    last: float
    fine: Look
    coarse: Look
    name: dict[str, str]


_TIERS = (
    Tier(
        "trees-near", 0, 88, Look(150, 1.45, 5), Look(16, 2.6, 2), text("广场林木", "Plaza trees")
    ),
    Tier("trees-mid", 88, 400, Look(56, 2.2, 5), Look(9, 3.4, 1), text("园中林木", "Park trees")),
    Tier("trees-far", 400, 9e9, Look(20, 2.9, 1), Look(6, 3.6, 1), text("外围林带", "Outer woods")),
)


def add_trees(book: Book, trees: Planting) -> None:
    """Add every tree, the nearer to the plaza the leafier."""
    away = np.hypot(trees.at[:, 0], trees.at[:, 1] - plan.SPAWN[1] + 20)
    for tier in _TIERS:
        mine = (away >= tier.first) & (away < tier.last)
        fine = forest(tier.id, trees, mine, tier.fine, turned=True)
        # What grows low can wait for the fine level.
        tall = mine & (trees.kind < BUSH)
        coarse = forest(f"{tier.id}-c", trees, tall, tier.coarse, turned=False)
        book.model(tier.id, tier.name, [(fine, 0.0), (coarse, 0.5)], "landscape")


def forest(
    name: str, trees: Planting, mine: NDArray[np.bool_], look: Look, *, turned: bool
) -> bytes:
    """Return a GLB of the trees chosen by `mine`; unturned ones take fewer bytes."""
    nodes = []
    for i, kind in enumerate(SPECIES):
        which = mine & (trees.kind == i)
        if which.any():
            at = np.stack([trees.at[which, 0], np.zeros(which.sum()), trees.at[which, 1]], axis=1)
            surface = leafy(tree(kind, look))
            places = at, trees.turn[which] * turned, trees.size[which]
            nodes.append(repeated_surfaces(f"{name}-{kind.name}", (surface,), *places))
    return masked(Model(name, tuple(nodes)))


def leafy(drawn: Textured) -> Surface:
    """Return a tree as a surface in the foliage material, with its picture."""
    painted = replace(MATERIALS["foliage"], image=leaf_picture())
    return Surface(replace(mesh(drawn.faces), uvs=drawn.uvs.astype("f4")), painted)


def masked(model: Model) -> bytes:
    """Write a model whose textured foliage is cut out by its picture's alpha."""
    glb = read_glb(build_glb(model))
    for material in glb.json["materials"]:
        if material["name"] == "foliage" and "baseColorTexture" in material["pbrMetallicRoughness"]:
            material |= {"alphaMode": "MASK", "alphaCutoff": 0.4}
    return write_glb(glb.json, glb.bin)
