"""What a Draco stream claims, read without its decoder."""

from __future__ import annotations

import struct

import DracoPy  # type: ignore[import-not-found]
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.codecs.draco_header import Claims, read_claims
from scenes.exhibits.codecs.errors import CodecError

POINTS = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [1, 1, 0]], "f4")
FACES = np.array([[0, 1, 2], [1, 3, 2]], "u4")


def stream(**how: object) -> bytes:
    data: bytes = DracoPy.encode(POINTS, FACES, **how)
    return data


def claims(data: bytes) -> Claims:
    return read_claims(memoryview(data))


@pytest.mark.parametrize("how", [{"preserve_order": True}, {"preserve_order": False}])
@pytest.mark.parametrize("create_metadata", [False, True])
def test_counts_are_read_from_both_methods(how: dict[str, bool], create_metadata: bool) -> None:
    assert claims(stream(create_metadata=create_metadata, **how)) == Claims(2, 4)


def test_metadata_of_attributes_is_passed_over() -> None:
    named = {"warmth": POINTS.copy(), "age": POINTS[:, :1].copy()}
    assert claims(stream(generic_attributes=named, create_metadata=True)).faces == 2


def test_metadata_may_lie_inside_metadata() -> None:
    inner = b"\x00" + b"\x01" + b"\x01b" + b"\x00\x00"
    table = b"\x01" + b"\x01k" + b"\x01v" + b"\x01" + b"\x01a" + inner
    data = b"DRACO\x02\x02\x01\x00\x00\x80" + b"\x01\x07" + table + b"\x00\x00" + b"\x05\x06"
    assert claims(data) == Claims(5, 6)


def test_older_streams_have_plain_counts() -> None:
    assert claims(b"DRACO\x02\x00\x01\x00\0\0" + struct.pack("<II", 9, 7)) == Claims(9, 7)
    older = b"DRACO\x02\x01\x01\x01\0\0\0" + struct.pack("<III", 1, 7, 9)
    assert claims(older) == Claims(9, 7)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"DRACO",
        b"Draco\x02\x02\x01\x00\0\0\x05\x06",
        b"DRACO\x02\x02\x00\x00\0\0\x05\x06",
        b"DRACO\x02\x02\x01\x07\0\0\x05\x06",
        b"DRACO\x02\x02\x01\x00\0\0" + b"\xff" * 20,
        b"DRACO\x02\x02\x01\x00\x00\x80" + b"\x7f" * 40,
        b"DRACO\x02\x02\x01\x00\x00\x80\x00\x00" + b"\x01\x00\x00" * 40_000,
    ],
)
def test_what_is_no_mesh_is_refused(data: bytes) -> None:
    with pytest.raises(CodecError) as refused:
        claims(data)
    assert refused.value.code == "DRACO_INVALID"


@given(st.binary(max_size=60), st.sampled_from([b"\0\0", b"\0\x80"]), st.integers(0, 2))
def test_any_bytes_are_read_or_refused(noise: bytes, flags: bytes, method: int) -> None:
    try:
        claims(b"DRACO\x02\x02\x01" + bytes([method]) + flags + noise)
    except CodecError as error:
        assert error.code == "DRACO_INVALID"
