"""A real park on a real loopback port, with a real archive, for tests of the doors."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from server.app import Running, running
from server.run.park import Park
from server.settings import Settings
from tests.scenes.samples import hall_document

GOING_THERE = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "none"}
"""What a browser sends with an address that a person typed, pasted or opened from a terminal."""


@dataclass(frozen=True, slots=True)
class House:
    """The park and two ways in: as anybody over TCP, and as its owner over the unix socket."""

    running: Running
    visitor: aiohttp.ClientSession
    owner: aiohttp.ClientSession
    data: Path

    @property
    def park(self) -> Park:
        return self.running.park

    @property
    def url(self) -> str:
        return self.running.visitor_url

    @property
    def live(self) -> str:
        return self.url.replace("http", "ws", 1) + "/live"

    async def get(self, path: str, **options: Any) -> tuple[int, Any]:
        """What anybody is answered."""
        async with self.visitor.get(self.url + path, **options) as answer:
            return answer.status, await read(answer)

    async def own(self, method: str, path: str, **options: Any) -> tuple[int, Any]:
        """What the owner is answered."""
        async with self.owner.request(method, "http://localhost" + path, **options) as answer:
            return answer.status, await read(answer)


async def read(answer: aiohttp.ClientResponse) -> Any:
    if answer.content_type == "application/json":
        return await answer.json()
    return await answer.read()


@contextlib.asynccontextmanager
async def open_house(data: Path, *, empty: bool = False, **settings: Any) -> AsyncIterator[House]:
    """Serve a park with the sample hall in ``data``; a second time it is found there."""
    chosen = Settings(**{"data": data, "port": 0, "demo": False, **settings})
    async with running(chosen) as house:
        if not empty and not house.park.halls:
            await house.park.add_hall(hall_document())
        socket = aiohttp.UnixConnector(str(chosen.socket))
        async with (
            aiohttp.ClientSession() as visitor,
            aiohttp.ClientSession(connector=socket) as owner,
        ):
            yield House(house, visitor, owner, data)
