"""A real park whose gallery has two companies' booths, and people of both, for tests."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from tests.server.halls.booths import document
from tests.server.house import House, open_house

MINE, THEIRS = "booth-a", "booth-b"


@contextlib.asynccontextmanager
async def open_street(data: Path, **settings: Any) -> AsyncIterator[House]:
    """Serve a park with the hall of booths in ``data``; a second time it is found there."""
    async with open_house(data, empty=True, **settings) as house:
        if not house.park.halls:
            await house.park.add_hall(document())
        yield house


def nodes(house: House) -> dict[str, Any]:
    """What stands in the gallery."""
    found: dict[str, Any] = house.park.halls["gallery"].editing.layers.published.document()["nodes"]
    return found
