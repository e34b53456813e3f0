"""Bodies: whole, within a size and in time."""

from __future__ import annotations

import asyncio
import json

import pytest

from server.net import application, reading
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
    ("module", "name"), [(reading, "STALL_SECONDS"), (application, "BODY_SECONDS")]
)
async def test_a_body_that_does_not_come_is_not_waited_for(
    house: House, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    monkeypatch.setattr(module, name, 0.1)
    assert await told_to(house, HEAD.format(100).encode(), b'{"token"') == "body_late"


async def test_a_body_that_is_too_large_is_not_read(house: House) -> None:
    assert await told_to(house, HEAD.format(10**9).encode()) == "too_large"
