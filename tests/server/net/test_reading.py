"""Bodies: whole, within a size and in time."""

from __future__ import annotations

import asyncio
import json

import pytest

from server.net import json_body, reading
from tests.server.house import House

HEAD = (
    "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    "Content-Length: {}\r\n\r\n"
)


async def told_to(house: House, *pieces: bytes) -> str:
    """The code that is answered to a body that never ends."""
    reader, writer = await asyncio.open_connection("127.0.0.1", house.running.doors.port)
    for piece in pieces:
        writer.write(piece)
        await writer.drain()
    async with asyncio.timeout(20):
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
        code: str = json.loads(await reader.readexactly(length))["code"]
    writer.close()
    return code


@pytest.mark.parametrize(
    ("module", "name"), [(reading, "STALL_SECONDS"), (json_body, "BODY_SECONDS")]
)
async def test_a_body_that_does_not_come_is_not_waited_for(
    house: House, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    monkeypatch.setattr(module, name, 0.1)
    assert await told_to(house, HEAD.format(100).encode(), b'{"token"') == "body_late"


async def test_a_body_that_is_too_large_is_not_read(house: House) -> None:
    assert await told_to(house, HEAD.format(10**9).encode()) == "too_large"


PIECES = (
    "PATCH {} HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
    "Content-Type: application/offset+octet-stream\r\nContent-Length: 100000\r\n\r\n"
)


async def trickle(house: House, path: str, *pieces: bytes) -> str:
    """The code that is answered to a long body that hardly comes."""
    reader, writer = await asyncio.open_unix_connection(str(house.park.settings.socket))
    writer.write(PIECES.format(path).encode())
    async with asyncio.timeout(20):
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(0.02)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
        code: str = json.loads(await reader.readexactly(length))["code"]
    writer.close()
    return code


async def test_a_long_body_that_hardly_comes_is_ended_and_what_came_is_kept(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = {"Tus-Resumable": "1.0.0", "Upload-Length": "100000"}
    async with house.owner.post("http://localhost/api/v1/uploads", headers=headers) as answer:
        path = answer.headers["Location"]
    monkeypatch.setattr(reading, "WINDOW_SECONDS", 0.01)
    assert await trickle(house, path, *[b"x"] * 5) == "body_late"
    _, told = await house.own("GET", path)
    assert 0 < told["offset"] <= 5
