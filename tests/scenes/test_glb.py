"""The GLB container: what is written can be read, and anything else is refused with a code."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.glb import Glb, GlbError, read_glb, write_glb

SMALL = write_glb({"asset": {"version": "2.0"}}, b"\x01\x02\x03")


def test_written_glb_reads_back() -> None:
    glb = read_glb(SMALL)
    assert glb == Glb({"asset": {"version": "2.0"}}, b"\x01\x02\x03\x00")


def test_bytes_do_not_depend_on_key_order() -> None:
    one = write_glb({"a": 1, "b": {"c": 2, "d": 3}}, b"")
    two = write_glb({"b": {"d": 3, "c": 2}, "a": 1}, b"")
    assert one == two


def test_every_chunk_is_aligned() -> None:
    assert len(SMALL) % 4 == 0
    assert len(write_glb({"name": "齿轮"}, b"12345")) % 4 == 0


def test_without_binary_chunk() -> None:
    assert read_glb(write_glb({}, b"")).bin == b""


def _with_json(text: bytes) -> bytes:
    padded = text + b" " * (-len(text) % 4)
    chunk = struct.pack("<II", len(padded), 0x4E4F534A) + padded
    return struct.pack("<III", 0x46546C67, 2, 12 + len(chunk)) + chunk


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "glb.truncated"),
        (b"glTF", "glb.truncated"),
        (b"GLTF" + SMALL[4:], "glb.magic"),
        (SMALL[:4] + b"\x01" + SMALL[5:], "glb.version"),
        (SMALL + b"\x00", "glb.length"),
        (SMALL[:-4], "glb.length"),
        (struct.pack("<III", 0x46546C67, 2, 12), "glb.no-json"),
        (struct.pack("<III", 0x46546C67, 2, 16) + b"abcd", "glb.truncated"),
        (struct.pack("<IIIII", 0x46546C67, 2, 20, 8, 0x4E4F534A), "glb.chunk"),
        (_with_json(b"[]"), "glb.json"),
        (_with_json(b"{"), "glb.json"),
        (_with_json(b'{"a":NaN}'), "glb.json"),
        (_with_json(b'{"a":1e999}'), "glb.json"),
        (_with_json(b'{"a":"\xff"}'), "glb.json"),
        (_with_json(b"[" * 100_000), "glb.json"),
        (_with_json(b'{"a":' + b"9" * 5000 + b"}"), "glb.json"),
    ],
)
def test_refusals_carry_a_stable_code(data: bytes, code: str) -> None:
    with pytest.raises(GlbError) as caught:
        read_glb(data)
    assert caught.value.code == code


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object()])
def test_unwritable_json_is_refused(value: object) -> None:
    with pytest.raises(GlbError):
        write_glb({"a": value}, b"")


@given(st.binary(max_size=200), st.integers(0, len(SMALL)))
def test_any_bytes_give_a_glb_or_its_error(noise: bytes, at: int) -> None:
    for data in (noise, SMALL[:at] + noise, SMALL[:at] + noise + SMALL[at + len(noise) :]):
        try:
            read_glb(data)
        except GlbError:
            continue
