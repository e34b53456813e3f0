"""Files in quarantine, as the archive knows them: what was announced, and who works on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import partial

from sqlalchemy import Connection, delete, insert, select, update

from server.store.exhibit_book import Run
from server.store.schema import uploads

__all__ = ["StoredUpload", "UploadBook"]


@dataclass(frozen=True, slots=True)
class StoredUpload:
    """One upload. How much of it has come is not noted here: its file says that.

    ``told`` is what its sender said of it, word for word; ``bytes`` how long it will be. It is
    whole when ``sha256`` is there. ``job`` is the job that works on it.
    """

    id: str
    owner: str
    name: str
    media_type: str
    told: str
    bytes: int
    sha256: str | None
    job: str | None
    at: float


class UploadBook:
    """Uploads, asked and changed from the event loop; what is changed is durable on return."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def all(self) -> list[StoredUpload]:
        """Every upload, oldest first."""
        return await self._read(listed)

    async def add(self, upload: StoredUpload) -> None:
        """Note a new one."""
        await self._write(partial(add, upload=upload))

    async def finish(self, id: str, sha256: str, size: int) -> None:
        """Note that it is whole."""
        await self._write(partial(finish, id=id, sha256=sha256, size=size))

    async def forget(self, ids: Iterable[str]) -> None:
        """Take uploads away; unknown ones are no error."""
        await self._write(partial(forget, ids=list(ids)))


def listed(connection: Connection) -> list[StoredUpload]:
    """Every upload, oldest first."""
    wanted = select(uploads).order_by(uploads.c.at, uploads.c.id)
    return [StoredUpload(**row._mapping) for row in connection.execute(wanted)]


def add(connection: Connection, upload: StoredUpload) -> None:
    """Note a new upload."""
    connection.execute(insert(uploads).values(asdict(upload)))


def finish(connection: Connection, id: str, sha256: str, size: int) -> None:
    """Note an upload's hash and length."""
    whole = update(uploads).where(uploads.c.id == id).values(sha256=sha256, bytes=size)
    connection.execute(whole)


def claim(connection: Connection, ids: Iterable[str], job: str) -> None:
    """Note whose they are."""
    connection.execute(update(uploads).where(uploads.c.id.in_(list(ids))).values(job=job))


def forget(connection: Connection, ids: Iterable[str]) -> None:
    """Take uploads away."""
    connection.execute(delete(uploads).where(uploads.c.id.in_(list(ids))))
