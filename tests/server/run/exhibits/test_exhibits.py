"""Exhibits from a job's folder to everybody's eyes, and back."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scenes.findings import SceneError
from server.access.actor import ANYBODY, OWNER
from server.halls.errors import HallError
from server.run.exhibits import Target
from server.store.errors import StoreError
from tests.server.house import House, open_house
from tests.server.run.exhibits.samples import TITLE, keep, outputs


def node_of(house: House, name: str, hall: str = "gallery") -> Any:
    return house.park.hall(hall).editing.layers.published.nodes[name]


async def standing(house: House, folder: Path, seed: str = "a", **options: Any) -> str:
    """A published exhibit on the free plinth; its id, which is its node's too."""
    kept = await keep(house.park, folder, seed, **options)
    exhibits = house.park.exhibits
    await exhibits.publish(kept.exhibit, 1, author="operator")
    placed = await exhibits.place(kept.exhibit, house.park.hall("gallery"), author="operator")
    return placed.node


async def test_a_revision_is_a_draft_until_it_is_published(house: House, tmp_path: Path) -> None:
    kept = await keep(house.park, tmp_path, "a")
    assert (kept.exhibit, kept.number, kept.published_at) == ("gearbox", 1, None)
    book = house.park.archive.exhibits
    assert (await book.get("gearbox")).published is None
    with pytest.raises(HallError, match="exhibit_unpublished"):
        await house.park.exhibits.place("gearbox", house.park.hall("gallery"), author="operator")
    await house.park.exhibits.publish("gearbox", 1, author="operator", note="first")
    assert (await book.get("gearbox")).published == 1
    (told,) = await book.published("gearbox")
    assert (told.number, told.author, told.note) == (1, "operator", "first")


async def test_the_same_job_never_makes_two(house: House, tmp_path: Path) -> None:
    made = outputs(tmp_path, "a")

    async def again() -> Any:
        return await house.park.exhibits.keep_revision(
            made, Target(title=TITLE), note="", author="operator", job="job-a"
        )

    first, second = await asyncio.gather(again(), again())
    assert first == second == await again()
    assert [e.latest for e in await house.park.archive.exhibits.page()] == [1]


async def test_the_same_bytes_again_store_nothing_new(house: House, tmp_path: Path) -> None:
    kept = await keep(house.park, tmp_path, "a")

    def stored() -> dict[str, int]:
        files = (house.data / "blobs").rglob("*")
        return {path.name: path.stat().st_size for path in files if path.is_file()}

    await house.park.blobs.settled()
    before = stored()
    made = outputs(tmp_path / "again", "a")
    again = await house.park.exhibits.keep_revision(
        made, Target(kept.exhibit), note="", author="operator", job="other"
    )
    await house.park.blobs.settled()
    assert (again.number, stored()) == (2, before)


async def test_publishing_swaps_model_and_number_in_one_patch(house: House, tmp_path: Path) -> None:
    node = await standing(house, tmp_path)
    await keep(house.park, tmp_path, "b", "gearbox")
    before = house.park.hall("gallery").revision
    await house.park.exhibits.publish("gearbox", 2, author="operator")
    hall = house.park.hall("gallery")
    assert hall.revision == before + 1
    shown = node_of(house, node)
    revision = await house.park.archive.exhibits.revision("gearbox", 2)
    assert shown["model"] == revision.model
    assert shown["exhibit"] == {"id": "gearbox", "revision": 2, "fit": "fitted"}
    patches = hall.editing.replay.since(before, hall.revision)
    assert patches is not None and len(patches) == 1
    patch = patches[0]
    assert {op.path for op in patch.ops} == {f"/nodes/{node}/model", f"/nodes/{node}/exhibit"}


async def test_a_model_far_from_its_origin_stands_where_it_is_put(
    house: House, tmp_path: Path
) -> None:
    made = outputs(tmp_path, "a")
    path = made.folder / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["model"]["bounds"] = {"min": [5e5, 0, 4e5], "max": [5e5 + 10, 20, 4e5 + 10]}
    path.write_text(json.dumps(manifest))
    exhibits = house.park.exhibits
    await exhibits.keep_revision(made, Target(title=TITLE), note="", author="operator", job="far")
    await exhibits.publish("gearbox", 1, author="operator")
    placed = await exhibits.place(
        "gearbox", house.park.hall("gallery"), (1, 0, 1), author="operator", fit="true"
    )
    assert node_of(house, placed.node)["translation"] == [-500_004, 0, -400_004]


async def test_what_a_hall_could_not_show_is_not_published(house: House, tmp_path: Path) -> None:
    node = await standing(house, tmp_path)
    hall = house.park.hall("gallery")
    far = [{"op": "set", "path": f"/nodes/{node}/scale", "value": [1000.0] * 3}]
    await house.park.edit(hall, "published", far, 0, OWNER)
    made = outputs(tmp_path, "b")
    path = made.folder / "manifest.json"
    manifest = json.loads(path.read_text())
    manifest["model"]["bounds"] = {"min": [5e7, 0, 5e7], "max": [5e7 + 1, 1, 5e7 + 1]}
    path.write_text(json.dumps(manifest))
    await house.park.exhibits.keep_revision(
        made, Target("gearbox"), note="", author="operator", job="b"
    )
    with pytest.raises(SceneError, match="patch_invalid"):
        await house.park.exhibits.publish("gearbox", 2, author="operator")
    assert (await house.park.archive.exhibits.get("gearbox")).published == 1


async def test_rolling_back_is_publishing_an_older_one(house: House, tmp_path: Path) -> None:
    node = await standing(house, tmp_path)
    await keep(house.park, tmp_path, "b", "gearbox")
    exhibits = house.park.exhibits
    first = node_of(house, node)
    await exhibits.publish("gearbox", 2, author="operator")
    await exhibits.publish("gearbox", 1, author="operator", note="back")
    assert node_of(house, node) == first
    told = await house.park.archive.exhibits.published("gearbox")
    assert [row.number for row in told] == [1, 2, 1]


async def test_who_publishes_on_old_news_is_told(house: House, tmp_path: Path) -> None:
    await standing(house, tmp_path)
    await keep(house.park, tmp_path, "b", "gearbox")
    exhibits = house.park.exhibits
    both = [exhibits.publish("gearbox", n, author="operator", expected=1) for n in (2, 2)]
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    (lost,) = [outcome for outcome in outcomes if isinstance(outcome, StoreError)]
    assert lost.code == "publish_stale"
    with pytest.raises(StoreError, match="no revision 9"):
        await exhibits.publish("gearbox", 9, author="operator")
    with pytest.raises(StoreError, match="no exhibit"):
        await exhibits.publish("nothing", 1, author="operator")


async def test_a_fitted_exhibit_is_fitted_anew(house: House, tmp_path: Path) -> None:
    node = await standing(house, tmp_path, size=(8, 2, 8))
    assert node_of(house, node)["scale"][0] == pytest.approx(1.76 / 8)
    await keep(house.park, tmp_path, "b", "gearbox", size=(4, 2, 4))
    await house.park.exhibits.publish("gearbox", 2, author="operator")
    shown = node_of(house, node)
    assert shown["scale"][0] == pytest.approx(1.76 / 4)
    assert shown["translation"] == pytest.approx([0, 0.9, 0])


async def test_shared_values_that_remain_valid_stay(house: House, tmp_path: Path) -> None:
    node = await standing(house, tmp_path, variants=("red", "blue"), clips=("turn",))
    hall = house.park.hall("gallery")
    turning = {"clip": "turn", "playing": True}
    values = {"explode": 0.5, "variant": "red", "animation": turning}
    ops = [{"op": "set", "path": f"/nodes/{node}/{k}", "value": v} for k, v in values.items()]
    await house.park.edit(hall, "shared", ops, 0, ANYBODY)
    await keep(house.park, tmp_path, "b", "gearbox", variants=("red",), clips=("run",))
    await house.park.exhibits.publish("gearbox", 2, author="operator")
    assert hall.editing.layers.shared == {
        f"/nodes/{node}/explode": 0.5,
        f"/nodes/{node}/variant": "red",
    }


async def test_a_stop_between_archive_and_halls_is_made_up_for(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        node = await standing(house, tmp_path)
        await keep(house.park, tmp_path, "b", "gearbox")
        what = (await house.park.archive.exhibits.published("gearbox"))[0]
        await house.park.archive.exhibits.publish("gearbox", replace(what, number=2))
        assert node_of(house, node)["exhibit"]["revision"] == 1
    async with open_house(tmp_path / "data") as house:
        assert node_of(house, node)["exhibit"]["revision"] == 2
        assert await house.park.archive.exhibits.spreading() == []


async def test_a_hall_that_could_not_follow_does_so_later(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = await standing(house, tmp_path)
    await keep(house.park, tmp_path, "b", "gearbox")
    append = house.park.archive.append

    async def full(*patches: Any) -> None:
        raise StoreError("archive_full", "no space")

    monkeypatch.setattr(house.park.archive, "append", full)
    with pytest.raises(HallError, match="archive_full"):
        await house.park.exhibits.publish("gearbox", 2, author="operator")
    assert node_of(house, node)["exhibit"]["revision"] == 1
    assert not await house.park.exhibits.catch_up()
    monkeypatch.setattr(house.park.archive, "append", append)
    assert await house.park.exhibits.catch_up()
    assert node_of(house, node)["exhibit"]["revision"] == 2


async def test_what_was_undone_stays_undone_after_a_restart(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        node = await standing(house, tmp_path)
        await keep(house.park, tmp_path, "b", "gearbox")
        await house.park.exhibits.publish("gearbox", 2, author="operator")
        hall = house.park.hall("gallery")
        await house.park.ask(hall, lambda tag: hall.editing.undo("published", "operator", tag))
        undone = node_of(house, node)
        assert undone["exhibit"]["revision"] == 1
    async with open_house(tmp_path / "data") as house:
        assert node_of(house, node) == undone


async def test_a_card_is_changed_wherever_it_hangs(house: House, tmp_path: Path) -> None:
    node = await standing(house, tmp_path)
    title = {"zh": "新名", "en": "New name"}
    await house.park.exhibits.change_card(
        "gearbox", {"title": title, "licence": "CC0-1.0"}, author="operator"
    )
    shown = node_of(house, node)
    assert shown["card"] == {"title": title, "licence": "CC0-1.0"} and shown["name"] == title
    await house.park.exhibits.change_card("gearbox", {"licence": None}, author="operator")
    assert node_of(house, node)["card"] == {"title": title}
    with pytest.raises(SceneError, match="scene_invalid"):
        await house.park.exhibits.change_card("gearbox", {"licence": "x" * 201}, author="operator")


async def test_a_title_that_came_with_a_revision_is_taken_over_once(
    house: House, tmp_path: Path
) -> None:
    node = await standing(house, tmp_path)
    title = {"zh": "二代", "en": "Mark II"}
    await house.park.exhibits.keep_revision(
        outputs(tmp_path, "b"), Target("gearbox", title), note="", author="operator", job="b"
    )
    await house.park.exhibits.publish("gearbox", 2, author="operator")
    assert node_of(house, node)["card"]["title"] == title
    await house.park.exhibits.change_card("gearbox", {"title": TITLE}, author="operator")
    for number in (1, 2):
        await house.park.exhibits.publish("gearbox", number, author="operator")
    assert node_of(house, node)["card"]["title"] == TITLE


async def test_what_stands_is_not_deleted_by_the_way(house: House, tmp_path: Path) -> None:
    node = await standing(house, tmp_path)
    with pytest.raises(HallError, match="exhibit_placed"):
        await house.park.exhibits.delete("gearbox", author="operator")
    await house.park.exhibits.delete("gearbox", author="operator", placed=True)
    assert node not in house.park.hall("gallery").editing.layers.published.nodes
    with pytest.raises(StoreError, match="no exhibit"):
        await house.park.archive.exhibits.get("gearbox")
