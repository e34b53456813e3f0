"""One image at many sides: lossy, lossless, as it came, or compressed for the graphics card."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from scenes.exhibits.codecs.ktx2 import transcode
from scenes.exhibits.codecs.ktx2_encoder import is_available
from scenes.exhibits.derive.image import KTX2, WEBP, at_sides
from scenes.exhibits.pictures import encode_webp, raster

SIDES = (256, 128, 64, 32)


def picture(width: int, height: int) -> bytes:
    y, x = np.mgrid[0:height, 0:width]
    return encode_webp(np.stack([x % 256, y % 256, (x ^ y) % 256], -1).astype(np.uint8))


@pytest.mark.skipif(not is_available(), reason="the encoder is an option")
def test_large_sides_become_ktx2_and_small_ones_webp() -> None:
    made = at_sides(picture(256, 256), WEBP, "colour", SIDES, 2**20, basis=True)
    assert [(image.mime, image.width) for image in made] == [
        (KTX2, 256),
        (KTX2, 128),
        (WEBP, 64),
        (WEBP, 32),
    ]
    pixels = transcode(made[1].data)
    assert pixels is not None and pixels.shape == (128, 128, 4)
    assert made[0].gpu_bytes == made[0]._replace(mime=WEBP).gpu_bytes // 4


@pytest.mark.skipif(not is_available(), reason="the encoder is an option")
def test_an_image_of_odd_sides_becomes_webp() -> None:
    made = at_sides(picture(250, 101), WEBP, "data", SIDES[:1], 2**20, basis=True)
    assert made[0].mime == WEBP


def png(pixels: np.ndarray[Any, Any]) -> bytes:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def test_a_drawing_is_kept_to_the_pixel() -> None:
    pixels = np.zeros((200, 200, 3), np.uint8)
    pixels[50:90, 20:180] = [200, 30, 40]
    (made,) = at_sides(png(pixels), "image/png", "colour", SIDES[:1], 2**20)
    back = raster(made.data)
    assert back is not None
    assert np.array_equal(back, pixels)


def test_a_photograph_is_not() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (200, 200, 3)).astype(np.uint8)
    data = png(noise)
    (made,) = at_sides(data, "image/png", "colour", SIDES[:1], 2**20)
    assert made.mime == WEBP and len(made.data) < len(data) / 2


def test_what_is_small_enough_already_stays_as_it_came() -> None:
    data = encode_webp(np.random.default_rng(0).integers(0, 255, (64, 64, 3)).astype(np.uint8), 30)
    assert at_sides(data, WEBP, "colour", (256,), 2**20)[0].data == data


def test_what_cannot_be_decoded_stays_as_it_came() -> None:
    (made,) = at_sides(b"avif", "image/avif", "colour", (256,), 2**20)
    assert (made.data, made.mime, made.gpu_bytes) == (b"avif", "image/avif", 0)
