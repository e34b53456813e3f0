"""Waits for what nothing tells of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PATIENCE = 30.0
"""Seconds after which a test gives up; nothing ever waits this long."""


async def until(condition: Callable[[], object]) -> None:
    """Let everything else run until this is so."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.001)
