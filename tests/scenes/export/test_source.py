"""An asset as an export reads it: whole, within itself, or refused in a code."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from scenes.export.errors import AssetError
from scenes.export.source import load_source
from scenes.glb import write_glb

BYTES = bytes(range(12))


def source(json: dict[str, Any], chunk: bytes = BYTES) -> Any:
    return load_source("a" * 64, write_glb({"asset": {"version": "2.0"}, **json}, chunk))


def data_uri(data: bytes) -> str:
    return "data:application/octet-stream;base64," + base64.b64encode(data).decode()


def test_buffers_are_the_file_s_own_embedded_or_only_a_place() -> None:
    buffers = [{"byteLength": 10}, {"byteLength": 3, "uri": data_uri(b"xyz!")}, {"byteLength": 99}]
    assert source({"buffers": buffers}).buffers == [BYTES[:10], b"xyz", None]


@pytest.mark.parametrize(
    ("buffer", "code"),
    [
        ({"byteLength": 3, "uri": "other.bin"}, "asset_external"),
        ({"byteLength": 3, "uri": "../../etc/passwd"}, "asset_external"),
        ({"byteLength": 3, "uri": "https://example.org/x.bin"}, "asset_external"),
        ({"byteLength": 3, "uri": "data:text/plain,abc"}, "asset_external"),
        ({"byteLength": 3, "uri": "data:;base64,*!"}, "asset_unreadable"),
        ({"byteLength": 3, "uri": 7}, "asset_external"),
        ({"byteLength": 13}, "asset_unreadable"),
        ({"byteLength": "12"}, "asset_unreadable"),
        ({}, "asset_unreadable"),
    ],
)
def test_nothing_outside_the_file_is_read(buffer: dict[str, Any], code: str) -> None:
    with pytest.raises(AssetError) as refused:
        source({"buffers": [buffer]})
    assert refused.value.code == code


@pytest.mark.parametrize("data", [b"", b"glTF", b"{}", b"\x00" * 100])
def test_what_is_no_glb_is_refused(data: bytes) -> None:
    with pytest.raises(AssetError) as refused:
        load_source("a" * 64, data)
    assert refused.value.code == "asset_unreadable"


def test_the_roots_are_those_of_the_scene_shown() -> None:
    nodes = [{"children": [1]}, {}, {}]
    assert source({"nodes": nodes}).roots() == [0, 2]
    scenes = [{"nodes": [2]}, {"nodes": [0]}]
    assert source({"nodes": nodes, "scenes": scenes}).roots() == [2]
    assert source({"nodes": nodes, "scenes": scenes, "scene": 1}).roots() == [0]
    assert source({"nodes": nodes, "scenes": [{}]}).roots() == []


@pytest.mark.parametrize("scene", [2, -1, "0", None])
def test_a_scene_that_is_not_there_is_refused(scene: Any) -> None:
    found = source({"nodes": [{}], "scenes": [{}, {}], "scene": scene})
    with pytest.raises(AssetError) as refused:
        found.roots()
    assert refused.value.code == "index_out_of_range"


@pytest.mark.parametrize("value", [7, {"0": {}}, [7], [None], "meshes"])
def test_a_table_is_a_list_of_objects(value: Any) -> None:
    with pytest.raises(AssetError):
        source({"meshes": value}).table("meshes")


@pytest.mark.parametrize(
    "extensions", [7, {"KHR_lights_punctual": 7}, {"KHR_lights_punctual": {"lights": 7}}]
)
def test_a_root_extension_keeps_a_table_or_is_refused(extensions: Any) -> None:
    assert source({}).root_list("KHR_lights_punctual", "lights") == []
    with pytest.raises(AssetError):
        source({"extensions": extensions}).root_list("KHR_lights_punctual", "lights")
