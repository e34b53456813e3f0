"""KHR_draco_mesh_compression taken out of a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits import read
from scenes.exhibits.codecs.draco import DracoMesh, decode_draco
from scenes.exhibits.codecs.edit import Edit, without
from scenes.exhibits.codecs.errors import CodecError
from scenes.exhibits.document import Document
from scenes.findings import Finding
from scenes.glb import GlbError

__all__ = ["DRACO", "unpack_draco"]

Json = dict[str, Any]
DRACO = "KHR_draco_mesh_compression"
VERTICES, INDICES = 34962, 34963
TRIANGLES = 4


class _Stream(NamedTuple):
    """A decoded stream, and the accessors that have been given its data."""

    mesh: DracoMesh
    accessors: dict[tuple[int, int], int]


def unpack_draco(document: Document, edit: Edit, decoded: set[int]) -> Iterator[Finding]:
    """Put decoded data behind every compressed primitive's accessors, named in ``decoded``."""
    unpacker = _Unpacker(document, edit, decoded)
    for m, mesh in enumerate(edit.json.get("meshes", ())):
        primitives = list(mesh["primitives"])
        for p, primitive in enumerate(primitives):
            if DRACO not in primitive.get("extensions", {}):
                continue
            try:
                primitives[p] = unpacker.primitive(primitive)
            except (CodecError, GlbError, LookupError, TypeError, AttributeError) as error:
                code = error.code if isinstance(error, CodecError) else "DRACO_INVALID"
                at = f"/meshes/{m}/primitives/{p}/extensions/{DRACO}"
                yield Finding(at, code, "error", str(error))
        edit.json["meshes"][m] = {**mesh, "primitives": primitives}


class _Unpacker:
    def __init__(self, document: Document, edit: Edit, decoded: set[int]) -> None:
        self._document = document
        self._edit = edit
        self._decoded = decoded
        self._streams: dict[int, _Stream] = {}
        self._spare: set[int] = set()

    def primitive(self, primitive: Json) -> Json:
        """The primitive without compression; its accessors have views of their own."""
        how = primitive["extensions"][DRACO]
        place = how["bufferView"]
        stream = self._stream(place, primitive)
        attributes = dict(primitive["attributes"])
        for name, number in how["attributes"].items():
            if name not in attributes or number not in stream.mesh.attributes:
                raise CodecError("DRACO_INVALID", f"no attribute {number} for {name}")
            values = stream.mesh.attributes[number]
            attributes[name] = self._give(place, stream, number, attributes[name], values)
        plain = {**without(primitive, DRACO), "attributes": attributes}
        if "indices" in primitive or len(stream.mesh.indices):
            plain |= self._indices(place, stream, primitive)
        return plain

    def _stream(self, place: int, primitive: Json) -> _Stream:
        if place not in self._streams:
            data = read.view(self._document, place)
            source = primitive.get("indices", next(iter(primitive["attributes"].values())))
            count = self._edit.json["accessors"][source]["count"]
            is_list = "indices" in primitive and primitive.get("mode", TRIANGLES) == TRIANGLES
            mesh = decode_draco(data, count // 3 if is_list else 3 * count)
            self._streams[place] = _Stream(mesh, {})
            self._spare.add(place)
        return self._streams[place]

    def _indices(self, place: int, stream: _Stream, primitive: Json) -> Json:
        """Triangles by corners, whatever the primitive's mode was."""
        corners = stream.mesh.indices.reshape(-1, 1)
        own = primitive.get("indices")
        if own is not None and primitive.get("mode", TRIANGLES) == TRIANGLES:
            return {"indices": self._give(place, stream, -1, own, corners)}
        entry = {"componentType": 5125, "type": "SCALAR", "count": len(corners)}
        fresh = self._edit.add("accessors", entry)
        return {"indices": self._give(place, stream, -1, fresh, corners), "mode": TRIANGLES}

    def _give(
        self, place: int, stream: _Stream, number: int, index: int, values: NDArray[Any]
    ) -> int:
        """The accessor that has the values: this one, or a copy when it has others already."""
        if (number, index) in stream.accessors:
            return stream.accessors[number, index]
        accessor = self._edit.json["accessors"][index]
        fitted = _fitted(accessor, values, number)
        view = self._view(place, fitted, INDICES if number == -1 else VERTICES)
        entry = {key: value for key, value in accessor.items() if key != "byteOffset"}
        entry |= {"bufferView": view, "count": len(values)}
        given = self._edit.add("accessors", entry) if index in self._decoded else index
        self._edit.json["accessors"][given] = entry
        self._decoded.add(given)
        stream.accessors[number, index] = given
        return given

    def _view(self, place: int, values: NDArray[Any], target: int) -> int:
        """A view on the values: in the stream's own place first, so that none is left unused."""
        width = values.shape[1] * values.itemsize
        stride = -(-width // 4) * 4 if target == VERTICES else width
        padded = np.zeros((len(values), stride), np.uint8)
        padded[:, :width] = np.ascontiguousarray(values).view(np.uint8).reshape(-1, width)
        entry = {**self._edit.buffer(padded), "target": target}
        if stride != width:
            entry["byteStride"] = stride
        if place not in self._spare:
            return self._edit.add("bufferViews", entry)
        self._spare.remove(place)
        old = without(self._edit.json["bufferViews"][place])
        kept = {key: old[key] for key in ("name", "extras", "extensions") if key in old}
        self._edit.json["bufferViews"][place] = kept | entry
        return place


def _fitted(accessor: Json, values: NDArray[Any], number: int) -> NDArray[Any]:
    """The values as the accessor's kind of number; raises CodecError where they do not agree."""
    lie, count = read.layout(accessor), accessor.get("count", 0)
    fewer_faces = number == -1 and len(values) < count
    if values.shape[1] != lie.width or (len(values) != count and not fewer_faces):
        is_wide = f"{len(values)} by {values.shape[1]}"
        raise CodecError("DRACO_COUNT_MISMATCH", f"{is_wide} where {count} by {lie.width} are due")
    if lie.kind == values.dtype:
        return values
    if lie.kind.kind == "f":
        return values.astype(lie.kind)
    if values.dtype.kind == "f" and accessor.get("normalized") and np.abs(values).max() <= 1:
        values = np.round(values * np.iinfo(lie.kind).max)
    limits = np.iinfo(lie.kind)
    if values.size and not (limits.min <= values.min() and values.max() <= limits.max):
        raise CodecError("DRACO_TYPE_MISMATCH", f"values that {lie.kind} does not have")
    return values.astype(lie.kind)
