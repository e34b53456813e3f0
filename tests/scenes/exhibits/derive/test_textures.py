"""Images by their use, resampled by their meaning, named by what they have become."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from scenes.exhibits.derive.image import Encoded
from scenes.exhibits.derive.resample import LINEAR, fitting, shrunk
from scenes.exhibits.derive.textures import gallery, with_textures
from scenes.exhibits.derive.uses import Use, best_source, sources, uses
from scenes.exhibits.pictures import encode_webp, raster
from scenes.exhibits.policy import Policy
from tests.scenes.exhibits.derive.models import glb_of, rich

BASIS = "KHR_texture_basisu"
WEBP = "EXT_texture_webp"


def test_the_most_careful_use_counts() -> None:
    slots: dict[str, Any] = {
        "pbrMetallicRoughness": {"baseColorTexture": {"index": 0}},
        "emissiveTexture": {"index": 1},
        "normalTexture": {"index": 1},
        "extensions": {"ACME_shine": {"deep": [{"shineTexture": {"index": 2}}]}},
        "extras": {"otherTexture": {"index": 3}},
    }
    textures = [{"source": i} for i in range(5)]
    json = {"images": [{}] * 6, "textures": textures, "materials": [slots]}
    seen = [Use("colour", True), Use("normal", True), *[Use("data", True)] * 3, Use()]
    assert uses(json) == seen


def test_a_texture_prefers_webp_then_what_everybody_reads() -> None:
    every = {"source": 0, "extensions": {BASIS: {"source": 2}, WEBP: {"source": 1}}}
    assert sources(every) == [1, 0, 2]
    assert best_source({"extensions": {BASIS: {"source": 2}}}) == 2
    assert best_source({}) is None


def test_sizes_keep_their_shape() -> None:
    assert fitting(400, 100, 40) == (40, 10)
    assert fitting(4000, 1, 40) == (40, 1)
    assert fitting(30, 20, 40) == (30, 20)


def test_light_is_averaged_as_light() -> None:
    pixels = np.zeros((2, 2, 3), np.uint8)
    pixels[::2] = 255
    assert shrunk(pixels, 1, "colour")[0, 0, 0] == pytest.approx(188, abs=1)
    assert shrunk(pixels, 1, "data")[0, 0, 0] == pytest.approx(128, abs=1)


def test_every_byte_survives_the_way_through_light() -> None:
    ramp = np.repeat(np.arange(256, dtype=np.uint8).reshape(1, -1, 1), 2, 0)
    doubled = np.repeat(ramp, 2, 1)
    back = shrunk(doubled, 256, "colour")
    assert np.abs(back.astype(int) - ramp[:1].astype(int)).max() <= 1
    assert LINEAR[255] == 1


def test_transparent_pixels_lend_no_colour_to_an_edge() -> None:
    pixels = np.zeros((2, 2, 4), np.uint8)
    pixels[0] = [200, 100, 50, 255]
    small = shrunk(pixels, 1, "colour")
    assert small[0, 0].tolist() == [200, 100, 50, 128]
    pixels[:, :, 3] = 0
    assert shrunk(pixels, 1, "colour")[0, 0, 0] > 100  # under nothing, colour is still colour


def test_directions_stay_unit() -> None:
    pixels = np.zeros((2, 2, 3), np.uint8)
    pixels[0], pixels[1] = [255, 128, 128], [128, 128, 255]
    vector = shrunk(pixels, 1, "normal")[0, 0].astype(float) / 127.5 - 1
    assert np.linalg.norm(vector) == pytest.approx(1, abs=0.01)
    assert vector[0] == pytest.approx(vector[2], abs=0.01)
    flat = shrunk(np.full((2, 2, 1), 9, np.uint8), 1, "normal")
    assert flat.tolist() == [[[9]]]


def test_every_image_is_there_at_every_side() -> None:
    told: list[float] = []
    made = gallery(glb_of(rich(4)), Policy(texture_sides=(64, 32, 16, 8)), told.append)
    for side in (64, 32, 16, 8, 4):
        for image in made.at(side):
            pixels = raster(image.data)
            assert pixels is not None and max(pixels.shape[:2]) == side
            assert (image.width, image.height) == (side, side)
    assert told[-1] == 1


def test_an_image_that_no_texture_uses_stays_as_it_is() -> None:
    built = rich(4)
    data = encode_webp(np.zeros((100, 100, 3), np.uint8))
    built.json["images"].append({"bufferView": built.view(data), "mimeType": "image/webp"})
    made = gallery(glb_of(built), Policy(), lambda done: None)
    assert made.at(64)[3].data == data


def test_a_fallback_becomes_the_image_it_stood_in_for() -> None:
    built = rich(4)
    built.json["textures"][0]["source"] = 1
    built.json["textures"].pop(1)
    made = gallery(glb_of(built), Policy(), lambda done: None)
    assert made.at(64)[1] == made.at(64)[0]


def test_textures_name_their_image_by_its_format() -> None:
    textures: list[dict[str, Any]] = [
        {"source": 0, "sampler": 2},
        {"extensions": {WEBP: {"source": 1, "extras": 1}, "ACME": {}}},
        {"extensions": {BASIS: {"source": 2}}, "name": "b"},
        {"name": "none"},
    ]
    mimes = ("image/webp", "image/png", "image/ktx2")
    with_textures({"textures": textures}, [Encoded(b"", mime, 1, 1) for mime in mimes])
    assert textures == [
        {"sampler": 2, "extensions": {WEBP: {"source": 0}}},
        {"source": 1, "extensions": {"ACME": {}}},
        {"extensions": {BASIS: {"source": 2}}, "name": "b"},
        {"name": "none"},
    ]
