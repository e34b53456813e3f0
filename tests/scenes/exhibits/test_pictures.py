"""Pictures in and out; broken ones give nothing."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from scenes.exhibits.pictures import (
    decode,
    encode_webp,
    few_colours,
    raster,
    resized_plane,
    size_of,
    warm_up,
)


def file_of(mode: str, kind: str = "PNG", size: tuple[int, int] = (40, 20)) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("mode", "kind", "channels"),
    [
        ("L", "PNG", 1),
        ("1", "PNG", 1),
        ("LA", "PNG", 4),
        ("P", "PNG", 3),
        ("RGB", "PNG", 3),
        ("RGBA", "PNG", 4),
        ("RGB", "JPEG", 3),
        ("CMYK", "JPEG", 3),
        ("L", "JPEG", 1),
        ("RGB", "WEBP", 3),
        ("RGBA", "WEBP", 3),
    ],
)
def test_every_kind_of_picture_is_read(mode: str, kind: str, channels: int) -> None:
    data = file_of(mode, kind)
    pixels = raster(data)
    assert pixels is not None and pixels.shape == (20, 40, channels)
    assert size_of(data) == (40, 20)


def test_sixteen_bits_become_eight_without_being_clipped() -> None:
    values = np.array([[0, 256 * 100, 65535]], np.uint16)
    out = io.BytesIO()
    Image.fromarray(values).save(out, "PNG")
    pixels = raster(out.getvalue())
    assert pixels is not None and pixels[0, :, 0].tolist() == [0, 100, 255]


def test_a_palette_with_transparency_has_alpha() -> None:
    out = io.BytesIO()
    Image.new("P", (4, 4)).save(out, "PNG", transparency=0)
    pixels = raster(out.getvalue())
    assert pixels is not None and pixels.shape[2] == 4 and not pixels[:, :, 3].any()


def test_more_pixels_than_allowed_are_not_decoded() -> None:
    assert raster(file_of("RGB"), most_pixels=799) is None
    assert raster(file_of("RGB"), most_pixels=800) is not None


def test_decode_gives_rgba_of_at_most_a_side() -> None:
    pixels = decode(file_of("L"), 10)
    assert pixels is not None and pixels.shape == (5, 10, 4) and (pixels[:, :, 3] == 255).all()


def test_colour_under_transparent_pixels_is_kept() -> None:
    pixels = np.zeros((8, 8, 4), np.uint8)
    pixels[:, :, 0] = 200
    back = raster(encode_webp(pixels, lossless=True))
    assert back is not None and np.array_equal(back, pixels)
    small = decode(encode_webp(pixels, lossless=True), 4)
    assert small is not None and (small[:, :, 0] == 200).all()


def test_grey_is_written_as_well() -> None:
    pixels = np.full((8, 8, 1), 77, np.uint8)
    back = decode(encode_webp(pixels, lossless=True))
    assert back is not None and (back[:, :, :3] == 77).all()


def test_few_colours_are_told_from_many() -> None:
    assert few_colours(np.zeros((64, 64, 3), np.uint8))
    y, x = np.mgrid[0:64, 0:64]
    assert not few_colours(np.stack([x * 4, y * 4, x], -1).astype(np.uint8))


def test_halves_are_averages() -> None:
    plane = np.array([[0, 2], [4, 6]], np.float32)
    assert resized_plane(plane, 1, 1).tolist() == [[3.0]]


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%!PS-Adobe-3.0 EPSF-3.0", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_gives_nothing(data: bytes) -> None:
    assert raster(data) is None
    assert decode(data) is None
    assert size_of(data) == (0, 0)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["PNG", "JPEG", "WEBP"]),
    st.integers(0, 10_000),
    st.binary(min_size=1, max_size=8),
)
def test_broken_pictures_give_nothing_or_pixels(kind: str, at: int, patch: bytes) -> None:
    data = bytearray(file_of("RGB", kind))
    at %= len(data)
    data[at : at + len(patch)] = patch
    pixels = raster(bytes(data), 10_000)
    assert pixels is None or pixels.ndim == 3


def test_warming_up_needs_nothing() -> None:
    warm_up()
