"""The binary chunk: aligned, shared, described truly."""

from __future__ import annotations

import numpy as np

from scenes.author.buffer import Buffer


def test_every_accessor_starts_on_four_bytes() -> None:
    buffer = Buffer()
    for n in (3, 5, 7):
        buffer.indices(np.arange(n, dtype="u4"))
    buffer.values("time", np.arange(3, dtype="f4"), limits=True)
    accessors, views, binary = buffer.finish()
    starts = [views[a["bufferView"]]["byteOffset"] + a["byteOffset"] for a in accessors]
    assert all(start % 4 == 0 for start in starts)
    assert len(binary) % 4 == 0


def test_equal_data_is_stored_once() -> None:
    buffer = Buffer()
    rows = np.arange(6, dtype="f4").reshape(2, 3)
    assert buffer.values("key", rows) == buffer.values("key", rows.copy())
    assert len(buffer.finish()[2]) == 24


def test_small_indices_take_two_bytes() -> None:
    buffer = Buffer()
    small = buffer.indices(np.array([0, 1, 65534], "u4"))
    large = buffer.indices(np.array([0, 1, 65535], "u4"))
    accessors, _, _ = buffer.finish()
    assert accessors[small]["componentType"] == 5123
    assert accessors[large]["componentType"] == 5125


def test_positions_carry_their_limits() -> None:
    buffer = Buffer()
    rows = np.array([[-5, 0, 9, 0], [7, -1, 2, 0]], "i2")
    at = buffer.vertices("POSITION", rows, 3)
    accessors, views, _ = buffer.finish()
    assert (accessors[at]["min"], accessors[at]["max"]) == ([-5, -1, 2], [7, 0, 9])
    assert accessors[at]["normalized"] is True
    assert views[accessors[at]["bufferView"]]["byteStride"] == 8


def test_images_have_views_of_their_own() -> None:
    buffer = Buffer()
    buffer.indices(np.arange(3, dtype="u4"))
    view = buffer.image(b"\x89PNG")
    _, views, binary = buffer.finish()
    start = views[view]["byteOffset"]
    assert binary[start : start + 4] == b"\x89PNG"
