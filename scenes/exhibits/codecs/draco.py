"""Draco's meshes (KHR_draco_mesh_compression) decoded: the only importer of DracoPy.

The decoder is native code: call it in a process that may be killed. What can be known before it
runs, is checked before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import DracoPy  # type: ignore[import-not-found]
import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.draco_header import read_claims
from scenes.exhibits.codecs.errors import CodecError

__all__ = ["DracoMesh", "decode_draco"]

MOST_FOLD = 4096
"""No stream has more faces than this for each byte of it."""


class DracoMesh(NamedTuple):
    """A decoded mesh: corners uint32 (3 f,), and attributes by Draco's unique id, (n, width).

    Whole numbers come as uint32 when they have no sign, as float32 when they have.
    """

    indices: NDArray[np.uint32]
    attributes: Mapping[int, NDArray[Any]]
    points: int


def decode_draco(data: memoryview, faces: int) -> DracoMesh:
    """Decode a stream that may have so many faces; raises CodecError `DRACO_INVALID`."""
    claims = read_claims(data)
    if claims.faces > min(faces, len(data) * MOST_FOLD) or claims.vertices > 3 * claims.faces:
        raise CodecError("DRACO_INVALID", f"{claims.faces} faces where {faces} are due")
    found = _decoded(bytes(data))
    indices = np.asarray(found.get("faces"), np.uint32).reshape(-1)
    attributes = {each["unique_id"]: np.asarray(each["data"]) for each in found["attributes"]}
    points = max((len(each) for each in attributes.values()), default=0)
    if len(indices) and int(indices.max()) >= points:
        raise CodecError("DRACO_INVALID", "a face has a corner that is not there")
    return DracoMesh(indices, attributes, points)


def _decoded(data: bytes) -> dict[str, Any]:
    try:
        found: dict[str, Any] = DracoPy.decode(data).data_struct
    except (DracoPy.FileTypeException, TypeError, ValueError, RuntimeError, MemoryError) as error:
        raise CodecError("DRACO_INVALID", str(error) or type(error).__name__) from None
    if any(each["data"] is None for each in found["attributes"]):
        raise CodecError("DRACO_INVALID", "an attribute of a kind that glTF does not have")
    return found
