"""Resumable uploads, word for word by tus 1.0.0, through a real socket."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
import itertools
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import pytest_asyncio

from tests.server.house import House
from tests.server.shop import NoWorkers, open_shop
from tests.server.until import until

UPLOADS = "/api/v1/uploads"
TUS = {"Tus-Resumable": "1.0.0"}
PIECE = {**TUS, "Content-Type": "application/offset+octet-stream"}


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with open_shop(tmp_path / "data", NoWorkers()) as opened:
        yield opened


class Told(NamedTuple):
    status: int
    headers: Any
    body: Any

    @property
    def code(self) -> str:
        return str(self.body["code"])


async def ask(house: House, method: str, path: str, **options: Any) -> Told:
    async with house.owner.request(method, "http://localhost" + path, **options) as answer:
        is_json = answer.content_type == "application/json" and method != "HEAD"
        body = await answer.json() if is_json else await answer.read()
        return Told(answer.status, answer.headers, body)


async def begin(house: House, size: int, **fields: str) -> str:
    told = await ask(house, "POST", UPLOADS, headers={**TUS, "Upload-Length": str(size), **fields})
    assert told.status == 201
    return str(told.headers["Location"])


async def patch(house: House, path: str, offset: int, data: bytes, **fields: str) -> Told:
    headers = {**PIECE, "Upload-Offset": str(offset), **fields}
    return await ask(house, "PATCH", path, headers=headers, data=io.BytesIO(data))


async def offset(house: House, path: str) -> int:
    told = await ask(house, "HEAD", path, headers=TUS)
    return int(told.headers["Upload-Offset"])


def checksum(data: bytes, algorithm: str = "sha256") -> str:
    digest = hashlib.new(algorithm, data).digest()
    return f"{algorithm} {base64.b64encode(digest).decode()}"


def files(house: House) -> list[str]:
    return sorted(path.name for path in (house.data / "quarantine").iterdir() if path.is_file())


# --- core -----------------------------------------------------------------------------------------


async def test_options_say_what_is_there_to_whoever_asks_in_any_version(house: House) -> None:
    told = await ask(house, "OPTIONS", UPLOADS)
    assert told.status == 204 and told.body == b""
    assert told.headers["Tus-Version"] == "1.0.0"
    extensions = set(told.headers["Tus-Extension"].split(","))
    assert extensions == {
        "creation", "creation-with-upload", "expiration", "checksum", "termination",
    }  # fmt: skip
    assert told.headers["Tus-Max-Size"] == str(512 * 2**20)
    assert told.headers["Tus-Checksum-Algorithm"] == "sha1,sha256"


async def test_a_file_comes_in_pieces(house: House) -> None:
    path = await begin(house, 10)
    assert (await patch(house, path, 0, b"01234")).headers["Upload-Offset"] == "5"
    head = await ask(house, "HEAD", path, headers=TUS)
    assert (head.status, head.headers["Upload-Offset"], head.headers["Upload-Length"]) == (
        200, "5", "10",
    )  # fmt: skip
    assert head.headers["Cache-Control"] == "no-store"
    assert head.headers["Tus-Resumable"] == "1.0.0"
    told = await patch(house, path, 5, b"56789")
    assert (told.status, told.headers["Upload-Offset"]) == (204, "10")
    whole = await ask(house, "GET", path)
    assert whole.body["sha256"] == hashlib.sha256(b"0123456789").hexdigest()
    assert whole.body["offset"] == whole.body["bytes"] == 10


async def test_a_piece_elsewhere_is_refused_and_changes_nothing(house: House) -> None:
    path = await begin(house, 10)
    await patch(house, path, 0, b"abc")
    for wrong in (0, 2, 4, 10):
        told = await patch(house, path, wrong, b"x")
        assert (told.status, told.code) == (409, "upload_offset")
    assert await offset(house, path) == 3


@pytest.mark.parametrize("method", ["HEAD", "PATCH", "DELETE"])
async def test_other_versions_of_the_protocol_are_refused(house: House, method: str) -> None:
    path = await begin(house, 10)
    for fields in ({}, {"Tus-Resumable": "0.2.2"}):
        told = await ask(house, method, path, headers={**PIECE, **fields} if fields else {})
        assert told.status == 412
        assert told.headers["Tus-Version"] == "1.0.0"


async def test_every_answer_names_the_version_also_refusals(house: House) -> None:
    for method, path in (("HEAD", "/nowhere"), ("PATCH", "/nowhere"), ("DELETE", "/nowhere")):
        told = await ask(house, method, UPLOADS + path, headers={**PIECE, "Upload-Offset": "0"})
        assert (told.status, told.headers["Tus-Resumable"]) == (404, "1.0.0")
        assert "Upload-Offset" not in told.headers
    async with house.visitor.post(house.url + UPLOADS) as answer:
        assert (answer.status, answer.headers["Tus-Resumable"]) == (401, "1.0.0")


async def test_a_piece_says_what_it_is_and_where(house: House) -> None:
    path = await begin(house, 10)
    for kind in ("application/octet-stream", "text/plain"):
        headers = {**TUS, "Upload-Offset": "0", "Content-Type": kind}
        assert (await ask(house, "PATCH", path, headers=headers, data=b"x")).status == 415
    for where in ("", "-1", "1.0", "٣", "9" * 30):
        headers = {**PIECE, "Upload-Offset": where}
        assert (await ask(house, "PATCH", path, headers=headers, data=b"x")).status == 400
    assert await offset(house, path) == 0


async def test_what_the_way_does_not_let_pass_goes_by_another_name(house: House) -> None:
    path = await begin(house, 4)
    headers = {**PIECE, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    assert (await ask(house, "POST", path, headers=headers, data=b"abcd")).status == 204
    assert await offset(house, path) == 4
    headers = {**TUS, "X-HTTP-Method-Override": "DELETE"}
    assert (await ask(house, "POST", path, headers=headers)).status == 204
    assert (await ask(house, "HEAD", path, headers=TUS)).status == 404
    assert (await ask(house, "POST", path, headers=TUS)).status == 405


# --- creation -------------------------------------------------------------------------------------


async def test_what_the_sender_says_of_a_file_comes_back_to_him(house: House) -> None:
    name = base64.b64encode("水泵 №1.glb".encode()).decode()
    kind = base64.b64encode(b"model/gltf-binary").decode()
    said = f"filename {name},filetype {kind},is_confidential"
    path = await begin(house, 1, **{"Upload-Metadata": said})
    assert (await ask(house, "HEAD", path, headers=TUS)).headers["Upload-Metadata"] == said
    assert (await ask(house, "GET", path)).body["name"] == "水泵 №1.glb"


@pytest.mark.parametrize("said", ["filename ###", "filename /w==", "a b c", ",", "x,x", " ,a "])
async def test_metadata_that_cannot_be_read_is_refused(house: House, said: str) -> None:
    headers = {**TUS, "Upload-Length": "1", "Upload-Metadata": said}
    told = await ask(house, "POST", UPLOADS, headers=headers)
    assert (told.status, told.code) == (400, "upload_metadata")
    assert files(house) == []


@pytest.mark.parametrize("size", ["", "-1", "ten", "1.5", "9" * 25])
async def test_a_length_is_needed(house: House, size: str) -> None:
    headers = {**TUS, "Upload-Length": size} if size else TUS
    told = await ask(house, "POST", UPLOADS, headers={**headers, "Upload-Defer-Length": "1"})
    assert (told.status, told.code) == (400, "upload_length")


async def test_a_file_over_the_limit_is_refused_before_it_begins(house: House) -> None:
    headers = {**TUS, "Upload-Length": str(512 * 2**20 + 1)}
    told = await ask(house, "POST", UPLOADS, headers=headers)
    assert (told.status, told.code) == (413, "too_large")
    assert files(house) == []


async def test_an_empty_file_is_whole_at_once(house: House) -> None:
    path = await begin(house, 0)
    assert (await ask(house, "GET", path)).body["sha256"] == hashlib.sha256(b"").hexdigest()
    assert (await patch(house, path, 0, b"")).status == 204


async def test_the_first_piece_may_come_along(house: House) -> None:
    headers = {**PIECE, "Upload-Length": "6"}
    told = await ask(house, "POST", UPLOADS, headers=headers, data=b"abc")
    assert (told.status, told.headers["Upload-Offset"]) == (201, "3")
    path = told.headers["Location"]
    assert (await patch(house, path, 3, b"def")).status == 204
    assert (await ask(house, "GET", path)).body["sha256"] == hashlib.sha256(b"abcdef").hexdigest()


async def test_a_first_piece_that_is_too_long_is_not_kept(house: House) -> None:
    headers = {**PIECE, "Upload-Length": "2"}
    told = await ask(house, "POST", UPLOADS, headers=headers, data=b"abc")
    assert (told.status, told.code) == (413, "too_large")


# --- checksum, termination, expiration ------------------------------------------------------------


@pytest.mark.parametrize("algorithm", ["sha1", "sha256"])
async def test_a_piece_that_was_garbled_on_its_way_is_not_kept(
    house: House, algorithm: str
) -> None:
    path = await begin(house, 6)
    wrong = {"Upload-Checksum": checksum(b"abx", algorithm)}
    told = await patch(house, path, 0, b"abc", **wrong)
    assert (told.status, told.code) == (460, "upload_checksum")
    assert await offset(house, path) == 0
    for at, piece in ((0, b"abc"), (3, b"def")):
        right = {"Upload-Checksum": checksum(piece, algorithm)}
        assert (await patch(house, path, at, piece, **right)).status == 204
    assert (await ask(house, "GET", path)).body["sha256"] == hashlib.sha256(b"abcdef").hexdigest()
    assert files(house) == [path.rsplit("/", 1)[1]]


@pytest.mark.parametrize("said", ["md5 AAAA", "sha256", "sha256 ###", ""])
async def test_a_checksum_that_cannot_be_checked_is_refused(house: House, said: str) -> None:
    path = await begin(house, 3)
    told = await patch(house, path, 0, b"abc", **{"Upload-Checksum": said})
    assert (told.status, told.code) in ((400, "checksum_unknown"), (460, "upload_checksum"))
    assert await offset(house, path) == 0


async def test_an_upload_can_be_thrown_away(house: House) -> None:
    path = await begin(house, 3)
    await patch(house, path, 0, b"ab")
    assert (await ask(house, "DELETE", path, headers=TUS)).status == 204
    assert (await ask(house, "HEAD", path, headers=TUS)).status == 404
    assert files(house) == []


async def test_every_answer_says_until_when_an_upload_is_kept(house: House) -> None:
    headers = {**TUS, "Upload-Length": "3"}
    told = await ask(house, "POST", UPLOADS, headers=headers)
    path = told.headers["Location"]
    piece = await patch(house, path, 0, b"a")
    for each in (told, piece, await ask(house, "HEAD", path, headers=TUS)):
        assert each.headers["Upload-Expires"].endswith(" GMT")


async def test_what_nobody_continues_goes(tmp_path: Path) -> None:
    async with open_shop(tmp_path / "data", NoWorkers(), upload_hours=0.01) as house:
        path = await begin(house, 3)
        upload = house.park.uploads.get(path.rsplit("/", 1)[1], "operator")
        assert await house.park.uploads.sweep() == 0
        upload.touched -= 37
        assert await house.park.uploads.sweep() == 1
        assert (await ask(house, "HEAD", path, headers=TUS)).status == 404
        assert files(house) == []


# --- bodies that behave badly ---------------------------------------------------------------------


async def test_a_piece_past_the_end_is_not_kept_however_it_is_sent(house: House) -> None:
    path = await begin(house, 4)

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(3):
            yield b"ab"

    assert (await patch(house, path, 0, b"abcde")).status == 413
    headers = {**PIECE, "Upload-Offset": "0"}
    assert (await ask(house, "PATCH", path, headers=headers, data=endless())).status == 413
    assert await offset(house, path) == 0


async def test_what_a_cut_connection_brought_is_kept(house: House) -> None:
    data = bytes(itertools.islice(itertools.cycle(range(251)), 3 * 2**20))
    path = await begin(house, len(data))
    _, writer = await asyncio.open_unix_connection(str(house.park.settings.socket))
    head = (
        f"PATCH {path} HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\n"
        "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n"
        f"Content-Length: {len(data)}\r\n\r\n"
    )
    writer.write(head.encode() + data[: 2 * 2**20])
    upload = house.park.uploads.get(path.rsplit("/", 1)[1], "operator")
    await until(lambda: upload.offset >= 2**20)
    writer.transport.abort()
    await until(lambda: not upload.busy)
    at = await offset(house, path)
    assert 2**20 <= at <= 2 * 2**20
    assert (await patch(house, path, at, data[at:])).status == 204
    assert (await ask(house, "GET", path)).body["sha256"] == hashlib.sha256(data).hexdigest()


async def test_two_cannot_write_at_the_same_time(house: House) -> None:
    path = await begin(house, 10)
    upload = house.park.uploads.get(path.rsplit("/", 1)[1], "operator")
    going = asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        yield b"ab"
        await going.wait()
        yield b"cd"

    headers = {**PIECE, "Upload-Offset": "0"}
    first = asyncio.create_task(ask(house, "PATCH", path, headers=headers, data=slowly()))
    await until(lambda: upload.busy)
    told = await patch(house, path, 0, b"zz")
    assert (told.status, told.code) == (423, "upload_busy")
    assert (await ask(house, "DELETE", path, headers=TUS)).status == 423
    going.set()
    assert (await first).headers["Upload-Offset"] == "4"


# --- limits ---------------------------------------------------------------------------------------


async def test_a_person_may_have_so_many_and_the_quarantine_holds_so_much(tmp_path: Path) -> None:
    async with open_shop(tmp_path / "a", NoWorkers(), max_uploads=3) as house:
        for _ in range(3):
            await begin(house, 1)
        told = await ask(house, "POST", UPLOADS, headers={**TUS, "Upload-Length": "1"})
        assert (told.status, told.code) == (429, "too_many_uploads")
    async with open_shop(tmp_path / "b", NoWorkers(), max_exhibit_mb=1, quarantine_mb=1) as house:
        await begin(house, 2**20 - 10)
        told = await ask(house, "POST", UPLOADS, headers={**TUS, "Upload-Length": "11"})
        assert (told.status, told.code) == (507, "quarantine_full")


async def test_visitors_may_not(house: House) -> None:
    path = await begin(house, 1)
    for method in ("POST", "PATCH", "HEAD", "GET", "DELETE"):
        where = house.url + (UPLOADS if method == "POST" else path)
        async with house.visitor.request(method, where, headers=PIECE) as answer:
            assert answer.status == 401


# --- restart --------------------------------------------------------------------------------------


async def test_an_upload_goes_on_after_a_restart(tmp_path: Path) -> None:
    pieces = [bytes([n]) * 1000 for n in range(5)]
    async with open_shop(tmp_path / "data", NoWorkers()) as house:
        name = base64.b64encode("泵.glb".encode()).decode()
        path = await begin(house, 5000, **{"Upload-Metadata": f"filename {name}"})
    for number, piece in enumerate(pieces):
        async with open_shop(tmp_path / "data", NoWorkers()) as house:
            at = await offset(house, path)
            assert at == number * 1000
            assert (await patch(house, path, at, piece)).status == 204
    async with open_shop(tmp_path / "data", NoWorkers()) as house:
        told = (await ask(house, "GET", path)).body
        assert told["sha256"] == hashlib.sha256(b"".join(pieces)).hexdigest()
        assert told["name"] == "泵.glb"


async def test_a_restart_takes_away_what_belongs_to_nobody(tmp_path: Path) -> None:
    async with open_shop(tmp_path / "data", NoWorkers()) as house:
        kept = await begin(house, 3)
        lost = await begin(house, 3)
        quarantine = house.data / "quarantine"
    (quarantine / "stray").write_bytes(b"x")
    (quarantine / lost.rsplit("/", 1)[1]).unlink()
    async with open_shop(tmp_path / "data", NoWorkers()) as house:
        assert files(house) == [kept.rsplit("/", 1)[1]]
        assert (await ask(house, "HEAD", lost, headers=TUS)).status == 404
        assert quarantine.stat().st_mode & 0o777 == 0o700


async def test_the_same_bytes_again_take_no_room(house: House) -> None:
    data = bytes(itertools.islice(itertools.cycle(range(251)), 200_000))
    paths = [await begin(house, len(data)) for _ in range(3)]
    for path in paths:
        assert (await patch(house, path, 0, data)).status == 204
    lie = house.data / "quarantine"
    assert len({(lie / path.rsplit("/", 1)[1]).stat().st_ino for path in paths}) == 1
    for path in paths[:2]:
        await ask(house, "DELETE", path, headers=TUS)
    assert (lie / paths[2].rsplit("/", 1)[1]).read_bytes() == data
