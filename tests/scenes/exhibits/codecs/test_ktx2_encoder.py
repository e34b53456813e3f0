from __future__ import annotations

import numpy as np
import pytest

from scenes.exhibits.codecs.ktx2 import is_ktx2, transcode
from scenes.exhibits.codecs.ktx2_encoder import Use, encode, is_available

pytestmark = pytest.mark.skipif(not is_available(), reason="the encoder is an option")


def gradient(size: int = 64) -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    y, x = np.mgrid[0:size, 0:size] * 255 // (size - 1)
    return np.stack([x, y, 255 - x, np.full_like(x, 255)], -1).astype(np.uint8)


@pytest.mark.parametrize(("use", "error"), [("color", 8), ("data", 8), ("normal", 3)])
def test_a_texture_comes_back_much_as_it_was(use: Use, error: float) -> None:
    pixels = gradient()
    data = encode(pixels, use)
    assert data is not None and is_ktx2(data)
    again = transcode(data)
    assert again is not None
    assert np.abs(again.astype(int) - pixels).mean() < error


def test_it_has_mipmaps_down_to_one_pixel() -> None:
    data = encode(gradient(), "color")
    assert data is not None
    small = transcode(data, side=8)
    assert small is not None and small.shape == (8, 8, 4)


def test_sides_that_are_no_multiples_of_four_are_left_alone() -> None:
    assert encode(gradient(62), "color") is None


def test_the_same_pixels_give_the_same_bytes() -> None:
    assert encode(gradient(16), "data") == encode(gradient(16), "data")
