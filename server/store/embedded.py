"""The records in a file of the park's folder: SQLite, the default."""

from __future__ import annotations

import asyncio
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Literal

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from server.store import migrate
from server.store.database import create_database, inspect, open_engine, open_reader, recognise
from server.store.postgres_mark import refuse_marked
from server.store.reader import Reader, plain_reader

DATABASE: Final = "park.db"


class Embedded:
    """A file that is made with the folder; no other program is needed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder.absolute() / DATABASE

    async def prepare(self, writing: AsyncEngine) -> None:
        """Make the file, or make sure that it may be opened, without writing to one there."""
        await asyncio.to_thread(self._prepare)

    def _prepare(self) -> None:
        refuse_marked(self.folder)
        if self.path.exists():
            recognise(self.path)
            migrate.refuse_newer(inspect(self.path))
        else:
            create_database(self.path)

    def engine(self, mode: Literal["write", "read"]) -> AsyncEngine:
        """An engine on the file."""
        return open_engine(self.path, mode)

    def claim(self, connection: Connection) -> None:
        """The file's header says whose it is."""

    def reader(self) -> AbstractContextManager[Reader]:
        """One that blocks its thread."""
        return plain_reader(open_reader(self.path))

    async def size(self, reading: AsyncEngine) -> int:
        """The file and its log."""
        return await asyncio.to_thread(self._size)

    def _size(self) -> int:
        files = self.folder.glob(f"{DATABASE}*")
        return sum(path.stat().st_size for path in files if path.is_file())
