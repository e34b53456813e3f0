"""Where the records of a park lie: in a file of its folder, or on a PostgreSQL server."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, Protocol

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from server.store.embedded import Embedded
from server.store.postgres import Postgres
from server.store.reader import Reader

Mode = Literal["write", "read"]


class Place(Protocol):
    """What the archive asks of the place of its records; ``folder`` is the park's."""

    folder: Path

    async def prepare(self, writing: AsyncEngine) -> None:
        """Make sure that it may be opened, or make it; what is there is not written to.

        Raises StoreError: `archive_locked`, `archive_foreign`, `archive_corrupt`,
        `archive_newer`, `archive_elsewhere`, `archive_unfit`, `archive_failed`.
        """

    def engine(self, mode: Mode) -> AsyncEngine:
        """One connection that writes, or a few that may only read."""

    def claim(self, connection: Connection) -> None:
        """Note, with the first tables, whose it is."""

    def reader(self) -> AbstractContextManager[Reader]:
        """For a thread of its own."""

    async def size(self, reading: AsyncEngine) -> int:
        """Bytes that the records take."""


def place_of(folder: Path, database: str = "") -> Place:
    """The place that a setting names: a server's address, or nothing for the folder's file."""
    return Postgres(folder, database) if database else Embedded(folder)


def is_there(folder: Path, database: str) -> bool:
    """Whether a park's records may be expected, without asking a server."""
    return bool(database) or Embedded(folder).path.is_file()
