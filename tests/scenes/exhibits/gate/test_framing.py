from __future__ import annotations

import pytest

from tests.scenes.exhibits.hostile import (
    BIN,
    JSON,
    admitted,
    chunk,
    errors,
    glb,
    gltf,
    padded,
    plain_glb,
    warnings,
)

TEXT = chunk(JSON, padded(gltf()))
DATA = chunk(BIN, b"abcd")
OTHER = chunk(b"ABCD", b"abcd")
BAD = {
    "magic": (glb(TEXT, magic=b"glTG"), ["GLB_INVALID_MAGIC"]),
    "version 1": (glb(TEXT, version=1), ["GLB_INVALID_VERSION"]),
    "version 3": (glb(TEXT, version=3), ["GLB_INVALID_VERSION"]),
    "no header": (b"glTF\2\0\0\0", ["GLB_UNEXPECTED_END_OF_HEADER"]),
    "one byte": (b"g", ["GLB_UNEXPECTED_END_OF_HEADER"]),
    "header only": (glb(), ["GLB_LENGTH_TOO_SMALL"]),
    "length 12": (glb(TEXT, length=12), ["GLB_LENGTH_TOO_SMALL"]),
    "length 0": (
        glb(TEXT, length=0),
        ["GLB_LENGTH_TOO_SMALL", "GLB_CHUNK_TOO_BIG", "GLB_LENGTH_MISMATCH"],
    ),
    "length too small": (
        glb(TEXT, length=len(glb(TEXT)) - 4),
        ["GLB_CHUNK_TOO_BIG", "GLB_LENGTH_MISMATCH"],
    ),
    "length too large": (glb(TEXT, length=2**32 - 1), ["GLB_LENGTH_MISMATCH"]),
    "chunk header cut": (glb(TEXT, b"\4\0\0"), ["GLB_UNEXPECTED_END_OF_CHUNK_HEADER"]),
    "chunk too big": (
        glb(TEXT, chunk(BIN, b"abcd", 2**32 - 4)),
        ["GLB_CHUNK_TOO_BIG", "GLB_UNEXPECTED_END_OF_CHUNK_DATA"],
    ),
    "chunk cut": (plain_glb(b"abcdefgh")[:-3], ["GLB_UNEXPECTED_END_OF_CHUNK_DATA"]),
    "unaligned": (glb(TEXT, chunk(BIN, b"abc")), ["GLB_CHUNK_LENGTH_UNALIGNED"]),
    "binary first": (glb(DATA, TEXT), ["GLB_UNEXPECTED_FIRST_CHUNK"]),
    "binary alone": (glb(DATA), ["GLB_UNEXPECTED_FIRST_CHUNK"]),
    "JSON twice": (glb(TEXT, TEXT), ["GLB_DUPLICATE_CHUNK"]),
    "binary twice": (glb(TEXT, DATA, DATA), ["GLB_DUPLICATE_CHUNK"]),
    "binary third": (glb(TEXT, OTHER, DATA), ["GLB_UNEXPECTED_BIN_CHUNK"]),
    "unknown first": (glb(OTHER, TEXT), ["GLB_UNEXPECTED_FIRST_CHUNK"]),
    "empty JSON": (glb(chunk(JSON, b"")), ["GLB_EMPTY_CHUNK", "INVALID_JSON"]),
    "two empty JSONs": (
        glb(chunk(JSON, b""), chunk(JSON, b"")),
        ["GLB_EMPTY_CHUNK", "GLB_EMPTY_CHUNK", "GLB_DUPLICATE_CHUNK", "INVALID_JSON"],
    ),
    "JSON padded with nulls": (glb(chunk(JSON, padded(gltf(), b"\0"))), ["INVALID_JSON"]),
}


@pytest.mark.parametrize("name", BAD)
def test_what_the_format_forbids_is_refused_with_the_validators_code(name: str) -> None:
    data, codes = BAD[name]
    assert errors({"model.glb": data}) == codes


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (glb(TEXT), []),
        (glb(TEXT, DATA), []),
        (glb(TEXT, chunk(BIN, b"")), []),
        (glb(TEXT, OTHER), ["GLB_UNKNOWN_CHUNK_TYPE"]),
        (glb(TEXT, chunk(b"ABCD", b"")), ["GLB_UNKNOWN_CHUNK_TYPE"]),
        (glb(TEXT) + b"x", ["GLB_EXTRA_DATA"]),
        (glb(TEXT) + b"PK\3\4 and more", ["GLB_EXTRA_DATA"]),
    ],
)
def test_what_is_only_odd_is_warned_of(data: bytes, codes: list[str]) -> None:
    assert errors(data) == [] and warnings(data) == codes
    assert admitted(data).document is not None


def test_every_cut_of_a_file_is_refused_and_none_is_read_past() -> None:
    whole = plain_glb(b"abcd", buffers=[{"byteLength": 4}])
    for end in range(1, len(whole)):
        assert errors({"model.glb": whole[:end]}), end
