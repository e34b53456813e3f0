"""Whether and how hard to compress what visitors will fetch again and again."""

from __future__ import annotations

import brotli  # type: ignore[import-untyped]

WORTH = 0.95
_SMALL, _LARGE = 1 << 20, 16 << 20


def compressed(data: bytes) -> bytes:
    """`data` in Brotli, or nothing when that would not save at least a twentieth.

    Large files get a lighter setting: the best one packs about half a megabyte a second.
    """
    quality = 11 if len(data) <= _SMALL else 9 if len(data) <= _LARGE else 5
    packed = bytes(brotli.compress(data, quality=quality, lgwin=22))
    return packed if len(packed) <= len(data) * WORTH else b""
