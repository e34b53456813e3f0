"""One unchanging view of the records, for code that runs in a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from server.store.failures import coded

T = TypeVar("T")


class Reader(Protocol):
    """Runs pieces of work, one after the other, which all see the records as of one moment."""

    def run(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns."""


class _Plain:
    """On a connection that blocks."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def run(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns."""
        return work(self._connection)


@contextmanager
def plain_reader(engine: Engine) -> Iterator[Reader]:
    """A reader by a driver that blocks; the engine goes with it."""
    try:
        with engine.begin() as connection:
            yield _Plain(connection)
    finally:
        engine.dispose()


class _Driven:
    """On a connection that an event loop of this thread's own drives."""

    def __init__(self, runner: asyncio.Runner, engine: AsyncEngine) -> None:
        self._runner = runner
        self._connection = runner.run(engine.connect().start())

    def run(self, work: Callable[[Connection], T]) -> T:
        """What `work` returns."""
        return self._runner.run(self._connection.run_sync(work))

    def close(self) -> None:
        """Let the connection go."""
        self._runner.run(self._connection.close())


@contextmanager
def driven_reader(engine: AsyncEngine) -> Iterator[Reader]:
    """A reader by a driver that needs an event loop; the engine goes with it."""
    with asyncio.Runner() as runner:
        try:
            reader = _Driven(runner, engine)
            try:
                yield reader
            finally:
                reader.close()
        except (DBAPIError, OSError) as error:
            raise coded(error) from error
        finally:
            runner.run(engine.dispose())
