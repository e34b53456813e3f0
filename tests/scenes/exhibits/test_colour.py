"""The one colour of an exhibit."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from scenes.exhibits.colour import mean_colour
from scenes.exhibits.derive.drawn import drawn
from scenes.exhibits.derive.resample import LINEAR
from scenes.exhibits.fingerprint import fingerprint
from scenes.exhibits.pictures import encode_webp
from scenes.glb import Glb
from tests.scenes.exhibits.derive.models import bumpy, glb_of
from tests.scenes.exhibits.numbers import Built


def colour_of(glb: Glb) -> tuple[float, float, float]:
    of = fingerprint(glb)
    return mean_colour(glb, drawn(glb), of.triangles, of.looks)


def sheet(material: dict[str, Any] | None, **attributes: np.ndarray[Any, Any]) -> Built:
    built = Built()
    positions, _, _, corners = bumpy(4)
    table = {"POSITION": built.accessor(positions, limits=True)}
    table |= {name: built.accessor(values) for name, values in attributes.items()}
    primitive: dict[str, Any] = {"attributes": table, "indices": built.accessor(corners)}
    if material is not None:
        primitive["material"] = 0
        built.json["materials"] = [material]
    built.json |= {"meshes": [{"primitives": [primitive]}], "nodes": [{"mesh": 0}]}
    return built


def test_without_a_material_things_are_white() -> None:
    assert colour_of(glb_of(sheet(None))) == (1, 1, 1)


def test_nothing_is_grey() -> None:
    assert colour_of(Glb({"asset": {"version": "2.0"}}, b"")) == (0.5, 0.5, 0.5)


def test_factor_texture_and_vertices_are_multiplied() -> None:
    colors = np.tile(np.array([1, 0.5, 0.25], "<f4"), (16, 1))
    pbr = {"baseColorFactor": [0.5, 1, 1, 1], "baseColorTexture": {"index": 0}}
    built = sheet({"pbrMetallicRoughness": pbr}, COLOR_0=colors)
    data = encode_webp(np.full((8, 8, 3), 188, np.uint8), lossless=True)
    built.json["images"] = [{"bufferView": built.view(data), "mimeType": "image/webp"}]
    built.json["textures"] = [{"extensions": {"EXT_texture_webp": {"source": 0}}}]
    light = float(LINEAR[188])
    wanted = (0.5 * light, 0.5 * light, 0.25 * light)
    assert colour_of(glb_of(built)) == pytest.approx(wanted, abs=1e-3)


def test_a_texture_that_cannot_be_read_counts_as_half() -> None:
    built = sheet({"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}})
    built.json["images"] = [{"bufferView": built.view(b"none"), "mimeType": "image/png"}]
    built.json["textures"] = [{"source": 0}]
    assert colour_of(glb_of(built)) == (0.5, 0.5, 0.5)
