"""Compressed bufferViews unpacked: EXT_meshopt_compression and KHR_meshopt_compression."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.bench import frame
from scenes.exhibits.codecs.errors import CodecError

__all__ = ["Filter", "Mode", "decode"]

U8 = NDArray[np.uint8]
Mode = Literal["ATTRIBUTES", "TRIANGLES", "INDICES"]
Filter = Literal["NONE", "OCTAHEDRAL", "QUATERNION", "EXPONENTIAL", "COLOR"]

DECODERS = {
    "ATTRIBUTES": "meshopt_decodeVertexBuffer",
    "TRIANGLES": "meshopt_decodeIndexBuffer",
    "INDICES": "meshopt_decodeIndexSequence",
}
FILTERS = {
    "OCTAHEDRAL": "meshopt_decodeFilterOct",
    "QUATERNION": "meshopt_decodeFilterQuat",
    "EXPONENTIAL": "meshopt_decodeFilterExp",
    "COLOR": "meshopt_decodeFilterColor",
}
STRIDES = {"OCTAHEDRAL": (4, 8), "QUATERNION": (8,), "COLOR": (4, 8)}
"""Bytes of an element that a filter takes; EXPONENTIAL takes any multiple of four."""
MOST = 2**30
"""Bytes that a stream may unfold to."""
MOST_FOLD = 4096
"""No vertex stream unfolds to more bytes than this for each byte of it."""


def decode(data: memoryview | bytes, count: int, size: int, mode: Mode, filter: Filter) -> U8:
    """The bytes of a compressed bufferView, shape (count, size).

    Nothing is allocated before the claim is held against the compressed bytes. Raises CodecError
    `MESHOPT_INVALID` for a claim or a stream that is wrong.
    """
    _check_claim(len(data), count, size, mode, filter)
    if count == 0:
        return np.zeros((0, size), np.uint8)
    padded = -(-count // 4) * 4
    with frame("decoder") as work:
        # Filters work on four elements at once and may touch a few behind the last.
        out, at = work.room(padded * size), work.put(np.frombuffer(data, np.uint8))
        failed = work.call(DECODERS[mode], out, count, size, at, len(data))
        if failed == 0 and filter != "NONE":
            work.call(FILTERS[filter], out, padded, size)
        found = work.call.read(out, 0 if failed else count * size)
    if failed:
        raise CodecError("MESHOPT_INVALID", f"the stream cannot be decoded ({failed})")
    return found.reshape(count, size)


def _check_claim(length: int, count: int, size: int, mode: str, filter: str) -> None:
    fold = {"ATTRIBUTES": length * MOST_FOLD, "TRIANGLES": length * 3 * size}
    wrong = (
        (mode not in DECODERS or filter not in ("NONE", *FILTERS), "an unknown mode or filter"),
        (mode == "ATTRIBUTES" and (not 0 < size <= 256 or size % 4), f"a stride of {size}"),
        (mode != "ATTRIBUTES" and size not in (2, 4), f"indices of {size} bytes"),
        (mode != "ATTRIBUTES" and filter != "NONE", "a filter on indices"),
        (mode == "TRIANGLES" and count % 3 != 0, "triangles without three corners"),
        (filter in STRIDES and size not in STRIDES.get(filter, ()), f"{filter} of {size} bytes"),
        (count < 0 or count * size > fold.get(mode, length * size), "more than its bytes hold"),
        (count * size > MOST, "more than there is room for"),
    )
    for is_wrong, about in wrong:
        if is_wrong:
            raise CodecError("MESHOPT_INVALID", about)
