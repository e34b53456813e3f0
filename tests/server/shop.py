"""A house whose workshop knows the tasks of the tests, or nobody at all."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from server.run.worker import Workers
from tests.server.house import House, open_house

DEEDS = "tests.server.run.jobs.deeds"


class NoWorkers(Workers):
    """Nobody gets ready to work on what comes."""

    async def warm(self) -> None:
        """Nobody does."""


@contextlib.asynccontextmanager
async def open_shop(
    data: Path, workers: Workers | None = None, **settings: Any
) -> AsyncIterator[House]:
    """Serve a park with such a workshop; what was under way is taken up by it."""
    with patch("server.run.worker.pool.TASKS", DEEDS):
        async with open_house(data, browser="none", **settings) as house:
            house.park.workers = workers or house.park.workers
            yield house
