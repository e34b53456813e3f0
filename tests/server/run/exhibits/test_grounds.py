"""Models under feet."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import pytest

from scenes.findings import SceneError
from scenes.glb import write_glb
from server.run.exhibits.grounds import NODE, import_grounds, lay
from tests.scenes.samples import model
from tests.server.house import House


def box(width: float, height: float) -> bytes:
    """A GLB of two triangles that fill a box standing on the ground."""
    corners = [(0.0, 0.0, 0.0), (width, height, 0.0), (0.0, 0.0, width), (width, 0.0, width)]
    indices = struct.pack("<6H", 0, 1, 2, 1, 3, 2)
    data = b"".join(struct.pack("<3f", *corner) for corner in corners) + indices
    accessors = [
        {
            "bufferView": 0,
            "componentType": 5126,
            "count": 4,
            "type": "VEC3",
            "min": [0, 0, 0],
            "max": [struct.unpack("<f", struct.pack("<f", v))[0] for v in (width, height, width)],
        },
        {"bufferView": 1, "componentType": 5123, "count": 6, "type": "SCALAR"},
    ]
    document: dict[str, Any] = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}, "indices": 1}]}],
        "accessors": accessors,
        "bufferViews": [
            {"buffer": 0, "byteLength": 48},
            {"buffer": 0, "byteOffset": 48, "byteLength": 12},
        ],
        "buffers": [{"byteLength": len(data)}],
    }
    return write_glb(document, data)


def test_a_ground_brings_its_bounds_and_its_floor() -> None:
    low_model = {**model("landscape"), "bounds": {"min": [-5, -2, -5], "max": [5, 0.5, 7]}}
    ops = lay({}, low_model)
    values = {op["path"]: op["value"] for op in ops}
    assert values["/hall/bounds"] == {"min": [-5, -2, -5], "max": [5, 11, 7]}
    (floor,) = values["/hall/walk"]["areas"]
    assert (floor["y"], floor["polygon"][2]) == (0.0, [5, 7])
    again = lay({NODE: values[f"/nodes/{NODE}"]}, low_model)
    assert again[0] == {"op": "remove", "path": f"/nodes/{NODE}"} and again[1:] == ops


async def test_own_grounds_pass_the_gate_and_can_be_replaced(house: House, tmp_path: Path) -> None:
    hall, file = house.park.hall("gallery"), tmp_path / "own.glb"
    for size in (50.0, 80.0):
        file.write_bytes(box(size, 4.0))
        ground = await import_grounds(
            house.park, hall, "own.glb", file, tmp_path / "work", "operator"
        )
        own = hall.editing.layers.published.hall
        assert own["walk"]["areas"][0]["polygon"][2] == pytest.approx([size, size])
        assert hall.derived.walk.inside((size - 1, 0, size - 1))
        assert house.park.blobs.has(ground.asset)
        assert hall.editing.layers.published.nodes[NODE]["model"]["role"] == "landscape"
    assert not (tmp_path / "work").exists()


async def test_what_does_not_pass_changes_nothing(house: House, tmp_path: Path) -> None:
    hall, file = house.park.hall("gallery"), tmp_path / "own.glb"
    file.write_bytes(b"glTF, but not really")
    before = hall.editing.layers.published
    with pytest.raises(SceneError) as refused:
        await import_grounds(house.park, hall, "own.glb", file, tmp_path / "work", "operator")
    assert refused.value.findings
    assert hall.editing.layers.published is before and not (tmp_path / "work").exists()
