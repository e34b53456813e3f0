"""EXT_meshopt_compression and KHR_meshopt_compression taken out of a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.edit import Edit, without
from scenes.exhibits.codecs.errors import CodecError
from scenes.exhibits.codecs.meshopt import decode
from scenes.exhibits.document import Document
from scenes.findings import Finding

__all__ = ["MESHOPT", "unpack_meshopt"]

Json = dict[str, Any]
MESHOPT = ("EXT_meshopt_compression", "KHR_meshopt_compression")


def unpack_meshopt(document: Document, edit: Edit, decoded: set[int]) -> Iterator[Finding]:
    """Put decoded bytes behind every compressed bufferView; ``decoded`` gains their indices."""
    for i, view in enumerate(edit.table("bufferViews") if "bufferViews" in edit.json else ()):
        name = next((name for name in MESHOPT if name in view.get("extensions", {})), None)
        if name is None:
            continue
        try:
            edit.check_room(view["byteLength"])
            where = edit.buffer(_bytes_of(document, view, view["extensions"][name]).reshape(-1))
        except (CodecError, TypeError, AttributeError, LookupError) as error:
            code = error.code if isinstance(error, CodecError) else "MESHOPT_INVALID"
            yield Finding(f"/bufferViews/{i}/extensions/{name}", code, "error", str(error))
        else:
            edit.json["bufferViews"][i] = {**without(view, *MESHOPT), **where}
            decoded.add(i)
    for i, buffer in enumerate(edit.json.get("buffers", ())):
        edit.json["buffers"][i] = without(buffer, *MESHOPT)


def _bytes_of(document: Document, view: Json, how: Json) -> NDArray[np.uint8]:
    buffer, start = how.get("buffer", -1), how.get("byteOffset", 0)
    end, size = start + how.get("byteLength", 0), how.get("byteStride", 0)
    data = document.buffers[buffer] if 0 <= buffer < len(document.buffers) else None
    if data is None or not 0 <= start <= end <= len(data):
        raise CodecError("MESHOPT_INVALID", "the compressed bytes are not there")
    count = how.get("count", 0)
    if count * size != view.get("byteLength"):
        raise CodecError("MESHOPT_INVALID", "decoded bytes do not fill the bufferView")
    return decode(data[start:end], count, size, how.get("mode", ""), how.get("filter", "NONE"))
