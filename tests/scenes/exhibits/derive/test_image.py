"""Textures that stay compressed on the graphics card, where the encoder is there."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.exhibits.codecs.ktx2 import transcode
from scenes.exhibits.codecs.ktx2_encoder import is_available
from scenes.exhibits.derive.image import KTX2, WEBP, at_sides
from scenes.exhibits.pictures import encode_webp

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
