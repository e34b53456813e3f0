"""Reading accessors: the limits in their JSON, and their values where the bytes lie in the file."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.read import floats, layout
from scenes.glb import Glb, GlbError
from scenes.summary.document import at, count, numbers, record

__all__ = ["limits", "values"]

Json = dict[str, Any]
F64 = NDArray[np.float64]
MOST = 1_000_000


def limits(json: Json, accessor: object) -> tuple[F64, F64]:
    """The lowest and highest position that a POSITION accessor declares, in mesh units."""
    a = at(json, "accessors", accessor)
    low, high = (np.array(numbers(a, key, 3, None)) for key in ("min", "max"))
    kind = layout({**a, "type": "VEC3"}).kind
    if a.get("normalized") is not True or kind.kind == "f":
        return low, high
    most = np.iinfo(kind).max
    return np.maximum(low / most, -1.0), np.maximum(high / most, -1.0)


def values(glb: Glb, accessor: object, width: int) -> F64 | None:
    """All values, shape (n, width), or None where they are outside the file or compressed."""
    a = at(glb.json, "accessors", accessor)
    if layout(a).width != width:
        raise GlbError("gltf.accessor", f"an accessor is not {width} wide")
    if "bufferView" not in a or not 0 < count(a, "count") <= MOST:
        return None
    if not _is_at_hand(glb, at(glb.json, "bufferViews", a["bufferView"])):
        return None
    return floats(glb, accessor, kind=np.float64)


def _is_at_hand(glb: Glb, view: Json) -> bool:
    buffer = at(glb.json, "buffers", view.get("buffer"))
    extensions = record(view.get("extensions"), "extensions")
    compressed = any("meshopt" in str(name) for name in extensions)
    return not compressed and "uri" not in buffer and view.get("buffer") == 0
