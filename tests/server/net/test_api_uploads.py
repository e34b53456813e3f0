"""From files to exhibits over HTTP: real sockets, a real child process, a stand-in for its work."""

from __future__ import annotations

import asyncio
import base64
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.server.house import House
from tests.server.net.test_tus import TUS, ask, begin, files, patch
from tests.server.shop import open_shop
from tests.server.until import until

EXHIBITS = "/api/v1/exhibits"
GLB = b"glTF and more"


@pytest_asyncio.fixture
async def shop(tmp_path: Path) -> AsyncIterator[House]:
    async with open_shop(tmp_path / "data") as house:
        yield house


async def uploaded(house: House, data: bytes = GLB, name: str = "x.glb") -> str:
    """An upload that is whole; its id."""
    told = f"filename {base64.b64encode(name.encode()).decode()}"
    path = await begin(house, len(data), **{"Upload-Metadata": told})
    assert (await patch(house, path, 0, data)).status == 204
    return path.rsplit("/", 1)[1]


async def finished(house: House, job: dict[str, Any]) -> dict[str, Any]:
    """The job when it is over."""
    while job["ended"] is None:
        job = (await ask(house, "GET", f"/api/v1/jobs/{job['id']}?wait=10")).body
    return job


async def submit(house: House, *uploads: str, **words: Any) -> Any:
    return await ask(house, "POST", EXHIBITS, json={"uploads": list(uploads), **words})


async def test_an_upload_becomes_an_exhibit_that_everybody_sees(shop: House) -> None:
    upload = await uploaded(shop, name="水泵.glb")
    told = await submit(shop, upload, hall="gallery", title={"zh": "泵", "en": "Pump"}, note="新")
    assert told.status == 202
    assert told.headers["Location"] == f"/api/v1/jobs/{told.body['id']}"
    job = await finished(shop, told.body)
    assert (job["state"], job["exhibit"], job["revision"]) == ("done", "pump", 1)
    assert [step["state"] for step in job["steps"]] == ["done"] * 8
    assert job["source"]["name"] == "水泵.glb"
    _, scene = await shop.get("/api/v1/halls/gallery/scene")
    node = scene["nodes"][job["placed"]["node"]]
    assert node["card"]["title"] == {"zh": "泵", "en": "Pump"}
    assert job["placed"]["plinth"] == "plinth-2"
    level = node["model"]["levels"][0]
    status, data = await shop.get(f"/assets/{level['asset']}")
    assert (status, len(data)) == (200, level["bytes"])
    assert files(shop) == [] and not list((shop.data / "quarantine" / "work").iterdir())


async def test_without_a_hall_it_is_a_draft(shop: House) -> None:
    job = await finished(shop, (await submit(shop, await uploaded(shop))).body)
    assert (job["state"], job["placed"]) == ("done", None)
    exhibit = (await ask(shop, "GET", f"{EXHIBITS}/{job['exhibit']}")).body
    assert (exhibit["published"], exhibit["latest"]) == (None, 1)


async def test_a_second_revision_reaches_everybody_where_it_stands(shop: House) -> None:
    first = await finished(shop, (await submit(shop, await uploaded(shop), hall="gallery")).body)
    upload = await uploaded(shop, GLB + b"!")
    told = await submit(shop, upload, exhibit=first["exhibit"], publish=True)
    second = await finished(shop, told.body)
    assert (second["state"], second["revision"]) == ("done", 2)
    _, scene = await shop.get("/api/v1/halls/gallery/scene")
    assert scene["nodes"][first["placed"]["node"]]["exhibit"]["revision"] == 2


async def test_a_bad_file_is_refused_with_every_finding_and_nothing_is_kept(shop: House) -> None:
    upload = await uploaded(shop, b"nothing of the kind")
    told = await submit(shop, upload, hall="gallery")
    assert (told.status, told.code) == (422, "exhibit_refused")
    assert [(d["code"], d["severity"]) for d in told.body["details"]] == [
        ("GLB_INVALID_MAGIC", "error")
    ]
    assert files(shop) == []
    (job,) = (await ask(shop, "GET", "/api/v1/jobs")).body["jobs"]
    states = [step["state"] for step in job["steps"]]
    assert (job["state"], states) == ("refused", ["done", "done", "failed", *["skipped"] * 5])
    assert job["findings"][0]["code"] == "GLB_INVALID_MAGIC"
    assert await shop.park.archive.exhibits.page() == []


async def test_a_file_may_come_with_the_question(shop: House) -> None:
    told = await ask(
        shop,
        "POST",
        f"{EXHIBITS}?hall=gallery&title=泵&name=水泵.glb",
        data=io.BytesIO(GLB),
        headers={"Content-Type": "model/gltf-binary"},
    )
    assert told.status == 202
    job = await finished(shop, told.body)
    assert (job["state"], job["placed"]["hall"]) == ("done", "gallery")


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        ({"hall": "nowhere"}, 404, "hall_unknown"),
        ({"hall": "gallery", "at": "fox"}, 404, "no_such_plinth"),
        ({"exhibit": "nothing"}, 404, "exhibit_unknown"),
        ({"exhibit": "No!"}, 422, "invalid"),
        ({"note": "x" * 2000}, 422, "invalid"),
        ({"publish": "perhaps"}, 422, "invalid"),
        ({"colour": "red"}, 422, "invalid"),
    ],
)
async def test_a_wish_that_cannot_be_is_refused_before_anything_is_done(
    shop: House, words: dict[str, Any], status: int, code: str
) -> None:
    upload = await uploaded(shop)
    told = await submit(shop, upload, **words)
    assert (told.status, told.code) == (status, code)
    assert (await ask(shop, "GET", "/api/v1/jobs")).body["jobs"] == []
    assert (await submit(shop, upload)).status == 202  # it is still there to be used


async def test_of_two_who_ask_at_once_one_gets_it(shop: House) -> None:
    upload = await uploaded(shop, name="slow-derive.glb")
    told = await asyncio.gather(*(submit(shop, upload) for _ in range(4)))
    assert sorted(each.status for each in told) == [202, 409, 409, 409]
    assert {each.code for each in told if each.status == 409} == {"upload_in_use"}


async def test_only_whole_uploads_of_ones_own_are_taken_and_once(shop: House) -> None:
    assert (await submit(shop, "nothing")).code == "upload_unknown"
    path = await begin(shop, 5)
    assert (await submit(shop, path.rsplit("/", 1)[1])).code == "upload_incomplete"
    upload = await uploaded(shop, name="slow-derive.glb")
    job = (await submit(shop, upload)).body
    assert (await submit(shop, upload)).code == "upload_in_use"
    told = await ask(shop, "DELETE", f"/api/v1/uploads/{upload}", headers=TUS)
    assert (told.status, told.code) == (409, "upload_in_use")
    told = await ask(shop, "DELETE", f"/api/v1/jobs/{job['id']}")
    assert (told.status, told.body["state"]) == (200, "cancelled")
    assert (await submit(shop, upload)).code == "upload_unknown"


async def test_a_browser_is_woken_for_what_is_let_in_alone(shop: House) -> None:
    woken: list[str] = []
    shop.park.wake_photographer = lambda: woken.append("woken")
    await submit(shop, await uploaded(shop, b"nothing of the kind"))
    assert woken == []
    await submit(shop, await uploaded(shop, name="slow-derive.glb"))
    await until(lambda: woken == ["woken"])
