from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from scenes.exhibits.gate.headers import Header, HeaderError, read_header, sniff
from tests.scenes.exhibits.hostile import (
    PNG_MARK,
    avif,
    jpeg,
    ktx2,
    png,
    png_chunk,
    png_header,
    webp,
)

DATA = png_chunk(b"IDAT", b"x\x9c\3\0\0\0\0\1")
END = png_chunk(b"IEND", b"")
WHOLE = {"png": png(), "jpeg": jpeg(), "webp": webp(), "ktx2": ktx2(), "avif": avif()}
LOSSY = b"\0\0\0\x9d\x01\x2a\x04\0\x04\0"


def read(data: bytes) -> Header | None:
    return read_header(memoryview(data))


def code(data: bytes) -> str:
    """Why a picture is refused."""
    with pytest.raises(HeaderError) as refused:
        read(data)
    return refused.value.code


def painted(format: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (33, 17), (200, 90, 10)).save(out, format, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "mime"),
    [
        (painted("PNG"), "image/png"),
        (painted("PNG", optimize=True, bits=4), "image/png"),
        (painted("JPEG"), "image/jpeg"),
        (painted("JPEG", progressive=True), "image/jpeg"),
        (painted("WEBP"), "image/webp"),
        (painted("WEBP", lossless=True), "image/webp"),
        (painted("AVIF"), "image/avif"),
    ],
)
def test_sizes_of_real_pictures(data: bytes, mime: str) -> None:
    assert read(data) == Header(mime, 33, 17)


def test_sizes_of_pictures_built_by_hand() -> None:
    assert read(png(9, 5)) == Header("image/png", 9, 5)
    assert read(jpeg(9, 5)) == Header("image/jpeg", 9, 5)
    assert read(webp()) == Header("image/webp", 4, 4)
    assert read(webp(b"VP8 ", LOSSY)) == Header("image/webp", 4, 4)
    assert read(webp(b"VP8X", b"\0\0\0\0\x08\0\0\x04\0\0")) == Header("image/webp", 9, 5)
    assert read(ktx2(9, 5, levels=[(104, 16, 16)], packing=1)) == Header("image/ktx2", 9, 5)
    assert read(avif(9, 5)) == Header("image/avif", 9, 5)


@pytest.mark.parametrize("name", WHOLE)
def test_a_picture_cut_short_is_refused_or_not_known(name: str) -> None:
    whole = WHOLE[name]
    for end in range(len(whole)):
        try:
            assert read(whole[:end]) is None or name in ("png", "webp", "ktx2", "avif")
        except HeaderError as error:
            assert error.code in ("IMAGE_UNEXPECTED_EOS", "IMAGE_DATA_INVALID")
    assert code(whole[: len(whole) // 2]) == "IMAGE_UNEXPECTED_EOS"


@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_wrong_bytes_make_another_picture_or_none(name: str, data: st.DataObject) -> None:
    whole = bytearray(WHOLE[name])
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        header = read(bytes(whole))
    except HeaderError as error:
        assert error.code in ("IMAGE_UNEXPECTED_EOS", "IMAGE_DATA_INVALID")
    else:
        assert header is None or (header.width > 0 and header.height > 0)


def test_other_formats_are_not_known() -> None:
    for data in (b"", b"GIF89a" + b"\0" * 20, b"<svg></svg>       ", painted("BMP"), b"\x89PNG"):
        assert read(data) is None and sniff(memoryview(data)) is None


@pytest.mark.parametrize(
    "data",
    [
        PNG_MARK + DATA + END,
        PNG_MARK + png_header(0, 4) + DATA + END,
        PNG_MARK + png_header(4, 2**31) + DATA + END,
        PNG_MARK + png_header(4, 4, depth=7) + DATA + END,
        PNG_MARK + png_header(4, 4, colour=5) + DATA + END,
        PNG_MARK + png_header(4, 4, depth=16, colour=3) + DATA + END,
        PNG_MARK + png_header(4, 4, colour=3) + DATA + END,
        PNG_MARK + png_header(4, 4)[:-4] + b"abcd" + DATA + END,
        PNG_MARK + png_chunk(b"IHDR", b"\0" * 12) + DATA + END,
        png(4, 4, png_chunk(b"gAMA", b"\0" * 5)),
        png(4, 4, png_chunk(b"sRGB", b"")),
        PNG_MARK + png_header(4, 4) + png_chunk(b"tEXt", b"") * 100_001,
    ],
)
def test_pngs_that_cannot_be(data: bytes) -> None:
    assert code(data) == "IMAGE_DATA_INVALID"


def test_a_png_without_a_picture_or_with_a_chunk_that_lies_ends_early() -> None:
    assert code(PNG_MARK + png_header(4, 4) + END) == "IMAGE_UNEXPECTED_EOS"
    lies = struct.pack(">I4s", 2**32 - 1, b"tEXt") + b"abc"
    assert code(PNG_MARK + png_header(4, 4) + lies) == "IMAGE_UNEXPECTED_EOS"


@pytest.mark.parametrize(
    ("more", "odd"),
    [
        (png_chunk(b"gAMA", struct.pack(">I", 45455)), False),
        (png_chunk(b"gAMA", struct.pack(">I", 50000)), True),
        (png_chunk(b"gAMA", struct.pack(">I", 50000)) + png_chunk(b"sRGB", b"\0"), False),
        (png_chunk(b"cHRM", b"\0" * 32), True),
        (png_chunk(b"iCCP", b"p\0\0x"), True),
        (png_chunk(b"pHYs", struct.pack(">IIB", 1, 1, 0)), False),
        (png_chunk(b"pHYs", struct.pack(">IIB", 1, 2, 0)), True),
    ],
)
def test_colours_and_pixels_that_gltf_leaves_out(more: bytes, odd: bool) -> None:
    header = read(png(4, 4, more))
    assert header is not None and header.odd is odd


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xff\xd8\xff\0" + b"\0" * 20, "IMAGE_DATA_INVALID"),
        (b"\xff\xd8\xff\xe0\0\1" + b"\0" * 20, "IMAGE_DATA_INVALID"),
        (jpeg(0, 4), "IMAGE_DATA_INVALID"),
        (jpeg(channels=2), "IMAGE_DATA_INVALID"),
        (painted("JPEG", quality=90).replace(b"\xff\xd9", b""), "IMAGE_UNEXPECTED_EOS"),
        (jpeg()[:-2], "IMAGE_UNEXPECTED_EOS"),
        (b"\xff\xd8\xff\xd8" * 30_000, "IMAGE_DATA_INVALID"),
        (b"\xff\xd8" + b"\xff" * 100_000, "IMAGE_UNEXPECTED_EOS"),
        (b"\xff\xd8\xff\xc0\0\x04ab" + b"\xff" * 20, "IMAGE_DATA_INVALID"),
    ],
)
def test_jpegs_that_cannot_be(data: bytes, expected: str) -> None:
    assert code(data) == expected


def test_cmyk_is_refused_as_the_validator_does() -> None:
    out = io.BytesIO()
    Image.new("CMYK", (4, 4)).save(out, "JPEG")
    assert code(out.getvalue()) == "IMAGE_DATA_INVALID"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (webp(b"VP8Z"), "IMAGE_DATA_INVALID"),
        (webp(b"VP8 ", b"\0" * 10), "IMAGE_DATA_INVALID"),
        (webp(b"VP8L", b"\0" * 5), "IMAGE_DATA_INVALID"),
        (webp(size=10_000), "IMAGE_UNEXPECTED_EOS"),
        (webp(b"VP8 ", LOSSY.replace(b"\x04", b"\0")), "IMAGE_DATA_INVALID"),
    ],
)
def test_webps_that_cannot_be(data: bytes, expected: str) -> None:
    assert code(data) == expected


def test_moving_and_profiled_pictures_are_odd() -> None:
    for flags in (b"\x02", b"\x20"):
        header = read(webp(b"VP8X", flags + b"\0" * 9))
        assert header is not None and header.odd


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ktx2(0, 4), "IMAGE_DATA_INVALID"),
        (ktx2(4, 0), "IMAGE_DATA_INVALID"),
        (ktx2(depth=4), "IMAGE_DATA_INVALID"),
        (ktx2(faces=6), "IMAGE_DATA_INVALID"),
        (ktx2(packing=9), "IMAGE_DATA_INVALID"),
        (ktx2(levels=[(0, 16, 16)] * 4), "IMAGE_DATA_INVALID"),
        (ktx2(levels=[(104, 0, 0)]), "IMAGE_DATA_INVALID"),
        (ktx2(levels=[(104, 16, 2**40)], packing=2), "IMAGE_DATA_INVALID"),
        (ktx2(levels=[(104, 2**40, 16)]), "IMAGE_UNEXPECTED_EOS"),
        (ktx2()[:90], "IMAGE_UNEXPECTED_EOS"),
        (ktx2()[:52] + struct.pack("<I", 2**31) + ktx2()[56:], "IMAGE_UNEXPECTED_EOS"),
    ],
)
def test_textures_that_cannot_be(data: bytes, expected: str) -> None:
    assert code(data) == expected


def test_avifs_that_cannot_be() -> None:
    assert code(avif(0, 4)) == "IMAGE_DATA_INVALID"
    assert code(avif().replace(b"ispe", b"free")) == "IMAGE_DATA_INVALID"
    assert code(avif() + b"\0\0\0\4") == "IMAGE_DATA_INVALID"
    assert code(avif() + struct.pack(">I4s", 8, b"free") * 1001) == "IMAGE_DATA_INVALID"
    assert code(avif() + struct.pack(">I4sQ", 1, b"mdat", 2**60)) == "IMAGE_UNEXPECTED_EOS"
    assert read(avif() + struct.pack(">I4s", 0, b"mdat")) is not None
