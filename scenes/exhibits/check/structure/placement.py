"""What only all nodes together tell: loops, and skinned meshes that stand where joints do not."""

from __future__ import annotations

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.forest import loops
from scenes.exhibits.check.structure.model import Model
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.node import Node
from scenes.exhibits.check.structure.objects.scene import Scene
from scenes.exhibits.check.structure.objects.skin import Skin

__all__ = ["check_placement"]

Scenes = frozenset[int]


def check_placement(model: Model, ctx: Context) -> None:
    """Look at every node in its place; all are linked."""
    for index in loops(model.parents):
        ctx.say("NODE_LOOP", "nodes", index)
    if not any(model.arrays["skins"]):
        return
    shown = scenes_of(model)
    right: dict[tuple[int, int], bool] = {}
    for index, node in model.all(Node):
        skin = model.find(Skin, node.skin)
        if skin is None:
            continue
        warn_of_lost_transforms(index, node, model, ctx)
        place = (model.forest.roots[index], root_of(skin, model))
        if place not in right:
            right[place] = place[1] < 0 or shown[index] <= shown[place[1]]
        if not right[place]:
            ctx.say("NODE_SKIN_NO_SCENE", "nodes", index)


def root_of(skin: Skin, model: Model) -> int:
    """The root of the tree that the joints stand in; minus one without any."""
    return NONE if skin.joint == NONE else model.forest.roots[skin.joint]


def warn_of_lost_transforms(index: int, node: Node, model: Model, ctx: Context) -> None:
    """A skinned mesh stands where its joints are, whatever its node's place is."""
    if model.parents[index] != NONE:
        ctx.say("NODE_SKINNED_MESH_NON_ROOT", "nodes", index)
    if node.is_moved:
        ctx.say("NODE_SKINNED_MESH_LOCAL_TRANSFORMS", "nodes", index)


def scenes_of(model: Model) -> list[Scenes]:
    """For each node, the scenes that it is shown in."""
    listed: dict[int, set[int]] = {}
    for at, scene in model.all(Scene):
        for index in scene.nodes or ():
            listed.setdefault(index, set()).add(at)
    nowhere: Scenes = frozenset()
    shown = [nowhere] * len(model.parents)
    for index in model.forest.order:
        parent = model.parents[index]
        above = nowhere if parent == NONE else shown[parent]
        shown[index] = above | listed[index] if index in listed else above
    return shown
