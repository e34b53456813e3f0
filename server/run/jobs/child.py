"""A job's work in a child process: begun, listened to, and its verdict taken in."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from server.run.clock import Clock
from server.run.jobs.errors import JobError
from server.run.jobs.job import Job
from server.run.worker import Job as Errand
from server.run.worker import Outcome, Workers
from server.run.worker.job import Told
from server.store.files import private_folder

__all__ = ["RefusedError", "work"]


class Shop(Protocol):
    """Who has the children do things."""

    clock: Clock
    workers: Workers


class RefusedError(Exception):
    """The files did not pass; the job knows the findings."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


async def work(shop: Shop, job: Job, errand: Errand, folder: Path) -> None:
    """Have a child do an errand in an empty folder, telling the job's steps on the way.

    Before it waits for its turn to be built, a file is judged by itself: who sent it soon knows.
    Raises RefusedError with the kind of refusal; JobError with a worker's code.
    """
    await asyncio.to_thread(_empty, folder)
    look = replace(errand, task=f"{job.kept.kind}.judge", out=None)
    for asked, short in ((look, True), (errand, False)):
        outcome = await shop.workers.run(asked, lambda told: _hear(shop, job, told), short=short)
        _check(outcome)
        if outcome.verdict == "refuse":
            raise RefusedError(outcome.refusal or f"{job.kept.kind}_refused")


def _hear(shop: Shop, job: Job, told: Told) -> None:
    now = shop.clock.now()
    match told.kind:
        case "started":
            job.kept.state = "running"
            job.reach("gate", 0.0, now)
        case "step":
            job.reach(told.step, told.share, now)
        case "verdict":
            job.judged(told.findings, accepted=told.verdict == "accept", now=now)


def _check(outcome: Outcome) -> None:
    if outcome.state == "failed":
        raise JobError(outcome.code or "worker_crashed")
    if outcome.verdict is None:
        raise JobError("worker_crashed")


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    private_folder(folder)
