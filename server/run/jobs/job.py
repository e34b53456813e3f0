"""One job while the server runs: what is kept of it, and who waits for news."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from scenes.findings import Finding
from server.run.jobs.steps import JUDGED_BY, OF_KIND, Steps
from server.run.jobs.wish import Wish
from server.store.doing import Doing, doing
from server.store.jobs import JobState, StoredJob

__all__ = ["Job", "act_of"]

CALM_SECONDS = 0.25
"""Progress is news at most so often; a step or an end always is."""


class Job:
    """A job under way."""

    def __init__(self, kept: StoredJob) -> None:
        self.kept = kept
        self.wish = Wish.of(kept.asked)
        self.steps = Steps(kept.steps)
        self.task: asyncio.Task[None] | None = None
        self.is_finishing = False
        """True from the moment on that what it made is being kept: it can no longer be stopped."""
        self._accepted = False
        self._news = asyncio.Event()
        self._told = 0.0

    @classmethod
    def new(cls, id: str, wish: Wish, source: dict[str, Any], now: float) -> Job:
        """A job that waits for its turn."""
        steps = Steps.begin(OF_KIND[wish.kind])
        return cls(StoredJob(id, wish.kind, "waiting", wish.kept(), source, steps.rows, now))

    @property
    def id(self) -> str:
        """Its name in addresses."""
        return self.kept.id

    @property
    def is_judged(self) -> bool:
        """Whether the files have passed the gate and the checks, or the job is over."""
        return self.kept.is_over or self._accepted

    def reach(self, step: str, share: float, now: float) -> None:
        """So much of a step is done."""
        was = [row["state"] for row in self.steps.rows]
        if self.steps.reach(step, share, now):
            moved = was != [row["state"] for row in self.steps.rows]
            if moved or now - self._told >= CALM_SECONDS:
                self.tell(now)

    def judged(self, findings: tuple[Finding, ...], *, accepted: bool, now: float) -> None:
        """The verdict is known."""
        self.kept.findings = [finding._asdict() for finding in findings]
        if accepted:
            self._accepted = True
            self.steps.finish(JUDGED_BY[self.wish.kind], now)
            self.tell(now)

    def ending(self, state: JobState, code: str | None, now: float) -> StoredJob:
        """How it stands when it is over; nobody sees that before ``end``."""
        steps = Steps([dict(row) for row in self.steps.rows], self.steps.since)
        if state != "done":
            steps.stop(now)
        return replace(self.kept, state=state, code=code, ended=now, steps=steps.rows)

    def end(self, ending: StoredJob) -> None:
        """It is over, and that is kept; whoever waits is told by ``tell``."""
        self.kept, self.steps = ending, Steps(ending.steps)

    def tell(self, now: float) -> None:
        """There is news."""
        self._told = now
        self._news.set()
        self._news = asyncio.Event()

    async def news(self, seconds: float) -> None:
        """Wait for news, or so long."""
        if not self.kept.is_over:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._news.wait()


@contextlib.contextmanager
def act_of(job: Job, action: str, target: str = "") -> Iterator[None]:
    """What is done inside stands in the audit trail as a job's doing, for whoever asked for it."""
    act = Doing(job.wish.author, "", action, target or f"job/{job.id}", job.id, how="job")
    with doing(act):
        yield
