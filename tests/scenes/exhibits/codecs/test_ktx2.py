from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.codecs.ktx2 import HEADER, IDENTIFIER, is_ktx2, transcode
from tools.places import ROOT

LAMP = ROOT.parent / "shared" / "assets" / "AnisotropyBarnLamp-KTX2"


@pytest.fixture(scope="module")
def bump() -> bytes:
    file = LAMP / "AnisotropyBarnLamp_normalbump.ktx2"
    if not file.is_file():
        pytest.skip("the sample files are not here")
    return file.read_bytes()


def header(**changed: int) -> bytes:
    fields = {
        "kind": 0,
        "type_size": 1,
        "wide": 4,
        "high": 4,
        "depth": 0,
        "layers": 0,
        "faces": 1,
        "levels": 1,
        "scheme": 0,
    } | changed
    return IDENTIFIER + HEADER.pack(*fields.values(), 0, 0, 0, 0, 0, 0) + bytes(24)


def test_a_normal_map_becomes_pixels(bump: bytes) -> None:
    pixels = transcode(bump)
    assert pixels is not None
    assert pixels.shape == (2048, 2048, 4)
    assert pixels[..., :3].mean((0, 1)) == pytest.approx([127, 127, 255], abs=1)


def test_it_can_be_done_again_and_again(bump: bytes) -> None:
    first, second = transcode(bump), transcode(bump)
    assert first is not None and second is not None
    assert (first == second).all()


def test_it_is_known_by_its_first_bytes(bump: bytes) -> None:
    assert is_ktx2(bump)
    assert not is_ktx2(b"\x89PNG\r\n\x1a\n")
    assert not is_ktx2(b"")


def test_more_pixels_than_allowed_are_not_begun(bump: bytes) -> None:
    assert transcode(bump, most_pixels=2048 * 2047) is None


@pytest.mark.parametrize("end", [0, 11, 40, 100, 5000])
def test_a_cut_file_is_none(bump: bytes, end: int) -> None:
    assert transcode(bump[:end]) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": 37},
        {"depth": 2},
        {"layers": 3},
        {"faces": 6},
        {"wide": 0},
        {"high": 0},
        {"wide": 2**31, "high": 2**31},
    ],
)
def test_what_is_no_plain_texture_is_none(changed: dict[str, int]) -> None:
    assert transcode(header(**changed)) is None


@given(st.binary(max_size=400))
def test_any_bytes_after_the_header_are_borne(rest: bytes) -> None:
    assert transcode(header() + rest) is None


@given(st.lists(st.tuples(st.integers(12, 300), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_spoiled_file_is_borne(bump: bytes, changes: list[tuple[int, int]]) -> None:
    spoiled = bytearray(bump)
    for at, value in changes:
        spoiled[at] = value
    wide, high = struct.unpack_from("<2I", spoiled, 20)
    pixels = transcode(bytes(spoiled), most_pixels=2**22)
    assert pixels is None or pixels.shape == (high, wide, 4)
