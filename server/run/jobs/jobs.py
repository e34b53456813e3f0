"""Every job: begun, followed, stopped, and taken up again after a restart."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Collection, Sequence
from pathlib import Path
from typing import Final

from scenes.findings import SceneError
from server.halls.errors import HallError
from server.log import logger
from server.run.exhibits.placing import place
from server.run.jobs import exhibit, media
from server.run.jobs.child import RefusedError
from server.run.jobs.errors import JobError
from server.run.jobs.job import Job
from server.run.jobs.media import House
from server.run.jobs.wish import Wish
from server.run.secrets import short_id
from server.run.uploads.errors import UploadError
from server.run.uploads.quarantine import Uploads
from server.run.uploads.upload import Upload
from server.store.doing import DOING
from server.store.errors import StoreError
from server.store.jobs import JobState, StoredJob

__all__ = ["Jobs"]

log = logger("jobs")
KEPT: Final = 1000
"""Jobs that are remembered."""
MOST_RUNS: Final = 3
"""A job that the server did not survive so often is not tried again."""
CODED = (HallError, SceneError, StoreError, UploadError, JobError)


class Jobs:
    """The jobs of a park; one event loop."""

    def __init__(self, house: House, uploads: Uploads, folder: Path) -> None:
        self._house = house
        self._uploads = uploads
        self._folder = folder
        self._going: dict[str, Job] = {}
        self._stopping = False
        self.ended: Callable[[StoredJob], Awaitable[None]] | None = None
        """Called with each job that is over."""

    # --- life ---------------------------------------------------------------------------------

    async def start(self) -> None:
        """Take up what was under way; the uploads must have been found again."""
        self._stopping = False
        await asyncio.to_thread(shutil.rmtree, self._folder, True)
        for kept in await self._house.archive.jobs.unfinished():
            job = Job(kept)
            uploads = self._uploads.of_job(job.id)
            runs = int(kept.results.get("runs", 0))
            if runs >= MOST_RUNS or not (uploads or "revision" in kept.results):
                await self._end(job, "failed", "job_interrupted", uploads)
                continue
            job.steps.again()
            kept.state = "waiting"
            self._begin(job, uploads)

    async def stop(self) -> None:
        """Stop working; what is under way is taken up at the next start."""
        self._stopping = True
        tasks = [job.task for job in self._going.values() if job.task is not None]
        for job in list(self._going.values()):
            if job.task is not None and not job.is_finishing:
                job.task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # --- what people do with them -------------------------------------------------------------

    async def submit(self, wish: Wish, uploads: Sequence[Upload]) -> Job:
        """Begin a job on uploads that are whole.

        Raises JobError ``no_file``, ``too_many_files``; HallError ``hall_unknown``,
        ``no_such_plinth``, ``no_free_plinth``; StoreError ``exhibit_unknown``.
        """
        if not uploads:
            raise JobError("no_file")
        if wish.kind == "media" and len(uploads) > 1:
            raise JobError("too_many_files")
        await self._check(wish)
        now = self._house.clock.now()
        job = Job.new(short_id(), wish, source_of(uploads), now)
        self._uploads.claim(uploads, job.id)
        try:
            await self._house.archive.jobs.add(job.kept, [upload.id for upload in uploads])
        except BaseException:
            self._uploads.release(uploads)
            raise
        self._begin(job, uploads)
        await self._house.archive.jobs.trim(KEPT)
        return job

    async def get(self, id: str) -> StoredJob:
        """A job; raises JobError ``job_unknown``."""
        job = self._going.get(id)
        kept = job.kept if job is not None else await self._house.archive.jobs.get(id)
        if kept is None:
            raise JobError("job_unknown")
        return kept

    async def newest(self, limit: int, owners: Collection[str] | None = None) -> list[StoredJob]:
        """Jobs, newest first; only those of some owners."""
        found = await self._house.archive.jobs.newest(limit, owners)
        return [self._going[each.id].kept if each.id in self._going else each for each in found]

    async def wait(self, id: str, seconds: float) -> StoredJob:
        """A job when there is news of it, or after so long; raises JobError ``job_unknown``."""
        job = self._going.get(id)
        if job is not None:
            await job.news(seconds)
        return await self.get(id)

    async def judged(self, job: Job, seconds: float) -> StoredJob:
        """A job when it is known whether its files may come in, or after so long."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while not job.is_judged and (left := deadline - loop.time()) > 0:
            await job.news(left)
        return job.kept

    async def cancel(self, id: str) -> StoredJob:
        """Stop a job and throw away what it worked on; raises ``job_unknown``, ``job_over``."""
        job = self._going.get(id)
        if job is None or job.is_finishing or job.task is None:
            await self.get(id)
            raise JobError("job_over")
        job.task.cancel()
        await asyncio.gather(job.task, return_exceptions=True)
        if not job.kept.is_over:  # it had not even begun
            self._going.pop(id, None)
            await self._end(job, "cancelled", "job_cancelled", self._uploads.of_job(id))
        return job.kept

    # --- inside -------------------------------------------------------------------------------

    async def _check(self, wish: Wish) -> None:
        """Refuse early what could only fail late."""
        if wish.exhibit is not None:
            await self._house.archive.exhibits.get(wish.exhibit)
        if wish.hall is not None:
            place(self._house.hall(wish.hall).editing.layers.head.nodes, wish.at or "free")

    def _begin(self, job: Job, uploads: Sequence[Upload]) -> None:
        self._going[job.id] = job
        job.task = asyncio.create_task(self._run(job, uploads), name=f"job-{job.id}")

    async def _run(self, job: Job, uploads: Sequence[Upload]) -> None:
        DOING.set(None)  # what the job does is told of step by step, not as part of the request
        try:
            job.kept.results["runs"] = int(job.kept.results.get("runs", 0)) + 1
            await self._house.archive.jobs.save(job.kept)
            run = media.run if job.kept.kind == "media" else exhibit.run
            await run(self._house, job, uploads, self._folder / job.id)
            await self._end(job, "done", None, uploads)
        except RefusedError as refused:
            await self._end(job, "refused", refused.code, uploads)
        except CODED as error:
            await self._end(job, "failed", error.code, uploads)
        except asyncio.CancelledError:
            if not self._stopping:
                await asyncio.shield(self._end(job, "cancelled", "job_cancelled", uploads))
            raise
        except Exception:
            log.exception("job_failed", job=job.id)
            await self._end(job, "failed", "internal", uploads)
        finally:
            self._going.pop(job.id, None)

    async def _end(
        self, job: Job, state: JobState, code: str | None, uploads: Sequence[Upload]
    ) -> None:
        now = self._house.clock.now()
        ending = job.ending(state, code, now)
        log.info("job_ended", job=job.id, state=state, code=code, seconds=now - job.kept.at)
        try:
            await self._house.archive.jobs.save(ending, [upload.id for upload in uploads])
            await self._uploads.drop(uploads, noted=True)
            job.end(ending)
        except StoreError as error:  # the next start takes it up again
            log.error("job_not_noted", job=job.id, code=error.code)
        finally:
            job.tell(now)
        if self.ended is not None:
            await self.ended(ending)


def source_of(uploads: Sequence[Upload]) -> dict[str, object]:
    """What came, as the list of jobs shows it: of several files, the one that leads the others."""
    lead = next((u for u in uploads if u.kept.name.lower().endswith((".gltf", ".glb"))), uploads[0])
    size = sum(upload.kept.bytes for upload in uploads)
    return {"name": lead.kept.name, "bytes": size, "sha256": lead.kept.sha256}
