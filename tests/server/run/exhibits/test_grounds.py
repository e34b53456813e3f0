"""Trusted GLBs onto plinths and under feet."""

from __future__ import annotations

import struct
from typing import Any

import pytest

from scenes.glb import GlbError, write_glb
from server.halls.errors import HallError
from server.run.exhibits.grounds import TALLEST, add_exhibit, import_grounds
from tests.server.house import House


def box(width: float, height: float) -> bytes:
    """A GLB of one triangle that fills a box standing on the ground."""
    corners = [(0.0, 0.0, 0.0), (width, height, 0.0), (0.0, 0.0, width)]
    data = b"".join(struct.pack("<3f", *corner) for corner in corners)
    document: dict[str, Any] = {
        "asset": {"version": "2.0"},
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [{"attributes": {"POSITION": 0}}]}],
        "accessors": [
            {
                "bufferView": 0,
                "componentType": 5126,
                "count": 3,
                "type": "VEC3",
                "min": [0, 0, 0],
                "max": [width, height, width],
            }
        ],
        "bufferViews": [{"buffer": 0, "byteLength": len(data)}],
        "buffers": [{"byteLength": len(data)}],
    }
    return write_glb(document, data)


@pytest.mark.parametrize(("width", "height"), [(0.5, 0.5), (100.0, 80.0), (0.001, 0.001), (1, 50)])
async def test_an_exhibit_stands_on_its_plinth_and_fits(
    house: House, width: float, height: float
) -> None:
    hall = house.park.hall("gallery")
    placed = await add_exhibit(house.park, hall, box(width, height), title="泵 Pump", at=None)
    node = hall.editing.layers.published.nodes[placed.node]
    assert (placed.plinth, node["parent"], placed.node) == ("plinth-2", "plinth-2", "pump")
    scale = node["scale"][0]
    assert 0.1 <= scale * max(width, height) <= TALLEST + 1e-9
    assert node["translation"][1] == pytest.approx(0.9)
    assert node["translation"][0] == pytest.approx(-scale * width / 2)
    assert house.park.blobs.has(placed.asset)


async def test_true_scale_is_kept_where_it_fits(house: House) -> None:
    hall = house.park.hall("gallery")
    placed = await add_exhibit(house.park, hall, box(0.8, 1.2), title="x", at="plinth-2")
    assert hall.editing.layers.published.nodes[placed.node]["scale"] == [1.0, 1.0, 1.0]


async def test_what_cannot_be_placed_is_refused_and_stores_nothing(house: House) -> None:
    hall = house.park.hall("gallery")
    with pytest.raises(HallError, match="no_such_plinth"):
        await add_exhibit(house.park, hall, box(1, 1), title="x", at="fox")
    with pytest.raises(GlbError):
        await add_exhibit(house.park, hall, b"not a glb at all", title="x", at=None)
    await add_exhibit(house.park, hall, box(1, 1), title="x", at=None)
    with pytest.raises(HallError, match="no_free_plinth"):
        await add_exhibit(house.park, hall, box(1, 2), title="x", at=None)
    assert len(await house.park.archive.assets_in_use()) == 3


async def test_own_grounds_bring_their_floor_and_can_be_replaced(house: House) -> None:
    hall = house.park.hall("gallery")
    for size in (50.0, 80.0):
        await import_grounds(house.park, hall, box(size, 4.0))
        own = hall.editing.layers.published.hall
        assert own["walk"]["areas"][0]["polygon"][2] == [size, size]
        assert own["bounds"]["max"][1] >= 14
        assert hall.derived.walk.inside((size - 1, 0, size - 1))


async def test_titles_become_ids_that_are_free(house: House) -> None:
    hall = house.park.hall("gallery")
    placed = await add_exhibit(house.park, hall, box(1, 1), title="Fox", at=None)
    assert placed.node == "fox-2"
