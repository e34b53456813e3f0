"""Files in the body of a request: streamed, all or none, within limits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from tests.server.house import House
from tests.server.net.test_api_uploads import EXHIBITS, GLB, finished
from tests.server.net.test_tus import ask, files
from tests.server.shop import NoWorkers, open_shop


@pytest_asyncio.fixture
async def shop(tmp_path: Path) -> AsyncIterator[House]:
    async with open_shop(tmp_path / "data") as house:
        yield house


async def test_many_files_may_come_as_a_form(shop: House) -> None:
    form = aiohttp.FormData(quote_fields=False)
    for name in ("模型.gltf", "textures/木纹.png"):
        form.add_field("file", GLB, filename=name, content_type="application/octet-stream")
    told = await ask(shop, "POST", EXHIBITS, data=form)
    job = await finished(shop, told.body)
    assert job["state"] == "done"
    names = [f.name for f in (await _revision(shop, job)).files if f.role == "original"]
    assert names == ["模型.gltf", "textures/木纹.png"]
    assert job["source"]["name"] == "模型.gltf"


async def test_a_form_without_files_or_of_nonsense_is_refused(shop: House) -> None:
    form = aiohttp.FormData(default_to_multipart=True)
    form.add_field("title", "x")
    assert (await ask(shop, "POST", EXHIBITS, data=form)).code == "no_file"
    told = await ask(
        shop, "POST", EXHIBITS, data=b"--x", headers={"Content-Type": "multipart/form-data"}
    )
    assert told.status == 400
    assert files(shop) == []


async def _revision(shop: House, job: dict[str, Any]) -> Any:
    return await shop.park.archive.exhibits.revision(job["exhibit"], job["revision"])


async def test_too_much_in_a_body_or_in_all_parts_is_refused_and_not_kept(tmp_path: Path) -> None:
    async with open_shop(tmp_path / "data", NoWorkers(), max_exhibit_mb=1) as house:

        async def endless() -> AsyncIterator[bytes]:
            for _ in range(20):
                yield bytes(100_000)

        kind = {"Content-Type": "model/gltf-binary"}
        told = await ask(house, "POST", EXHIBITS, data=endless(), headers=kind)
        assert (told.status, told.code) == (413, "too_large")
        form = aiohttp.FormData()
        for name in ("a", "b"):
            form.add_field("file", bytes(600_000), filename=name)
        told = await ask(house, "POST", EXHIBITS, data=form)
        assert (told.status, told.code) == (413, "too_large")
        assert files(house) == []


async def test_a_form_of_many_files_has_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.net.receiving.MOST_FILES", 2)
    async with open_shop(tmp_path / "data", NoWorkers()) as house:
        form = aiohttp.FormData()
        for number in range(3):
            form.add_field("file", GLB, filename=f"{number}.glb")
        told = await ask(house, "POST", EXHIBITS, data=form)
        assert (told.status, told.code) == (413, "too_many_files")
        assert files(house) == []


async def test_a_name_that_is_no_text_is_no_reason_to_fail(shop: House) -> None:
    head = b'Content-Disposition: form-data; name="file"; filename="\xff\xb1\xc3.glb"\r\n\r\n'
    body = b"--x\r\n" + head + GLB + b"\r\n--x--\r\n"
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    told = await ask(shop, "POST", EXHIBITS, data=body, headers=kind)
    assert told.status == 202
    job = await finished(shop, told.body)
    assert (job["state"], job["source"]["name"].endswith(".glb")) == ("done", True)
