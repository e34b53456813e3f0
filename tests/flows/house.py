"""A whole park in this process, on a free port, for journeys through real sockets."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from clients.headless import Park
from server.app import Running, running
from server.settings import Settings
from tests.scenes.samples import both, hall_document


@asynccontextmanager
async def park_at(folder: Path, **settings: Any) -> AsyncIterator[Running]:
    """A park of two small halls, joined by a portal each way."""
    given = {"data": folder, "port": 0, "demo": False, "log_level": "warning", **settings}
    async with running(Settings(**given)) as house:
        await house.park.add_hall(with_portal("grounds", "gallery"))
        await house.park.add_hall(with_portal("gallery", "grounds"))
        yield house


def with_portal(hall: str, other: str) -> dict[str, Any]:
    """A hall with a portal to another."""
    document = hall_document(hall)
    document["nodes"][f"to-{other}"] = {
        "kind": "portal",
        "name": both(other),
        "translation": [-6, 0, 0],
        "portal": {"hall": other, "spawn": "spawn-main", "width": 2.0, "height": 3.0},
    }
    return document


async def operator_token(house: Running, tls: ssl.SSLContext | None = None) -> str:
    """A token that makes its bearer an operator."""
    link = house.operator_url(await house.park.sessions.make_link())
    return await Park(house.visitor_url, tls=tls).sign_in(link)
