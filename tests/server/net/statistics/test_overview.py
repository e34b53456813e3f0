"""The overview tells what waits, and how the server is to those who may know."""

from __future__ import annotations

from server.access.actor import Actor, Grant
from server.net.statistics.overview import RECENT
from server.store.jobs import StoredJob
from tests.server.house import House

OVERVIEW = "/api/v1/overview"


async def test_an_empty_park_has_nothing_that_waits(house: House) -> None:
    status, told = await house.own("GET", OVERVIEW)
    assert status == 200
    nothing = {"count": 0, "items": []}
    assert [told[name] for name in ("drafts", "newer", "blocked", "failed")] == [nothing] * 4
    health = told["health"]
    assert 0 < health["disk_free"] <= health["disk_total"] and health["archive_bytes"] > 0
    assert (health["notices_waiting"], health["notices_failed"]) == (0, 0)
    assert health["errors"] == 0 and health["tick_hz"] == house.park.settings.tick_hz


async def test_files_that_failed_lately_are_told(house: House) -> None:
    now = house.park.clock.now()
    for id, at in (("j-1", now - RECENT - 1), ("j-2", now)):
        source = {"name": f"{id}.glb", "bytes": 1, "sha256": ""}
        job = StoredJob(id, "exhibit", "refused", {}, source, [], at, "gltf_invalid", ended=at)
        await house.park.archive.jobs.add(job, ())
    _, told = await house.own("GET", OVERVIEW)
    assert told["failed"]["count"] == 1
    (item,) = told["failed"]["items"]
    assert (item["id"], item["title"]["en"], item["code"]) == ("j-2", "j-2.glb", "gltf_invalid")


async def test_who_may_not_read_figures_sees_no_health(house: House) -> None:
    creator = Actor("a_1", frozenset({Grant("creator")}))
    assert creator.may("overview.read") and not creator.may("figures.read")
    status, _ = await house.get(OVERVIEW)
    assert status == 401
