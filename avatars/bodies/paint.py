"""The picture of an iris, drawn by arithmetic; PNG bytes that do not depend on a zlib."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from avatars.bodies.field import F64, smooth
from avatars.bodies.piece import Color, blend

SIZE = 128


def iris_png(color: Color, deep: Color) -> bytes:
    """Left half an iris, right half white for the lights in an eye; 256 by 128."""
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    u, v = (x.ravel() + 0.5) / SIZE * 2 - 1, 1 - (y.ravel() + 0.5) / SIZE * 2
    r, angle = np.sqrt(u * u + v * v), np.arctan2(v, u)
    colors = np.tile(np.array(color), (SIZE * SIZE, 1))
    # Dark above, where the lid throws its shade; bright below.
    colors = blend(colors, deep, smooth(v, -0.35, 0.75) * 0.85)
    low = np.exp(-((u / 0.62) ** 2) - ((v + 0.52) / 0.30) ** 2)
    colors = blend(colors, np.minimum(np.array(color) * 2.6 + 0.10, 1.0), low * 0.75)
    rays = 0.5 + 0.5 * np.sin(angle * 23 + np.sin(angle * 7) * 1.7)
    colors = colors * (1 - 0.16 * rays * smooth(r, 0.35, 0.6))[:, None]
    colors = blend(colors, np.array(deep) * 0.35, smooth(r, 0.80, 0.95))
    colors = blend(colors, (0.006, 0.005, 0.006), smooth(r, 0.42, 0.35))
    both = np.ones((SIZE, SIZE * 2, 3))
    both[:, :SIZE] = colors.reshape(SIZE, SIZE, 3)
    return png(encoded(both))


def encoded(linear: F64) -> NDArray[np.uint8]:
    """Linear light as sRGB bytes."""
    v = np.clip(linear, 0, 1)
    curved = np.where(v <= 0.0031308, v * 12.92, 1.055 * v ** (1 / 2.4) - 0.055)
    result: NDArray[np.uint8] = np.rint(curved * 255).astype("u1")
    return result


def png(rows: NDArray[np.uint8]) -> bytes:
    """A truecolour PNG (W3C) of (h, w, 3) bytes, packed with runs only where zlib is sure."""
    high, wide = rows.shape[:2]
    lines = np.concatenate([np.zeros((high, 1), "u1"), rows.reshape(high, -1)], axis=1).tobytes()
    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", _stored(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )


def _stored(data: bytes) -> bytes:
    """A zlib stream of stored blocks (RFC 1950; RFC 1951 section 3.2.4)."""
    blocks = [data[i : i + 65535] for i in range(0, len(data), 65535)]
    heads = (
        struct.pack("<BHH", i == len(blocks) - 1, len(b), len(b) ^ 0xFFFF)
        for i, b in enumerate(blocks)
    )
    body = b"".join(h + b for h, b in zip(heads, blocks, strict=True))
    return b"\x78\x01" + body + struct.pack(">I", zlib.adler32(data))
