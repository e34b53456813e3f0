"""The running park: what is acknowledged outlives it, and the beat goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from unittest.mock import AsyncMock

import pytest

from server.access.actor import OWNER
from server.halls.effects import Effect
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.store.errors import StoreError
from server.store.records import StoredPatch
from server.store.writer import Chain
from tests.server.house import House, open_house

MOVE = {"op": "set", "path": "/nodes/fox/translation", "value": [2, 1, 2]}


async def test_many_edits_at_once_are_kept_in_order_and_share_commits(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        hall, before = house.park.hall("gallery"), house.park.archive.commits
        edits = [
            house.park.edit(
                hall,
                "published",
                [{"op": "set", "path": "/hall/capacity", "value": value}],
                0,
                OWNER,
            )
            for value in range(1, 51)
        ]
        assert await asyncio.gather(*edits) == list(range(1, 51))
        assert house.park.archive.commits - before < 50
    async with open_house(tmp_path / "data") as house:
        assert house.park.hall("gallery").capacity == 50


async def test_an_archive_that_fails_is_told_and_the_park_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_house(tmp_path / "data") as house:
        hall = house.park.hall("gallery")
        failing = AsyncMock(side_effect=StoreError("archive_full", "no space left"))
        with monkeypatch.context() as patched:
            patched.setattr(house.park.archive, "append", failing)
            with pytest.raises(HallError, match="archive_full"):
                await house.park.edit(hall, "published", [MOVE], 0, OWNER)
        assert hall.revision == 0
        assert await house.park.edit(hall, "published", [MOVE], 0, OWNER) == 1


async def test_checkpoints_keep_loading_short_and_lose_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.run.performer.CHECKPOINT_EVERY", 5)
    async with open_house(tmp_path / "data") as house:
        hall = house.park.hall("gallery")
        for value in range(1, 13):
            op = {"op": "set", "path": "/hall/capacity", "value": value}
            await house.park.edit(hall, "published", [op], 0, OWNER)
        await house.park.performer.finish()
        stored = await house.park.archive.load_hall("gallery")
        assert stored.snapshot_revision == 10 and len(stored.patches) == 2
    async with open_house(tmp_path / "data") as house:
        hall = house.park.hall("gallery")
        assert (hall.capacity, hall.revision) == (12, 12)
        await house.park.ask(hall, lambda tag: hall.editing.undo("published", "operator", tag))
        assert hall.capacity == 11


async def test_ticks_are_counted_and_measured(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticked, count = asyncio.Event(), house.park.figures.ticked

    def counted(seconds: float, late: float) -> None:
        count(seconds, late)
        ticked.set()

    monkeypatch.setattr(house.park.figures, "ticked", counted)
    async with asyncio.timeout(20):
        await ticked.wait()
    assert house.park.figures.tick_milliseconds()["worst"] > 0


async def test_the_first_open_hall_is_where_visitors_arrive(house: House) -> None:
    await house.park.create_hall("annex", {"state": "open"})
    assert house.park.first_hall == "gallery"
    gallery = house.park.hall("gallery")
    close = {"op": "set", "path": "/hall/state", "value": "closed"}
    await house.park.edit(gallery, "published", [close], 0, OWNER)
    assert house.park.first_hall == "annex"
    with pytest.raises(HallError, match="hall_unknown"):
        house.park.hall("nowhere")


async def test_when_one_of_several_edits_fails_those_behind_it_do_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_house(tmp_path / "data") as house:
        hall, append = house.park.hall("gallery"), house.park.archive.append

        async def fails_once(patches: Sequence[StoredPatch], chain: Chain | None = None) -> None:
            if patches[0].revision == 1:
                assert chain is not None
                chain.broken = True
                raise StoreError("archive_full", "no space left")
            await append(patches, chain)

        monkeypatch.setattr(house.park.archive, "append", fails_once)
        ops = [{"op": "set", "path": "/hall/capacity", "value": value} for value in (5, 6, 7)]
        edits = [house.park.edit(hall, "published", [op], 0, OWNER) for op in ops]
        told = await asyncio.gather(*edits, return_exceptions=True)
        assert [str(error) for error in told] == ["archive_full"] * 3
        assert hall.revision == 0
        monkeypatch.undo()
        assert await house.park.edit(hall, "published", [MOVE], 0, OWNER) == 1
    async with open_house(tmp_path / "data") as house:
        assert house.park.hall("gallery").capacity == 300


async def test_of_two_halls_that_are_deleted_at_once_one_stays(house: House) -> None:
    await house.park.create_hall("annex", {})
    deletions = [house.park.delete_hall(hall_id) for hall_id in ("annex", "gallery")]
    told = await asyncio.gather(*deletions, return_exceptions=True)
    assert [str(error) for error in told if error] == ["hall_last"]
    assert len(house.park.halls) == 1


async def test_an_edit_of_a_hall_that_is_gone_does_not_reach_one_of_the_same_name(
    house: House,
) -> None:
    old = await house.park.create_hall("annex", {})
    await house.park.delete_hall("annex")
    await house.park.create_hall("annex", {})
    op = {"op": "set", "path": "/hall/capacity", "value": 7}
    with pytest.raises(HallError, match="hall_unknown"):
        await house.park.edit(old, "published", [op], 0, OWNER)
    assert house.park.hall("annex").capacity == 300


async def test_a_version_that_changes_nothing_is_answered(house: House) -> None:
    hall = house.park.hall("gallery")
    moved = asyncio.ensure_future(house.park.edit(hall, "published", [MOVE], 0, OWNER))
    await asyncio.sleep(0)
    same = hall.editing.layers.head.document()
    async with asyncio.timeout(20):
        await house.park.ask(hall, lambda tag: hall.editing.restore(same, "operator", tag, "r"))
    assert await moved == 1


async def test_a_draft_that_could_not_be_thrown_away_is_still_there(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall = house.park.hall("gallery")
    await house.park.edit(hall, "draft", [MOVE], 0, OWNER)
    with monkeypatch.context() as patched:
        failing = AsyncMock(side_effect=StoreError("archive_full", "no space left"))
        patched.setattr(house.park.archive, "clear_draft", failing)
        with pytest.raises(HallError, match="archive_full"):
            await house.park.ask(hall, lambda tag: hall.editing.discard("operator", tag))
    assert hall.editing.layers.draft.operations == [MOVE]
    await house.park.ask(hall, lambda tag: hall.editing.discard("operator", tag))
    stored = await house.park.archive.load_hall("gallery")
    assert (hall.editing.layers.draft.operations, stored.draft) == ([], [])


async def test_a_draft_goes_on_after_a_restart(tmp_path: Path) -> None:
    for _ in range(2):
        async with open_house(tmp_path / "data") as house:
            hall = house.park.hall("gallery")
            await house.park.edit(hall, "draft", [MOVE], 0, OWNER)
            await house.park.edit(hall, "draft", [MOVE], 0, OWNER)
    async with open_house(tmp_path / "data") as house:
        assert house.park.hall("gallery").editing.layers.draft.operations == [MOVE] * 4


async def test_a_hall_that_cannot_be_read_does_not_keep_the_others_shut(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        await house.park.archive.create_hall("ruin", {"hall": {}, "nodes": {}}, 0.0)
    async with open_house(tmp_path / "data") as house:
        assert list(house.park.halls) == ["gallery"]


async def test_a_hall_in_trouble_does_not_stop_the_beat_of_others(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.park.create_hall("annex", {})
    ticked = asyncio.Event()
    monkeypatch.setattr(
        house.park.hall("gallery").__class__, "tick", _trouble_in("gallery", ticked)
    )
    async with asyncio.timeout(20):
        await ticked.wait()


def _trouble_in(hall_id: str, ticked: asyncio.Event) -> Callable[[Hall, float], list[Effect]]:
    def tick(hall: Hall, now: float) -> list[Effect]:
        if hall.id == hall_id:
            raise RuntimeError("trouble")
        ticked.set()
        return []

    return tick
