from __future__ import annotations

from typing import Any

import pytest

from scenes.exhibits.policy import Policy
from tests.scenes.exhibits.hostile import (
    admitted,
    avif,
    data_uri,
    errors,
    gltf,
    jpeg,
    ktx2,
    plain_glb,
    png,
    warnings,
    webp,
)

FORMATS = {
    "EXT_texture_webp": webp(),
    "KHR_texture_basisu": ktx2(),
    "EXT_texture_avif": avif(),
}


def pictures(given: dict[str, bytes] | bytes) -> list[tuple[str, int, int] | None]:
    document = admitted(given).document
    assert document is not None
    return [p and (p.mime, p.width, p.height) for p in document.pictures]


def with_file(data: bytes, name: str = "a.png", **more: Any) -> dict[str, bytes]:
    used = more.pop("used", [])
    extensions = {"extensionsUsed": used} if used else {}
    return {"m.gltf": gltf(images=[{"uri": name, **more}], **extensions), name: data}


def test_pictures_in_files_uris_and_buffer_views() -> None:
    assert pictures(with_file(png(8, 4))) == [("image/png", 8, 4)]
    assert pictures(with_file(jpeg(8, 4), "a.jpg")) == [("image/jpeg", 8, 4)]
    assert pictures(gltf(images=[{"uri": data_uri(png(), "image/png")}])) == [("image/png", 2, 2)]
    data = png(8, 4)
    view = {"buffer": 0, "byteOffset": 3, "byteLength": len(data)}
    packed = plain_glb(
        b"abc" + data,
        buffers=[{"byteLength": len(data) + 3}],
        bufferViews=[view],
        images=[{"bufferView": 0, "mimeType": "image/png"}],
    )
    assert pictures(packed) == [("image/png", 8, 4)] and errors(packed) == []


@pytest.mark.parametrize(
    ("image", "views"),
    [
        ({"bufferView": 9}, [{"buffer": 0, "byteLength": 4}]),
        ({"bufferView": -1}, [{"buffer": 0, "byteLength": 4}]),
        ({"bufferView": "0"}, [{"buffer": 0, "byteLength": 4}]),
        ({"bufferView": 0}, [{"buffer": 7, "byteLength": 4}]),
        ({"bufferView": 0}, [{"buffer": 0, "byteLength": 5}]),
        ({"bufferView": 0}, [{"buffer": 0, "byteLength": 0}]),
        ({"bufferView": 0}, [{"buffer": 0, "byteLength": 4, "byteOffset": 1}]),
        ({"bufferView": 0}, [{"buffer": 0, "byteLength": 2**62, "byteOffset": 2**62}]),
        ({"bufferView": 0}, [{"buffer": 0, "byteLength": 4, "byteOffset": -4}]),
        ({"bufferView": 0}, [None]),
        ({"bufferView": 0}, {}),
        ({}, []),
        ({"uri": 7}, []),
    ],
)
def test_numbers_that_fit_nothing_are_left_to_the_check_of_structure(
    image: Any, views: Any
) -> None:
    data = plain_glb(b"abcd", buffers=[{"byteLength": 4}], bufferViews=views, images=[image])
    assert pictures(data) == [None] and errors(data) == []


@pytest.mark.parametrize("images", [None, 1, "x", {}, [], [None], [1], [[]]])
def test_what_is_no_image_is_left_to_it_too(images: Any) -> None:
    assert errors(gltf(images=images)) == []


@pytest.mark.parametrize("extension", FORMATS)
def test_formats_of_extensions_need_them(extension: str) -> None:
    data = FORMATS[extension]
    assert errors(with_file(data, "a")) == ["IMAGE_NON_ENABLED_MIME_TYPE"]
    assert errors(with_file(data, "a", used=[extension])) == []
    assert errors(with_file(data, "a", used=[7, extension])) == []


def test_a_type_that_is_not_the_declared_one_is_refused() -> None:
    found = admitted(with_file(png(), mimeType="image/jpeg")).findings
    assert [(f.code, f.pointer) for f in found] == [("IMAGE_MIME_TYPE_INVALID", "/images/0/uri")]
    assert errors(gltf(images=[{"uri": data_uri(png(), "image/jpeg")}])) == ["INVALID_URI"]
    assert errors(gltf(images=[{"uri": data_uri(b"GIF89a", "image/png")}])) == ["INVALID_URI"]


def test_a_name_that_does_not_fit_is_only_warned_of() -> None:
    assert warnings(with_file(png(), "a.jpg")) == ["IMAGE_NAME_MISMATCH"]
    assert warnings(with_file(png(), "a.tga")) == []


def test_what_is_no_picture_is_only_warned_of() -> None:
    for data in (b"", b"<html><script>alert(1)</script></html>", b"GIF89a" + b"\0" * 20):
        assert warnings(with_file(data)) == ["IMAGE_UNRECOGNIZED_FORMAT"]
        assert pictures(with_file(data)) == [None] and errors(with_file(data)) == []


def test_damaged_pictures_are_refused() -> None:
    assert errors(with_file(png()[:-20])) == ["IMAGE_UNEXPECTED_EOS"]
    assert errors(with_file(png(0, 0))) == ["IMAGE_DATA_INVALID"]
    assert errors(with_file(jpeg(channels=4), "a.jpg")) == ["IMAGE_DATA_INVALID"]


def test_pictures_have_a_budget() -> None:
    assert errors(with_file(png(16_385, 1))) == ["TEXTURE_TOO_LARGE"]
    assert errors(with_file(png(16_384, 16_384))) == ["TEXTURE_TOO_MANY_PIXELS"]
    assert errors(with_file(png(8192, 8192))) == []
    bomb = with_file(png(2**31 - 1, 2**31 - 1))
    assert errors(bomb) == ["TEXTURE_TOO_LARGE", "TOO_MANY_PIXELS"]


def test_all_pictures_together_have_a_budget() -> None:
    images = [{"uri": data_uri(png(8192, 8192), "image/png")}] * 9
    assert errors(gltf(images=images)) == ["TOO_MANY_PIXELS"]
    assert errors(gltf(images=[{}] * 9), Policy(max_textures=2)) == ["TOO_MANY_IMAGES"]
    document = admitted(gltf(images=[{}] * 3000)).document
    assert document is not None and document.pictures == (None,) * 3000


def test_pictures_that_use_the_same_bytes_again_and_again_are_not_read() -> None:
    data = png() * 50
    views = [{"buffer": 0, "byteLength": len(data) - 75 * place} for place in range(50)]
    images = [{"bufferView": view, "mimeType": "image/png"} for view in range(50)]
    packed = {"buffers": [{"byteLength": len(data)}], "bufferViews": views, "images": images}
    assert errors(plain_glb(data, **packed)) == ["IMAGES_OVERLAP"]
    shared = {**packed, "images": [{"bufferView": 0, "mimeType": "image/png"}] * 50}
    assert errors(plain_glb(data, **shared)) == []
    bad = {**shared, "bufferViews": [{"buffer": 0, "byteLength": 40}]}
    assert errors(plain_glb(data, **bad)) == ["IMAGE_UNEXPECTED_EOS"] * 50
