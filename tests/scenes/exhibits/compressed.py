"""The same documents with their geometry compressed."""

from __future__ import annotations

from typing import Any

import DracoPy  # type: ignore[import-not-found]
import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs import meshopt
from scenes.exhibits.document import Document
from tests.scenes.exhibits.numbers import Built

DRACO = "KHR_draco_mesh_compression"


def with_meshopt(built: Built, name: str = "EXT_meshopt_compression") -> Document:
    """Every accessor's view as a meshopt stream; the document's own buffer is a mere fallback."""
    plain = built.document()
    packed = bytearray()
    for accessor in plain.json["accessors"]:
        view = plain.json["bufferViews"][accessor["bufferView"]]
        count = accessor["count"]
        size = view["byteLength"] // count
        data = bytes(built.data[view["byteOffset"] :][: view["byteLength"]])
        mode, stream = _stream(np.frombuffer(data, np.uint8).reshape(count, size), accessor)
        how = {"buffer": 1, "byteOffset": len(packed), "byteLength": len(stream)}
        view["extensions"] = {
            name: {**how, "byteStride": size, "count": count, "mode": mode, "filter": "NONE"}
        }
        packed += stream
    plain.json["buffers"] += [{"byteLength": len(packed)}]
    plain.json["buffers"][0]["extensions"] = {name: {"fallback": True}}
    plain.json["extensionsUsed"] = plain.json["extensionsRequired"] = [name]
    return Document(plain.json, (None, memoryview(bytes(packed))), ())


def _stream(rows: NDArray[np.uint8], accessor: dict[str, Any]) -> tuple[str, bytes]:
    if accessor["type"] == "SCALAR" and accessor["componentType"] == 5123:
        return "TRIANGLES", meshopt.encode_triangles(rows.view("<u2").ravel().astype("u4"))
    return "ATTRIBUTES", meshopt.encode_vertices(rows)


def with_draco(built: Built, **changed: Any) -> Document:
    """The square's primitive as a Draco stream that keeps the order of its vertices."""
    index = built.json["meshes"][0]["primitives"][0]["indices"]
    attributes = built.json["meshes"][0]["primitives"][0]["attributes"]
    names = ("POSITION", "JOINTS_0", "WEIGHTS_0")
    points, joints, weights = (built.numbers(attributes[name]).copy() for name in names)
    stream = DracoPy.encode(
        points,
        built.numbers(index).reshape(-1, 3).astype("u4"),
        quantization_bits=16,
        preserve_order=True,
        generic_attributes={4: joints, 5: weights},
    )
    numbers = {"JOINTS_0": 4, "WEIGHTS_0": 5}
    numbers["POSITION"] = _own_number(stream)
    place = built.view(stream)
    for name in names:
        del built.json["accessors"][attributes[name]]["bufferView"]
    del built.json["accessors"][index]["bufferView"]
    how = {"bufferView": place, "attributes": numbers} | changed
    built.json["meshes"][0]["primitives"][0]["extensions"] = {DRACO: how}
    built.json["extensionsUsed"] = built.json["extensionsRequired"] = [DRACO]
    return built.document()


def _own_number(stream: bytes) -> int:
    each = DracoPy.decode(stream).data_struct["attributes"]
    return int(next(e["unique_id"] for e in each if e["attribute_type"] == 0))
