from __future__ import annotations

from typing import Any

import pytest

from tests.scenes.exhibits.hostile import (
    BIN,
    JSON,
    admitted,
    chunk,
    data_uri,
    errors,
    glb,
    gltf,
    padded,
    plain_glb,
    warnings,
)

FOUR = {"byteLength": 4}
INLINE = {**FOUR, "uri": data_uri(b"abcd")}
FALLBACK = {**FOUR, "extensions": {"EXT_meshopt_compression": {"fallback": True}}}


def held(given: dict[str, bytes] | bytes) -> list[bytes | None]:
    document = admitted(given).document
    assert document is not None
    return [None if data is None else bytes(data) for data in document.buffers]


def test_the_first_buffer_of_a_glb_is_its_binary_chunk_cut_to_its_length() -> None:
    assert held(plain_glb(b"abcd", buffers=[FOUR])) == [b"abcd"]
    assert held(plain_glb(b"abcd", buffers=[{"byteLength": 1}])) == [b"a"]
    assert held(plain_glb(b"abcd", buffers=[{"byteLength": 1.0}])) == [b"a"]
    assert warnings(plain_glb(b"abcd", buffers=[{"byteLength": 1}])) == []
    assert warnings(plain_glb(b"abcdefgh", buffers=[FOUR])) == ["BUFFER_GLB_CHUNK_TOO_BIG"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (plain_glb(buffers=[FOUR]), "BUFFER_MISSING_GLB_DATA"),
        (plain_glb(b"abcd", buffers=[{"byteLength": 5}]), "BUFFER_BYTE_LENGTH_MISMATCH"),
        (gltf(buffers=[{**INLINE, "byteLength": 5}]), "BUFFER_BYTE_LENGTH_MISMATCH"),
        (
            glb(chunk(JSON, padded(gltf(buffers=[FOUR]))), chunk(BIN, b"")),
            "BUFFER_BYTE_LENGTH_MISMATCH",
        ),
        (
            gltf(buffers=[{**FOUR, "uri": data_uri(b"abcd", "image/png")}]),
            "BUFFER_DATA_URI_MIME_TYPE_INVALID",
        ),
        (gltf(buffers=[{**FOUR, "uri": "data:,abcd"}]), "BUFFER_DATA_URI_MIME_TYPE_INVALID"),
        (gltf(buffers=[{**FOUR, "uri": "data:x"}]), "INVALID_URI"),
        (gltf(buffers=[{**FOUR, "uri": "a.bin"}]), "IO_ERROR"),
        (gltf(buffers=[{**FOUR, "uri": "http://example.com/a.bin"}]), "URI_OUTSIDE"),
        (gltf(buffers=[{**FOUR, "uri": "../a.bin"}]), "URI_OUTSIDE"),
    ],
)
def test_bytes_that_are_not_there(data: bytes, code: str) -> None:
    assert errors(data) == [code]
    assert held(data) == [None]


def test_bytes_of_a_uri_and_of_a_file() -> None:
    assert held(gltf(buffers=[INLINE])) == [b"abcd"]
    named = gltf(buffers=[{"byteLength": 3, "uri": "a%20b.bin"}, INLINE])
    assert held({"m.gltf": named, "a b.bin": b"abcd"}) == [b"abc", b"abcd"]
    assert errors({"m.gltf": named, "a b.bin": b"ab"}) == ["BUFFER_BYTE_LENGTH_MISMATCH"]
    assert warnings(plain_glb(buffers=[INLINE])) == ["DATA_URI_GLB"]


def test_a_buffer_without_bytes_is_only_warned_of() -> None:
    assert held(gltf(buffers=[FOUR])) == [None]
    assert warnings(gltf(buffers=[FOUR])) == ["BUFFER_WITHOUT_DATA"]
    assert warnings(plain_glb(b"abcd", buffers=[FOUR, FOUR])) == ["BUFFER_WITHOUT_DATA"]


def test_room_for_what_is_unpacked_needs_no_bytes() -> None:
    assert admitted(plain_glb(b"abcd", buffers=[FOUR, FALLBACK])).findings == []
    assert held(plain_glb(b"abcd", buffers=[FOUR, FALLBACK])) == [b"abcd", None]


@pytest.mark.parametrize(
    "buffers",
    [
        *(None, 1, "x", {}, [], [None], [1], [[]]),
        [{"uri": 1}],
        [{"uri": None}],
        [{"byteLength": None, "uri": "data:,"}],
        [{"byteLength": True, "uri": data_uri(b"a")}],
        [{"byteLength": -1, "uri": data_uri(b"a")}],
        [{"byteLength": 1e300, "extensions": 7}],
        [{"byteLength": 2**80, "extensions": {"EXT_meshopt_compression": 7}}],
    ],
)
def test_what_is_no_buffer_is_left_to_the_check_of_structure(buffers: Any) -> None:
    assert admitted(gltf(buffers=buffers)).document is not None
    assert admitted(plain_glb(b"abcd", buffers=buffers)).document is not None
