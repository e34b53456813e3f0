"""Bytes of many buffers in one: every view sees what it saw, and nothing is there twice."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits import read
from scenes.exhibits.document import Document
from scenes.exhibits.normalise.pack import packed
from scenes.glb import Glb, GlbError

BUFFERS = st.lists(st.binary(min_size=1, max_size=60), min_size=1, max_size=4)
RANGES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 59), st.integers(1, 60)), max_size=12)


def document(buffers: list[bytes], ranges: list[tuple[int, int, int]]) -> Document:
    """Views over the buffers, each within its own."""
    views: list[dict[str, Any]] = []
    for number, start, size in ranges:
        buffer = number % len(buffers)
        offset = start % len(buffers[buffer])
        length = min(size, len(buffers[buffer]) - offset)
        views.append({"buffer": buffer, "byteOffset": offset, "byteLength": length})
    entries = [{"byteLength": len(data)} for data in buffers]
    json = {"buffers": entries} | ({"bufferViews": views} if views else {})
    return Document(json, tuple(memoryview(data) for data in buffers), ())


def again(glb: Glb) -> Glb:
    buffers = (memoryview(glb.bin),) if "buffers" in glb.json else ()
    return packed(Document(glb.json, buffers, ()))


@given(BUFFERS, RANGES)
def test_every_view_sees_what_it_saw(
    buffers: list[bytes], ranges: list[tuple[int, int, int]]
) -> None:
    before = document(buffers, ranges)
    glb = packed(before)
    for index, view in enumerate(glb.json.get("bufferViews", ())):
        assert bytes(read.view(glb, index)) == bytes(read.view(before, index))
        old = before.json["bufferViews"][index].get("byteOffset", 0)
        assert view.get("byteOffset", 0) % 4 == old % 4
    room = sum(len(data) + 6 for data in buffers)
    assert len(glb.bin) <= room + 6 * len(ranges)
    assert len(glb.bin) == sum(entry["byteLength"] for entry in glb.json.get("buffers", ()))


@given(BUFFERS, RANGES)
def test_a_packed_document_packs_to_itself(
    buffers: list[bytes], ranges: list[tuple[int, int, int]]
) -> None:
    once = packed(document(buffers, ranges))
    assert again(once) == once


def test_a_view_without_bytes_is_an_error() -> None:
    whole = document([b"abcdefgh"], [(0, 0, 8)])
    for buffer in (None, memoryview(b"abc")):
        with pytest.raises(GlbError):
            packed(Document(whole.json, (buffer,), ()))
