"""What commands use: many jobs one after the other, several at once, without an event loop."""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from server.run.worker.job import Job, Outcome
from server.run.worker.pool import Workers

__all__ = ["each"]

AHEAD = 2
"""Jobs that wait in line for each that runs, so that nobody is idle."""


def each(
    jobs: Iterable[Job], most: int | None = None, tasks: str | None = None
) -> Iterator[tuple[Job, Outcome]]:
    """Every job with its outcome, in the order given; ``most`` at once (None: one a processor)."""
    waiting = iter(jobs)
    count = most or os.cpu_count() or 1
    under_way: deque[tuple[Job, asyncio.Task[Outcome]]] = deque()
    with asyncio.Runner() as runner:
        workers = runner.run(_open(count, tasks))
        try:
            while True:
                for job in islice(waiting, count * AHEAD - len(under_way)):
                    under_way.append((job, runner.get_loop().create_task(workers.run(job))))
                if not under_way:
                    return
                job, task = under_way.popleft()
                yield job, runner.run(_result(task))
        finally:
            for _, task in under_way:
                task.cancel()
            runner.run(_close(workers, [task for _, task in under_way]))


async def _open(most: int, tasks: str | None) -> Workers:
    return Workers(most, tasks)


async def _result(task: asyncio.Task[Outcome]) -> Outcome:
    return await task


async def _close(workers: Workers, tasks: list[asyncio.Task[Outcome]]) -> None:
    await asyncio.gather(*tasks, return_exceptions=True)
    await workers.close()
