"""Exhibits are put down, moved, turned and taken away; every step can be undone."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from server.halls.errors import HallError
from server.run.exhibits.placing import free_id, outermost, placements
from tests.server.house import House
from tests.server.run.exhibits.samples import keep


def nodes_of(house: House) -> Any:
    return house.park.hall("gallery").editing.layers.published.nodes


async def published(house: House, folder: Path, **options: Any) -> str:
    kept = await keep(house.park, folder, "a", **options)
    await house.park.exhibits.publish(kept.exhibit, 1, author="operator")
    return kept.exhibit


async def test_the_first_free_plinth_is_taken(house: House, tmp_path: Path) -> None:
    name = await published(house, tmp_path)
    placed = await house.park.exhibits.place(name, house.park.hall("gallery"), author="operator")
    assert (placed.node, placed.plinth, placed.hall) == ("gearbox", "plinth-2", "gallery")
    node = nodes_of(house)["gearbox"]
    assert (node["parent"], node["translation"]) == ("plinth-2", [0.0, 0.9, 0.0])
    assert node["card"] == {"title": {"zh": "减速器", "en": "Gearbox"}}
    with pytest.raises(HallError, match="no_free_plinth"):
        await house.park.exhibits.place(name, house.park.hall("gallery"), author="operator")


async def test_on_the_floor_it_keeps_its_scale(house: House, tmp_path: Path) -> None:
    name = await published(house, tmp_path, size=(8, 9, 8))
    hall = house.park.hall("gallery")
    placed = await house.park.exhibits.place(
        name, hall, (1.0, 0.0, 2.0), author="operator", yaw=math.pi / 2
    )
    assert placed.plinth is None
    node = nodes_of(house)[placed.node]
    assert (node["scale"], node["translation"]) == ([1.0] * 3, [1.0, 0.0, 2.0])
    (place,) = house.park.exhibits.placements(name)
    assert (place.fit, place.number) == ("true", 1) and place.yaw == pytest.approx(math.pi / 2)


async def test_a_plinth_that_is_none_or_taken_is_refused(house: House, tmp_path: Path) -> None:
    name = await published(house, tmp_path)
    hall = house.park.hall("gallery")
    with pytest.raises(HallError, match="no_such_plinth"):
        await house.park.exhibits.place(name, hall, "fox", author="operator")
    with pytest.raises(Exception, match="patch_invalid"):
        await house.park.exhibits.place(name, hall, "plinth-1", author="operator")


async def test_it_is_moved_turned_and_resized(house: House, tmp_path: Path) -> None:
    name = await published(house, tmp_path, size=(8, 2, 8))
    hall, exhibits = house.park.hall("gallery"), house.park.exhibits
    node = (await exhibits.place(name, hall, author="operator")).node
    await exhibits.move(name, hall, node, author="operator", yaw=1.0)
    assert nodes_of(house)[node]["scale"][0] == pytest.approx(0.22)
    await exhibits.move(name, hall, node, author="operator", fit="true")
    assert nodes_of(house)[node]["scale"] == [1.0] * 3
    moved = await exhibits.move(name, hall, node, author="operator", where=(2.0, 0.0, 2.0))
    assert moved.plinth is None and nodes_of(house)[node]["translation"] == [2.0, 0.0, 2.0]
    back = await exhibits.move(name, hall, node, author="operator", where="free", fit="fitted")
    assert back.plinth == "plinth-2"
    (place,) = exhibits.placements(name)
    assert place.fit == "fitted" and place.yaw == pytest.approx(1.0)
    revision = hall.revision
    await exhibits.move(name, hall, node, author="operator", fit="fitted", where="plinth-2")
    assert hall.revision == revision  # nothing to do is no edit


async def test_each_step_can_be_undone(house: House, tmp_path: Path) -> None:
    name = await published(house, tmp_path)
    hall, exhibits = house.park.hall("gallery"), house.park.exhibits
    before = hall.editing.layers.published
    node = (await exhibits.place(name, hall, author="operator")).node
    await exhibits.move(name, hall, node, author="operator", yaw=2.0)
    await exhibits.remove(name, hall, node, author="operator")
    for _ in range(3):
        await house.park.ask(hall, lambda tag: hall.editing.undo("published", "operator", tag))
    assert hall.editing.layers.published == before


async def test_only_the_exhibits_own_places_are_its(house: House, tmp_path: Path) -> None:
    name = await published(house, tmp_path)
    hall = house.park.hall("gallery")
    for node in ("fox", "plinth-1", "nothing"):
        with pytest.raises(HallError, match="placement_unknown"):
            await house.park.exhibits.remove(name, hall, node, author="operator")


def test_ids_are_free() -> None:
    assert free_id({}, "pump") == "pump"
    assert free_id({"pump": {}, "pump-2": {}}, "pump") == "pump-3"
    assert len(free_id({"p" * 64: {}}, "p" * 64)) <= 64


def test_what_stands_on_itself_is_removed_once() -> None:
    shown = {"id": "x", "revision": 1}
    nodes: Any = {
        "lower": {"kind": "exhibit", "exhibit": shown, "parent": None},
        "between": {"kind": "group", "parent": "lower"},
        "upper": {"kind": "exhibit", "exhibit": shown, "parent": "between"},
    }
    assert list(outermost(nodes, "x")) == ["lower"]
    assert [place.node for place in placements("hall", nodes)] == ["lower", "upper"]
