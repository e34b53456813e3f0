"""One transaction, to its end: races run again, and a lost answer is asked for.

When the connection breaks in the very moment of a commit, nobody knows whether it was done. So each
transaction on a server leaves a token, the last thing it writes: on a new connection, which has
the lock and therefore knows the old one gone, the token tells.
"""

from __future__ import annotations

import asyncio
import random
import secrets
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

from sqlalchemy import insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from server.store.errors import AwayError, StoreError
from server.store.failures import coded, is_lost, is_race
from server.store.schema import meta

T = TypeVar("T")
Work = Callable[[AsyncConnection], Awaitable[T]]
"""Everything that a transaction does; it may be done again after a rollback."""
TOKEN: Final = "commit"
"""The fact under which the last transaction's token stands."""
RACES_RUN: Final = 8
"""How often a transaction runs that others keep changing the ground of."""
PAUSE: Final = 0.01
DOUBT_SECONDS: Final = 30.0
"""How long a commit whose answer was lost is asked for."""


class _DoubtError(Exception):
    """The connection broke after the commit was sent."""

    def __init__(self, token: str, result: Any) -> None:
        super().__init__(token)
        self.token, self.result = token, result


async def commit(engine: AsyncEngine, work: Work[T]) -> T:
    """Return what `work` returned once it is durable; raise what it, or the commit, raised.

    Raises StoreError ``archive_conflict`` when others changed the same all the time, and
    ``archive_failed`` when it is not known whether it was done.
    """
    lost = False
    for attempt in range(RACES_RUN):
        try:
            return await _once(engine, work)
        except _DoubtError as doubt:
            if await _came_through(engine, doubt.token):
                result: T = doubt.result
                return result
        except (DBAPIError, OSError, TimeoutError) as error:
            if not is_race(error) and (lost or not is_lost(error)):
                raise
            # Nothing was committed: an idle connection that had died in its pool costs nobody.
            lost = lost or is_lost(error)
        await asyncio.sleep(random.uniform(0, PAUSE * 2**attempt))
    raise StoreError("archive_conflict", "others changed the same records at the same time")


async def _once(engine: AsyncEngine, work: Work[T]) -> T:
    async with engine.connect() as connection:
        await connection.begin()
        result = await work(connection)
        token = await _leave_token(connection)
        try:
            await connection.commit()
        except (DBAPIError, OSError, TimeoutError) as error:
            if not token or not is_lost(error):
                raise
            await connection.invalidate()
            raise _DoubtError(token, result) from error
    return result


async def _leave_token(connection: AsyncConnection) -> str:
    """Note a new token on a server; a file answers by itself."""
    if connection.dialect.name == "sqlite":
        return ""
    token = secrets.token_hex(8)
    known = update(meta).where(meta.c.key == TOKEN).values(value=token)
    if not (await connection.execute(known)).rowcount:
        await connection.execute(insert(meta).values(key=TOKEN, value=token))
    return token


async def _came_through(engine: AsyncEngine, token: str) -> bool:
    """Whether a transaction whose answer was lost is there."""
    loop = asyncio.get_running_loop()
    end = loop.time() + DOUBT_SECONDS
    while True:
        try:
            async with engine.connect() as connection:
                found = await connection.execute(select(meta.c.value).where(meta.c.key == TOKEN))
                return found.scalar() == token
        except (DBAPIError, OSError, TimeoutError, AwayError) as error:
            if loop.time() > end:
                raise AwayError(
                    "archive_failed", f"the connection broke in a commit: {coded(error)}"
                ) from error
        await asyncio.sleep(0.25)
