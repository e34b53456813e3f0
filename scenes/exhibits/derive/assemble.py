"""A level put together: the document's JSON with geometry, key frames and images written anew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from scenes.exhibits.derive.accessors import Accessors
from scenes.exhibits.derive.attributes import packed_attributes
from scenes.exhibits.derive.compact import compacted
from scenes.exhibits.derive.extensions import extensions
from scenes.exhibits.derive.geometry import BASE, TRIANGLES, Geometry, Name
from scenes.exhibits.derive.held import Held, held
from scenes.exhibits.derive.image import Encoded
from scenes.exhibits.derive.packing import as_stored
from scenes.exhibits.derive.precision import Precision
from scenes.exhibits.derive.recipe import Recipe
from scenes.exhibits.derive.stow import Stow
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
    stow = Stow(recipe.precision is not None, {i: bytes(view(glb, i)) for i in keep.views})
    accessors = Accessors(stow, keep.accessors)
    _hold(glb, accessors, keep)
    pieces, vertices, size = _pieces(found, accessors, recipe)
    json = {key: value for key, value in glb.json.items() if key not in ("buffers", "bufferViews")}
    json["meshes"] = _meshes(glb.json, found, pieces)
    json["skins"] = skinned(glb, accessors)
    json["animations"] = animated(glb, accessors, recipe.precision, recipe.most_keys)
    json["nodes"] = [
        instanced(glb, accessors, node, recipe.precision)
        if INSTANCING in node.get("extensions", {})
        else node
        for node in glb.json.get("nodes", [])
    ]
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


def _hold(glb: Glb, accessors: Accessors, keep: Held) -> None:
    for number in sorted(keep.accessors):
        words = glb.json["accessors"][number]
        rest = {k: v for k, v in words.items() if k not in ("sparse", "byteOffset", "bufferView")}
        accessors.hold(number, as_stored(raw(glb, number), words, align=1), rest)


def _pieces(found: Geometry, accessors: Accessors, recipe: Recipe) -> tuple[list[_Piece], int, int]:
    made: dict[int, _Piece] = {}
    vertices = size = 0
    for soup, numbers in zip(found.soups, found.by_soup(), strict=True):
        pieces = [found.pieces[i] for i in numbers]
        cut = [recipe.cut.indices[i] for i in numbers]
        rows, indices = compacted(soup, pieces, cut)
        packed = packed_attributes(soup, rows, recipe.precision)
        names = {
            name: accessors.vertices(one, soup.streams[name].json) for name, one in packed.items()
        }
        vertices += len(rows)
        size += sum(one.data.size for one in packed.values())
        for i, piece, own in zip(numbers, pieces, indices, strict=True):
            plain = piece.implicit and np.array_equal(own, np.arange(len(rows)))
            whole = piece.mode == TRIANGLES and not piece.held
            at = None if plain else accessors.indices(own, len(rows), whole, piece.source)
            size += 0 if plain else len(own) * (2 if len(rows) < 65536 else 4)
            made[i] = _Piece(names, at, piece.mode)
    return [made[i] for i in range(len(found.pieces))], vertices, size


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
        for image, made in zip(json.get("images", []), chosen, strict=True)
    ]


def _buffers(json: Json, buffers: list[Json]) -> list[Json]:
    """What the file says of its buffer beside its length stays with it."""
    said = (json.get("buffers") or [{}])[0]
    words = {key: value for key, value in said.items() if key not in ("byteLength", "uri")}
    return [{**words, **buffers[0]}, *buffers[1:]] if buffers else []
