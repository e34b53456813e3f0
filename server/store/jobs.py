"""Jobs, as the archive knows them: what was asked, how far it came, and what came of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, fields
from functools import partial
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select, update

from server.store.exhibit_book import Run
from server.store.schema import jobs
from server.store.uploads import claim, forget

__all__ = ["JobBook", "JobState", "StoredJob"]

JobState = Literal["waiting", "running", "done", "refused", "failed", "cancelled"]


@dataclass(slots=True)
class StoredJob:
    """One job. ``asked`` is the request as JSON, ``source`` ``{name, bytes, sha256}``.

    ``steps`` are ``{name, state, progress, seconds}``; ``results`` what it made, by kind. Times are
    Unix times in seconds.
    """

    id: str
    kind: str
    state: JobState
    asked: dict[str, Any]
    source: dict[str, Any]
    steps: list[dict[str, Any]]
    at: float
    code: str | None = None
    findings: list[dict[str, Any]] = field(default_factory=list)
    results: dict[str, Any] = field(default_factory=dict)
    ended: float | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state not in ("waiting", "running")


COLUMNS = [jobs.c[each.name] for each in fields(StoredJob)]


class JobBook:
    """Jobs, asked and changed from the event loop; what is changed is durable on return."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def add(self, job: StoredJob, uploads: Iterable[str]) -> None:
        """Note a new job and the uploads that it works on."""
        await self._write(partial(add, row=row(job), uploads=list(uploads)))

    async def save(self, job: StoredJob, done_with: Iterable[str] = ()) -> None:
        """Note how a job stands; uploads that it is done with are forgotten in the same moment."""
        await self._write(partial(save, row=row(job), done_with=list(done_with)))

    async def get(self, id: str) -> StoredJob | None:
        """One job."""
        return await self._read(partial(one, id=id))

    async def newest(self, limit: int, owners: Collection[str] | None = None) -> list[StoredJob]:
        """Jobs, newest first; only those of some owners."""
        return await self._read(partial(newest, limit=limit, owners=owners))

    async def unfinished(self) -> list[StoredJob]:
        """Jobs that were under way when the server stopped, oldest first."""
        return await self._read(unfinished)

    async def trim(self, keep: int) -> None:
        """Forget all but the newest jobs; one that is under way stays."""
        await self._write(partial(trim, keep=keep))


def row(job: StoredJob) -> dict[str, Any]:
    """A job's columns as they are now, whatever becomes of the job meanwhile."""
    values = {each.name: getattr(job, each.name) for each in fields(StoredJob)}
    values["steps"] = [dict(step) for step in job.steps]
    values["results"] = dict(job.results)
    values["owner"] = str(job.asked.get("author", ""))
    return values


def add(connection: Connection, row: dict[str, Any], uploads: list[str]) -> None:
    """Note a new job and what it works on."""
    connection.execute(insert(jobs).values(row))
    claim(connection, uploads, row["id"])


def save(connection: Connection, row: dict[str, Any], done_with: list[str]) -> None:
    """Note how a job stands."""
    connection.execute(update(jobs).where(jobs.c.id == row["id"]).values(row))
    forget(connection, done_with)


def one(connection: Connection, id: str) -> StoredJob | None:
    """One job."""
    found = connection.execute(select(*COLUMNS).where(jobs.c.id == id)).one_or_none()
    return None if found is None else StoredJob(**found._mapping)


def newest(
    connection: Connection, limit: int, owners: Collection[str] | None = None
) -> list[StoredJob]:
    """Jobs, newest first; only those of some owners."""
    wanted = select(*COLUMNS).order_by(jobs.c.serial.desc()).limit(limit)
    if owners is not None:
        wanted = wanted.where(jobs.c.owner.in_(sorted(owners)))
    return [StoredJob(**found._mapping) for found in connection.execute(wanted)]


def unfinished(connection: Connection) -> list[StoredJob]:
    """Jobs that are not over, oldest first."""
    wanted = select(*COLUMNS).where(jobs.c.ended.is_(None)).order_by(jobs.c.serial)
    return [StoredJob(**found._mapping) for found in connection.execute(wanted)]


def trim(connection: Connection, keep: int) -> None:
    """Forget all but the newest."""
    last = select(jobs.c.serial).order_by(jobs.c.serial.desc()).limit(1).offset(keep)
    oldest = connection.execute(last).scalar()
    if oldest is not None:
        over = jobs.c.ended.is_not(None)
        connection.execute(delete(jobs).where(jobs.c.serial <= oldest, over))
