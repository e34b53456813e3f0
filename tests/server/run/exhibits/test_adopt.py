"""Exhibits that came with a hall are exhibits like any other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scenes.glb import write_glb
from scenes.state import SceneState
from server.run.exhibits import adopt, keep_asset
from server.run.exhibits.adopt import parts_in
from tests.scenes.samples import hall_document, model
from tests.server.house import House, open_house

LID = {"name": {"zh": "盖", "en": "lid"}, "explode": [0, 1, 0]}
FINE = write_glb(
    {"asset": {"version": "2.0"}, "nodes": [{}, {"extras": {"part": LID}}, {"extras": {}}]}, b""
)


async def document(house: House) -> dict[str, Any]:
    """A hall whose fox has its files."""
    whole = hall_document("menagerie")
    fox = model()
    for level, data in zip(fox["levels"], (FINE, b"coarse"), strict=True):
        level |= {"asset": await keep_asset(house.park, data), "bytes": len(data)}
    whole["nodes"]["fox"]["model"] = fox
    return whole


async def test_each_gets_a_first_revision_that_is_published(house: House) -> None:
    adopted = await adopt(house.park, await document(house), "demo")
    SceneState.load(adopted)
    shown = adopted["nodes"]["fox"]["exhibit"]
    assert shown == {"id": "fox", "revision": 1, "fit": "fitted"}
    state = await house.park.archive.exhibits.get("fox")
    assert (state.published, state.spreading) == (1, 0)
    revision = await house.park.archive.exhibits.revision("fox", 1)
    assert revision.parts == [{"node": 1, **LID}]
    assert revision.model == adopted["nodes"]["fox"]["model"]
    assert revision.shas("level") == [level["asset"] for level in revision.model["levels"]]
    manifest = await house.park.archive.exhibits.manifest("fox", 1)
    assert [level["sha256"] for level in manifest["levels"]] == revision.shas("level")


async def test_a_second_time_it_stays_the_same(house: House) -> None:
    whole = await document(house)
    assert await adopt(house.park, whole, "demo") == await adopt(house.park, whole, "demo")
    assert [each.id for each in await house.park.archive.exhibits.page()] == ["fox"]


async def test_what_came_with_a_hall_can_be_served_published_and_taken_away(house: House) -> None:
    hall = await house.park.add_hall(await adopt(house.park, await document(house), "demo"))
    (place,) = house.park.exhibits.placements("fox")
    assert (place.hall, place.plinth, place.fit) == ("menagerie", "plinth-1", "fitted")
    asset = hall.editing.layers.published.nodes["fox"]["model"]["levels"][0]["asset"]
    assert (await house.get(f"/assets/{asset}"))[0] == 200
    await house.park.exhibits.delete("fox", author="operator", placed=True)
    assert "fox" not in hall.editing.layers.published.nodes


async def test_what_stood_in_an_older_park_is_named_at_the_next_start(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        await house.park.add_hall(await document(house))
    for _ in range(2):
        async with open_house(tmp_path / "data") as house:
            hall = house.park.hall("menagerie")
            shown = hall.editing.layers.published.nodes["fox"]["exhibit"]
            assert shown == {"id": "fox", "revision": 1, "fit": "fitted"}
            assert hall.revision == 1
            assert [p.hall for p in house.park.exhibits.placements()] == ["menagerie"]


def test_models_without_parts_have_none() -> None:
    assert parts_in(write_glb({"asset": {"version": "2.0"}}, b"")) == []
    assert parts_in(b"no model at all") == []
