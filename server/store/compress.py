"""Whether and how hard to compress what visitors will fetch again and again."""

from __future__ import annotations

import contextlib
import os
import threading

import brotli  # type: ignore[import-untyped]

WORTH = 0.95
THREADS = min(4, os.cpu_count() or 1)
_SMALL, _LARGE = 4 << 20, 32 << 20
_PIECE, _HOPELESS = 64 << 10, 0.98
_NICENESS = 10


def compressed(data: bytes) -> bytes:
    """`data` in Brotli, or nothing when that would not save at least a twentieth.

    The best setting packs half a megabyte a second, and a model a quarter smaller than the next
    one; only large files get a lighter one.
    """
    if _looks_random(data):
        return b""
    quality = 11 if len(data) <= _SMALL else 9 if len(data) <= _LARGE else 5
    packed = bytes(brotli.compress(data, quality=quality, lgwin=22))
    return packed if len(packed) <= len(data) * WORTH else b""


def _looks_random(data: bytes) -> bool:
    """Whether quick tries in three places say that it is packed already, as WebP and meshopt are.

    Anything below four pieces is packed whole: that tells more and takes no longer.
    """
    if len(data) < 4 * _PIECE:
        return False
    starts = (0, (len(data) - _PIECE) // 2, len(data) - _PIECE)
    pieces = [data[start : start + _PIECE] for start in starts]
    packed = sum(len(brotli.compress(piece, quality=4, lgwin=18)) for piece in pieces)
    return packed > 3 * _PIECE * _HOPELESS


def step_back() -> None:
    """Let everything else go before the thread that calls this (where threads have priorities)."""
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
