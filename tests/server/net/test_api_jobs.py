"""Jobs over HTTP: followed, stopped, told in words, taken up again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.server.house import House
from tests.server.net.test_api_uploads import EXHIBITS, finished, submit, uploaded
from tests.server.net.test_tus import ask, files
from tests.server.shop import open_shop


@pytest_asyncio.fixture
async def shop(tmp_path: Path) -> AsyncIterator[House]:
    async with open_shop(tmp_path / "data") as house:
        yield house


async def newest(house: House) -> dict[str, Any]:
    return dict((await ask(house, "GET", "/api/v1/jobs?limit=1")).body["jobs"][0])


async def at(house: House, step: str) -> dict[str, Any]:
    """The newest job when it is in this step."""
    while not (found := (await ask(house, "GET", "/api/v1/jobs?limit=1")).body["jobs"]):
        pass
    (job,) = found
    while {row["name"]: row["state"] for row in job["steps"]}[step] != "running":
        job = (await ask(house, "GET", f"/api/v1/jobs/{job['id']}?wait=1")).body
    return dict(job)


@pytest.mark.parametrize("step", ["gate", "check", "normalise", "derive", "prove", "poster"])
async def test_a_job_can_be_stopped_in_any_step(shop: House, step: str) -> None:
    asking = asyncio.create_task(submit(shop, await uploaded(shop, name=f"slow-{step}.glb")))
    job = await at(shop, step)
    told = await ask(shop, "DELETE", f"/api/v1/jobs/{job['id']}")
    assert told.body["state"] == "cancelled"
    states = {row["name"]: row["state"] for row in told.body["steps"]}
    assert (states[step], states["publish"]) == ("failed", "skipped")
    assert (await ask(shop, "DELETE", f"/api/v1/jobs/{job['id']}")).code == "job_over"
    assert files(shop) == []
    await asking


@pytest.mark.parametrize(("step", "status"), [("gate", 500), ("derive", 202)])
async def test_a_crash_of_the_worker_fails_the_job_and_nothing_else(
    shop: House, step: str, status: int
) -> None:
    told = await submit(shop, await uploaded(shop, name=f"dies-{step}.glb"), hall="gallery")
    assert told.status == status
    job = await finished(shop, await newest(shop))
    assert (job["state"], job["code"]) == ("failed", "worker_crashed")
    assert job["message"]
    again = await finished(shop, (await submit(shop, await uploaded(shop))).body)
    assert again["state"] == "done"
    assert files(shop) == []


async def test_a_job_is_told_in_the_readers_language(shop: House) -> None:
    await submit(shop, await uploaded(shop, name="dies-gate.glb"))
    path = f"/api/v1/jobs/{(await newest(shop))['id']}"
    english = await ask(shop, "GET", path, headers={"Accept-Language": "en"})
    assert english.body["message"].startswith("The process")
    assert english.body["steps"][1]["words"]["zh"].startswith("未通过")


async def test_unknown_jobs_and_odd_questions(shop: House) -> None:
    assert (await ask(shop, "GET", "/api/v1/jobs/nothing")).code == "job_unknown"
    assert (await ask(shop, "DELETE", "/api/v1/jobs/nothing")).code == "job_unknown"
    for query in ("wait=31", "wait=x", "wait=-1"):
        assert (await ask(shop, "GET", f"/api/v1/jobs/nothing?{query}")).status == 422
    assert (await ask(shop, "GET", "/api/v1/jobs?limit=0")).status == 422


async def test_visitors_see_and_make_no_jobs(shop: House) -> None:
    for path in ("/api/v1/jobs", "/api/v1/jobs/x"):
        assert (await shop.get(path))[0] == 401
    async with shop.visitor.post(shop.url + EXHIBITS, json={"uploads": ["x"]}) as answer:
        assert answer.status == 401


async def test_what_is_under_way_goes_on_after_a_restart(tmp_path: Path) -> None:
    async with open_shop(tmp_path / "data") as house:
        told = await submit(house, await uploaded(house, name="slow-derive.glb"), hall="gallery")
        job = told.body
    async with open_shop(tmp_path / "data") as house:
        now = await at(house, "derive")
        assert now["id"] == job["id"]
        told = await ask(house, "DELETE", f"/api/v1/jobs/{job['id']}")
        assert told.body["state"] == "cancelled"
