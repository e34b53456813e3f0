from __future__ import annotations

import struct
import zlib

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from scenes.demo.kit_png import palette_png

COLORS = np.arange(48, dtype=np.uint8).reshape(16, 3)


def chunks(data: bytes) -> dict[bytes, bytes]:
    """The chunks of a PNG, each with a checksum that is right."""
    found, at = {}, 8
    while at < len(data):
        size = struct.unpack_from(">I", data, at)[0]
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert struct.unpack_from(">I", data, at + 8 + size)[0] == zlib.crc32(kind + body)
        found[kind] = body
        at += size + 12
    return found


def pixels(data: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """The indices of a palette picture without filters."""
    parts = chunks(data)
    wide, high = struct.unpack_from(">II", parts[b"IHDR"])
    lines = np.frombuffer(zlib.decompress(parts[b"IDAT"]), np.uint8).reshape(high, wide + 1)
    assert (lines[:, 0] == 0).all()
    return lines[:, 1:]


@given(st.integers(1, 20), st.integers(1, 20))
def test_a_reader_gets_the_pixels_back(high: int, wide: int) -> None:
    rows = (np.arange(high * wide) % 16).astype(np.uint8).reshape(high, wide)
    assert (pixels(palette_png(rows, COLORS)) == rows).all()


def test_more_than_one_stored_block_is_one_stream() -> None:
    rows = (np.arange(300 * 500) % 16).astype(np.uint8).reshape(300, 500)
    assert (pixels(palette_png(rows, COLORS)) == rows).all()


def test_the_palette_and_what_is_unseen_are_written() -> None:
    data = palette_png(np.zeros((1, 1), np.uint8), COLORS, clear=2)
    parts = chunks(data)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert parts[b"PLTE"] == COLORS.tobytes()
    assert parts[b"tRNS"] == b"\0\0"


def test_without_anything_unseen_there_is_no_chunk_for_it() -> None:
    assert b"tRNS" not in chunks(palette_png(np.zeros((1, 1), np.uint8), COLORS))
