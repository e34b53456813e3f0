"""What an exhibit may ask of a viewer: triangles, draw calls, nodes, textures, graphics memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.ledger import EnoughError
from scenes.exhibits.check.structure.model import Model
from scenes.exhibits.check.structure.objects.accessor import Accessor
from scenes.exhibits.check.structure.objects.mesh import Mesh
from scenes.exhibits.check.structure.objects.node import Node
from scenes.exhibits.document import Picture

__all__ = ["check_budgets", "check_counts"]

MIPMAPS = 4 / 3
"""A picture with all its smaller copies, as a share of it alone."""
MOST_INSTANCES = 100_000
"""Places of one node: as many as are looked at where a scene is measured and its picture drawn."""
MOST_FROM_NOTHING = 2**28
"""Bytes that a file may have without bringing them: zeros, and sparse accessors over zeros."""


def check_counts(json: dict[str, Any], ctx: Context) -> None:
    """Look at the lengths of arrays; raises EnoughError, as what is too much need not be read."""
    policy = ctx.policy
    for code, number, most in (
        ("TOO_MANY_NODES", count(json, "nodes"), policy.max_nodes),
        ("TOO_MANY_TEXTURES", count(json, "textures"), policy.max_textures),
        ("TOO_MANY_TEXTURES", count(json, "images"), policy.max_textures),
        ("TOO_MANY_DRAW_CALLS", primitives(json), policy.max_draw_calls),
    ):
        if number > most:
            ctx.say(code, about=f"{number} > {most}")
            raise EnoughError


def count(source: Any, name: str) -> int:
    """The length of an array of an object; nought where there is none."""
    entries = source.get(name) if isinstance(source, dict) else None
    return len(entries) if isinstance(entries, list) else 0


def primitives(json: dict[str, Any]) -> int:
    """Primitives of all meshes."""
    return sum(count(mesh, "primitives") for mesh in json["meshes"]) if count(json, "meshes") else 0


def check_budgets(model: Model, ctx: Context) -> None:
    """Look at what drawing all of it takes; all is linked."""
    ctx.path = []
    use = usage(model)
    for code, number, most in (
        ("TOO_MANY_TRIANGLES", use.triangles, ctx.policy.max_triangles),
        ("TOO_MANY_DRAW_CALLS", use.draw_calls, ctx.policy.max_draw_calls),
        ("TOO_MANY_GPU_BYTES", gpu_bytes(model, ctx), ctx.policy.max_gpu_bytes),
        ("TOO_MANY_EMPTY_BYTES", bytes_from_nothing(model), MOST_FROM_NOTHING),
        ("TOO_MANY_INSTANCES", use.instances, MOST_INSTANCES),
    ):
        if number > most:
            ctx.say(code, about=f"{number} > {most}")
    if not any(mesh.primitives for _, mesh in model.all(Mesh)):
        ctx.say("NOTHING_TO_DRAW")


class Usage(NamedTuple):
    """What is drawn when every node is."""

    triangles: int
    draw_calls: int
    instances: int
    """Places of the node that shows its mesh in most."""


def usage(model: Model) -> Usage:
    """Triangles and draw calls of all nodes; a mesh that no node shows counts once."""
    calls: Counter[int] = Counter()
    shown: Counter[int] = Counter()
    for _, node in model.all(Node):
        calls[node.mesh] += 1
        shown[node.mesh] += instances(node)
    triangles = draws = 0
    for index, mesh in model.all(Mesh):
        triangles += triangles_of(mesh) * max(shown[index], 1)
        draws += len(mesh.primitives or ()) * max(calls[index], 1)
    places = max((instances(node) for _, node in model.all(Node)), default=0)
    return Usage(triangles, draws, places)


def triangles_of(mesh: Mesh) -> int:
    """Triangles of a mesh."""
    return sum(primitive.triangles for primitive in mesh.primitives or ())


def instances(node: Node) -> int:
    """In how many places a node shows its mesh."""
    part = node.extensions.get("EXT_mesh_gpu_instancing")
    return max(getattr(part, "count", 1), 1)


def gpu_bytes(model: Model, ctx: Context) -> int:
    """Bytes on a graphics card: every accessor that is drawn from, every picture with mipmaps.

    Morph targets count wherever they are named: each primitive has a picture of its own of them.
    """
    accessors = {id(accessor): accessor for accessor in drawn_from(model)}
    geometry = sum(size_of(accessor) for accessor in accessors.values())
    geometry += sum(size_of(accessor) for accessor in morphed_by(model))
    return geometry + sum(picture_bytes(p) for p in ctx.document.pictures if p is not None)


def bytes_from_nothing(model: Model) -> int:
    """Bytes of the accessors that no bytes stand behind: a short file may claim any number.

    Those that Draco fills are not among them: their numbers stand in its own data too.
    """
    filled: set[int] = set()
    for _, mesh in model.all(Mesh):
        for primitive in mesh.primitives or ():
            if "KHR_draco_mesh_compression" in primitive.extensions:
                filled.update(id(accessor) for accessor in primitive.accessors.values())
                filled.add(id(model.find(Accessor, primitive.indices)))
    return sum(
        size_of(accessor)
        for _, accessor in model.all(Accessor)
        if accessor.view is None and id(accessor) not in filled
    )


def size_of(accessor: Accessor) -> int:
    """Bytes of an accessor on a graphics card, where each element begins at a multiple of four."""
    return max(accessor.count, 0) * -(-accessor.element_size // 4) * 4


def drawn_from(model: Model) -> Iterator[Accessor]:
    """Accessors of vertices and indices, and all that no bytes stand behind."""
    yield from (accessor for _, accessor in model.all(Accessor) if accessor.view is None)
    for _, mesh in model.all(Mesh):
        for primitive in mesh.primitives or ():
            yield from primitive.accessors.values()
            indices = model.find(Accessor, primitive.indices)
            if indices is not None:
                yield indices


def morphed_by(model: Model) -> Iterator[Accessor]:
    """Accessors of morph targets that bytes stand behind, once for every target that names them."""
    for _, mesh in model.all(Mesh):
        for primitive in mesh.primitives or ():
            for target in primitive.targets or ():
                found = (model.find(Accessor, index) for index in target.values())
                yield from (accessor for accessor in found if accessor and accessor.view)


def picture_bytes(picture: Picture) -> int:
    """Bytes of a picture on a graphics card: four a pixel, one when it stays packed (KTX2)."""
    pixel = 1 if picture.mime == "image/ktx2" else 4
    return int(picture.width * picture.height * pixel * MIPMAPS)
