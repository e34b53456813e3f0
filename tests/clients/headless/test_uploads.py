"""Files to a park, whatever becomes of connections: a park of its own in this process."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import pytest_asyncio

from clients.headless import FetchFailed, Park
from clients.headless.bundle import Member
from clients.headless.uploads import Progress, Uploads
from tests.server.house import House
from tests.server.shop import open_shop

GLB = b"glTF" + bytes(range(256)) * 40


@pytest_asyncio.fixture
async def shop(tmp_path: Path) -> AsyncIterator[House]:
    async with open_shop(tmp_path / "data") as house:
        yield house


async def staff(house: House, wrap: Callable[[HTTPConnection], Any] = lambda c: c) -> Uploads:
    """The operator's sender, over TCP, in small pieces."""
    link = house.running.operator_url(await house.park.sessions.make_link())
    token = await Park(house.url).sign_in(link)
    park = Park(house.url, token=token)
    return Uploads(lambda: wrap(park.connection()), park.credentials, piece=1000)


def member(folder: Path, name: str = "水泵.glb", data: bytes = GLB) -> Member:
    path = folder / name
    path.write_bytes(data)
    return Member(name, path)


async def test_a_file_becomes_an_exhibit_and_all_is_told(shop: House, tmp_path: Path) -> None:
    uploads = await staff(shop)
    seen: list[Progress] = []
    jobs: list[dict[str, Any]] = []
    job = await asyncio.to_thread(
        lambda: uploads.add(
            [member(tmp_path)],
            on_progress=seen.append,
            on_job=jobs.append,
            hall="gallery",
            title={"zh": "泵", "en": "Pump"},
        )
    )
    assert (job["state"], job["exhibit"], job["placed"]["hall"]) == ("done", "pump", "gallery")
    assert [p.sent for p in seen] == [*range(0, len(GLB), 1000), len(GLB)]
    assert {(p.name, p.bytes) for p in seen} == {("水泵.glb", len(GLB))}
    assert jobs[-1] == job
    assert await asyncio.to_thread(uploads.start) == "gallery"


async def test_a_refusal_carries_the_findings(shop: House, tmp_path: Path) -> None:
    uploads = await staff(shop)
    with pytest.raises(FetchFailed) as refused:
        await asyncio.to_thread(lambda: uploads.add([member(tmp_path, data=b"no model")]))
    assert refused.value.code == "exhibit_refused"
    assert refused.value.details[0]["code"] == "GLB_INVALID_MAGIC"


async def test_the_asynchronous_form_brings_the_files_of_a_gltf(
    shop: House, tmp_path: Path
) -> None:
    link = shop.running.operator_url(await shop.park.sessions.make_link())
    park = Park(shop.url, token=await Park(shop.url).sign_in(link))
    (tmp_path / "data.bin").write_bytes(GLB)
    lead = tmp_path / "x.gltf"
    lead.write_text('{"buffers": [{"uri": "data.bin"}]}')
    with pytest.raises(FetchFailed) as refused:
        await park.add_exhibit(lead)
    assert refused.value.code == "exhibit_refused"
    (job,) = await shop.park.jobs.newest(2)
    assert job.source["bytes"] == len(GLB) + lead.stat().st_size
    done = await park.add_exhibit(tmp_path / "data.bin", publish=False)
    assert done["state"] == "done"


class Flaky:
    """A connection that breaks every third time, after what it was given was half sent."""

    count = 0

    def __init__(self, inner: HTTPConnection) -> None:
        self._inner = inner

    def request(self, method: str, path: str, body: bytes | None, headers: Any) -> None:
        Flaky.count += 1
        if method == "PATCH" and Flaky.count % 3 == 0:
            self._inner.putrequest(method, path)
            for name, value in {**headers, "Content-Length": str(len(body or b""))}.items():
                self._inner.putheader(name, value)
            self._inner.endheaders((body or b"")[: len(body or b"") // 2])
            self._inner.close()
            raise ConnectionResetError("cut")
        self._inner.request(method, path, body, headers)

    def getresponse(self) -> Any:
        return self._inner.getresponse()

    def close(self) -> None:
        self._inner.close()


async def test_cut_connections_are_gone_on_from(
    shop: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clients.headless.uploads.PAUSE", 0.01)
    uploads = await staff(shop, Flaky)
    (upload,) = await asyncio.to_thread(uploads.send, [member(tmp_path)])
    kept = shop.park.uploads.get(upload, "operator").kept
    assert kept.sha256 == hashlib.sha256(GLB).hexdigest()
    assert Flaky.count > len(GLB) // 1000


async def test_what_was_begun_is_gone_on_with_by_whoever_sends_the_same(
    shop: House, tmp_path: Path
) -> None:
    first, second = await staff(shop), await staff(shop)
    seen: list[Progress] = []

    class Enough(Exception):  # noqa: N818 - it is no error
        """The program that sends is ended."""

    def stop(progress: Progress) -> None:
        if progress.sent >= 5000:
            raise Enough

    with pytest.raises(Enough):
        await asyncio.to_thread(first.send, [member(tmp_path)], stop)
    other = member(tmp_path, "other.glb", GLB[::-1])
    (apart,) = await asyncio.to_thread(second.send, [other])
    (upload,) = await asyncio.to_thread(second.send, [member(tmp_path)], seen.append)
    assert seen[0].sent == 5000
    assert shop.park.uploads.get(upload, "operator").kept.sha256 == hashlib.sha256(GLB).hexdigest()
    assert len(shop.park.uploads.of("operator")) == 2 and apart != upload
    assert await asyncio.to_thread(second.send, [member(tmp_path)]) == [upload]


async def test_who_may_not_is_told_so(shop: House, tmp_path: Path) -> None:
    place = urlsplit(shop.url)
    uploads = Uploads(lambda: HTTPConnection(place.hostname or "", place.port))
    with pytest.raises(FetchFailed) as refused:
        await asyncio.to_thread(uploads.send, [member(tmp_path)])
    assert refused.value.code == "unauthorized"


def test_a_park_that_was_never_there_is_not_waited_for(tmp_path: Path) -> None:
    uploads = Uploads(lambda: HTTPConnection("127.0.0.1", 1))
    with pytest.raises(FetchFailed) as failed:
        uploads.send([member(tmp_path)])
    assert failed.value.code == "connection_failed"
