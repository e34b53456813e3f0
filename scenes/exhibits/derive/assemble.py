"""A level put together: the document's JSON with geometry, key frames and images written anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.derive.accessors import Accessors
from scenes.exhibits.derive.bundle import MOST_SHORT, Bundle, bundles
from scenes.exhibits.derive.extensions import extensions
from scenes.exhibits.derive.geometry import BASE, TRIANGLES, Geometry, Name, Piece
from scenes.exhibits.derive.held import Held, held
from scenes.exhibits.derive.image import Encoded
from scenes.exhibits.derive.packing import as_stored
from scenes.exhibits.derive.precision import Precision
from scenes.exhibits.derive.recipe import Recipe
from scenes.exhibits.derive.single import single
from scenes.exhibits.derive.stow import GAP, Stow
from scenes.exhibits.derive.textures import with_textures
from scenes.exhibits.derive.tracks import animated, instanced, skinned
from scenes.exhibits.read import raw, view
from scenes.glb import Glb

__all__ = ["Assembled", "assemble"]

Json = dict[str, Any]
INSTANCING = "EXT_mesh_gpu_instancing"


class Assembled(NamedTuple):
    """A level's document; vertices as stored, and bytes of geometry on a graphics card."""

    glb: Glb
    vertices: int
    geometry_bytes: int
    precision: Precision | None


class _Piece(NamedTuple):
    attributes: dict[Name, int]
    indices: int | None
    mode: int


def assemble(glb: Glb, found: Geometry, recipe: Recipe) -> Assembled:
    """The whole document by one recipe."""
    keep = held(glb.json)
    words = _words_of_views(glb.json)
    places = dict.fromkeys(words, GAP) | {i: bytes(view(glb, i)) for i in keep.views}
    stow = Stow(recipe.precision is not None, places, words)
    accessors = Accessors(stow, keep.accessors)
    _hold(glb, accessors, keep)
    pieces, vertices, size = _pieces(found, accessors, recipe)
    json = {key: value for key, value in glb.json.items() if key not in ("buffers", "bufferViews")}
    json["meshes"] = _meshes(glb.json, found, pieces)
    json["skins"] = skinned(glb, accessors)
    json["animations"] = animated(glb, accessors, recipe.precision, recipe.most_keys)
    json["nodes"] = [_node(glb, accessors, node, recipe) for node in glb.json.get("nodes", [])]
    json["images"] = _images(glb.json, recipe.images, stow)
    json["textures"] = [dict(texture) for texture in glb.json.get("textures", [])]
    with_textures(json, recipe.images)
    json["accessors"] = accessors.written()
    buffers, views, data = stow.written()
    json |= {"buffers": _buffers(glb.json, buffers), "bufferViews": views}
    json = {key: value for key, value in json.items() if value != [] or key not in LISTS}
    return Assembled(Glb(extensions(json), data), vertices, size, recipe.precision)


LISTS = frozenset(
    {
        *("meshes", "skins", "animations", "nodes", "images", "textures"),
        *("accessors", "buffers", "bufferViews"),
    }
)
"""Lists that a document has only when there is something in them."""


def _words_of_views(json: Json) -> dict[int, Json]:
    """What a file says of its views beside their layout: they keep their number for it."""
    said = {
        i: view["extras"] for i, view in enumerate(json.get("bufferViews", [])) if "extras" in view
    }
    return {i: {"extras": extras} for i, extras in said.items()}


def _hold(glb: Glb, accessors: Accessors, keep: Held) -> None:
    for number in sorted(keep.accessors):
        words = glb.json["accessors"][number]
        rest = {k: v for k, v in words.items() if k not in ("sparse", "byteOffset", "bufferView")}
        accessors.hold(number, as_stored(raw(glb, number), words, align=1), rest)


def _pieces(found: Geometry, accessors: Accessors, recipe: Recipe) -> tuple[list[_Piece], int, int]:
    made: dict[int, _Piece] = {}
    vertices = size = 0
    for bundle in bundles(found, recipe):
        names = {
            name: accessors.vertices(one, bundle.sources[name])
            for name, one in bundle.packed.items()
        }
        vertices += bundle.vertices
        size += sum(one.data.size for one in bundle.packed.values())
        for number, piece, own in bundle.drawings:
            at = None if _is_plain(bundle, piece, own) else _indices(accessors, bundle, piece, own)
            size += 0 if at is None else len(own) * (2 if bundle.vertices <= MOST_SHORT else 4)
            made[number] = _Piece(names, at, piece.mode)
    return [made[i] for i in range(len(found.pieces))], vertices, size


def _is_plain(bundle: Bundle, piece: Piece, own: NDArray[np.uint32]) -> bool:
    """Whether a piece that came without indices needs none still."""
    return piece.implicit and np.array_equal(own, np.arange(bundle.vertices))


def _indices(accessors: Accessors, bundle: Bundle, piece: Piece, own: NDArray[np.uint32]) -> int:
    whole = piece.is_triangles and not piece.held
    return accessors.indices(own, bundle.vertices, whole, piece.source)


def _node(glb: Glb, accessors: Accessors, node: Json, recipe: Recipe) -> Json:
    if INSTANCING in node.get("extensions", {}):
        node = instanced(glb, accessors, node, recipe.precision)
    return single(node) if recipe.together else node


def _meshes(json: Json, found: Geometry, pieces: list[_Piece]) -> list[Json]:
    return [
        {
            **mesh,
            "primitives": [
                _primitive(primitive, pieces[found.of[m, p]])
                for p, primitive in enumerate(mesh["primitives"])
            ],
        }
        for m, mesh in enumerate(json.get("meshes", []))
    ]


def _primitive(primitive: Json, piece: _Piece) -> Json:
    changed = ("attributes", "targets", "indices", "mode")
    made: Json = {key: value for key, value in primitive.items() if key not in changed}
    targets: list[dict[str, int]] = [{} for _ in primitive.get("targets", [])]
    tables: Mapping[int, dict[str, int]] = {BASE: {}, **dict(enumerate(targets))}
    for (target, semantic), accessor in piece.attributes.items():
        tables[target][semantic] = accessor
    made["attributes"] = tables[BASE]
    if targets:
        made["targets"] = targets
    if piece.indices is not None:
        made["indices"] = piece.indices
    if piece.mode != TRIANGLES:
        made["mode"] = piece.mode
    return made


def _images(json: Json, chosen: list[Encoded], stow: Stow) -> list[Json]:
    return [
        {**image, "bufferView": stow.add_file(made.data), "mimeType": made.mime}
        if made.data
        else image
        for image, made in zip(json.get("images", []), chosen, strict=True)
    ]


def _buffers(json: Json, buffers: list[Json]) -> list[Json]:
    """What the file says of its buffer beside its length stays with it."""
    said = (json.get("buffers") or [{}])[0]
    words = {key: value for key, value in said.items() if key not in ("byteLength", "uri")}
    return [{**words, **buffers[0]}, *buffers[1:]] if buffers else []
