"""Group commit: whoever writes at the same moment shares one transaction and one fsync."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from server.store.audit import Head
from server.store.audit_trail import Trail
from server.store.commit import commit
from server.store.doing import DOING, Doing, doing
from server.store.errors import AwayError, StoreError
from server.store.failures import coded, is_lost

T = TypeVar("T")
Work = Callable[[Connection], T]
"""A piece of writing. It only touches the database, so that it can be repeated after a rollback."""

BATCH = 256


class Chain:
    """Writes that only make sense one after the other: when one fails, so do all that follow.

    Whoever handles the failure begins a new chain for what comes after it.
    """

    __slots__ = ("broken",)

    def __init__(self) -> None:
        self.broken = False


class _Job(Generic[T]):
    __slots__ = ("act", "acts", "chain", "done", "work")

    def __init__(self, work: Work[T], chain: Chain, acts: Sequence[Doing] | None) -> None:
        self.work = work
        self.chain = chain
        self.act = DOING.get()
        """What the caller is doing: the audit trail has it with what is written first."""
        self.acts = acts if acts is not None else _alone(self.act)
        self.done: asyncio.Future[T] = asyncio.get_running_loop().create_future()


class Writer:
    """The one task that writes. Jobs are committed in the order they came.

    With a trail, each commit holds the acts that its jobs were done for.
    """

    def __init__(self, engine: AsyncEngine, trail: Trail | None = None) -> None:
        self._engine = engine
        self._trail = trail
        self._jobs: asyncio.Queue[_Job[Any] | None] = asyncio.Queue()
        self._task = asyncio.create_task(self._run(), name="archive-writer")
        self._closed = False
        self.commits = 0

    async def run(
        self, work: Work[T], chain: Chain | None = None, acts: Sequence[Doing] | None = None
    ) -> T:
        """Return what `work` returns once it is durable, or raise what it, and it alone, raised.

        A caller cancelled before its work began is skipped; later, the work may still commit.
        Work whose `chain` is broken is not tried: it raises `archive_failed`. `acts` stand in the
        audit trail instead of the one under way.
        """
        if self._closed:
            raise StoreError("archive_closed", "the archive is closed")
        job = _Job(work, chain or Chain(), acts)
        self._jobs.put_nowait(job)
        return await job.done

    async def close(self) -> None:
        """Commit what is waiting, then stop; a second call does nothing."""
        if not self._closed:
            self._closed = True
            self._jobs.put_nowait(None)
        await self._task

    async def _run(self) -> None:
        going = True
        while going:
            jobs = [await self._jobs.get()]
            while len(jobs) < BATCH and not self._jobs.empty():
                jobs.append(self._jobs.get_nowait())
            going = jobs[-1] is not None
            await self._settle([job for job in jobs if job and _wanted(job)])

    async def _settle(self, jobs: Sequence[_Job[Any]]) -> None:
        if not jobs:
            return
        try:
            results = await self._commit(jobs)
        except Exception as error:  # noqa: BLE001 - it belongs to the caller
            await self._settle_failed(jobs, error)
        else:
            for job, result in zip(jobs, results, strict=True):
                _answer(job, result)

    async def _settle_failed(self, jobs: Sequence[_Job[Any]], error: Exception) -> None:
        """Nothing of the batch was committed: give each job a transaction of its own.

        But not where there is no database to try it with: each would wait for that in its turn.
        """
        if len(jobs) == 1 or is_lost(error) or isinstance(error, AwayError):
            for job in jobs:
                _refuse(job, error)
            return
        for job in jobs:
            if _wanted(job):
                await self._settle([job])

    async def _commit(self, jobs: Sequence[_Job[Any]]) -> list[Any]:
        acts = _told_of(jobs) if self._trail is not None else []

        async def work(connection: AsyncConnection) -> tuple[list[Any], Head | None]:
            results = [await connection.run_sync(_perform, job) for job in jobs]
            head = await connection.run_sync(self._trail.keep, acts) if self._trail else None
            return results, head

        results, head = await commit(self._engine, work)
        self.commits += 1
        if self._trail is not None:
            self._trail.kept(acts, head)
        return results


def _alone(act: Doing | None) -> list[Doing]:
    return [] if act is None or act.deferred else [act]


def _perform(connection: Connection, job: _Job[T]) -> T:
    with doing(job.act):
        return job.work(connection)


def _told_of(jobs: Sequence[_Job[Any]]) -> list[Doing]:
    """The acts of a batch, each once, but those that an earlier commit holds."""
    acts = {id(act): act for job in jobs for act in job.acts if not act.written}
    return list(acts.values())


def _answer(job: _Job[Any], result: object) -> None:
    if not job.done.done():
        job.done.set_result(result)


def _wanted(job: _Job[Any]) -> bool:
    if job.done.cancelled():
        job.chain.broken = True  # it is skipped, so what follows it would stand on nothing
    elif job.chain.broken:
        _refuse(job, StoreError("archive_failed", "an earlier write of the same chain failed"))
    return not job.done.done()


def _refuse(job: _Job[Any], error: Exception) -> None:
    job.chain.broken = True
    if not job.done.done():
        job.done.set_exception(coded(error))
