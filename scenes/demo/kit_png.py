"""PNG pictures with a palette (W3C PNG, colour type 3)."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray


def palette_png(rows: NDArray[np.uint8], colors: NDArray[np.uint8], clear: int = 0) -> bytes:
    """Return an indexed PNG of (h, w) indices into (n, 3) sRGB colours, the first `clear` unseen.

    The pixels are stored, not deflated: the file travels inside a GLB that is compressed as a
    whole, which does better on plain pixels, and the bytes do not depend on a zlib version.
    """
    high, wide = rows.shape
    lines = np.concatenate([np.zeros((high, 1), np.uint8), rows], axis=1).tobytes()
    header = struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", colors.astype(np.uint8).tobytes()),
            _chunk(b"tRNS", bytes(clear)) if clear else b"",
            _chunk(b"IDAT", _stored(lines)),
            _chunk(b"IEND", b""),
        ]
    )


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _stored(data: bytes) -> bytes:
    """Return a zlib stream of stored blocks (RFC 1950, RFC 1951 section 3.2.4)."""
    blocks = [data[i : i + 65535] for i in range(0, len(data), 65535)] or [b""]
    parts = [b"\x78\x01"]
    for i, block in enumerate(blocks):
        last = i == len(blocks) - 1
        parts.append(struct.pack("<BHH", last, len(block), len(block) ^ 0xFFFF) + block)
    parts.append(struct.pack(">I", zlib.adler32(data)))
    return b"".join(parts)
