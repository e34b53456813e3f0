"""Peers of the pages who take their time."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from server.net import doors, patience
from tests.server.house import House, open_house
from tests.server.net.sockets import run

GET = b"GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"


async def test_the_head_of_a_later_request_has_a_deadline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(patience.LIMITS, "keepalive_timeout", 0.3)
    async with open_house(tmp_path / "data") as house:
        reader, writer = await _connect(house)
        writer.write(GET % b"/healthz")
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200")
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: loc")
        async with asyncio.timeout(20):
            assert (await reader.read()).endswith(b"}"), "the connection has ended"
        writer.close()


def test_an_answer_that_nobody_reads_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doors, "UNREAD_SECONDS", 0.3)
    run(_nobody_reads(tmp_path))


async def _nobody_reads(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        asset = await house.park.blobs.put(bytes(30_000_000))
        reader, writer = await _connect(house, limit=1 << 12)
        writer.write(GET % f"/assets/{asset}".encode())
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200")
        while _open(house):  # noqa: ASYNC110 - nothing tells of the end but the count
            await asyncio.sleep(0.05)
        writer.close()


def _open(house: House) -> int:
    server = house.running.doors._runners[0].server
    assert server is not None
    return len(server.connections)


async def _connect(
    house: House, limit: int = 1 << 16
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection("127.0.0.1", house.running.doors.port, limit=limit)


async def test_what_is_no_request_is_refused_in_our_one_shape(house: House) -> None:
    reader, writer = await _connect(house)
    writer.write(b"\x16\x03\x01<script>\r\n\r\n")
    answer = await reader.read()
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.0 400") and b"aiohttp" not in head
    told = json.loads(body)
    assert (told["code"], told["details"]) == ("bad_request", []) and b"script" not in body
    writer.close()


async def test_who_hangs_up_in_the_middle_of_a_body_is_no_news(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    for head in (b"Content-Length: 50", b"Transfer-Encoding: chunked"):
        _, writer = await _connect(house)
        writer.write(b"POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\n" + head)
        writer.write(b"\r\nContent-Type: application/json\r\n\r\n5\r\n{")
        await writer.drain()
        assert (await house.get("/healthz"))[0] == 200
        writer.transport.abort()
        assert (await house.get("/healthz"))[0] == 200
        while _open(house) > 1:  # noqa: ASYNC110 - nothing tells of the end but the count
            await asyncio.sleep(0.01)
    told = capsys.readouterr()
    assert "request_failed" not in told.out + told.err
