"""The way of an exhibit: judged and built in a child, pictured, kept, published, put in a hall."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from server.access.actor import Actor, Thing
from server.access.reach import owner_for
from server.halls.hall import Hall
from server.run.budgets import limits_of, options_of, policy_of
from server.run.clock import Clock
from server.run.exhibits import Exhibits, Original, Outputs, Target
from server.run.exhibits.house import tenant_acting
from server.run.jobs.child import work
from server.run.jobs.errors import JobError
from server.run.jobs.job import Job, act_of
from server.run.jobs.poster import Photographer, take_picture
from server.run.jobs.wish import may_show
from server.run.uploads.upload import Upload
from server.run.worker import Input, Workers
from server.run.worker import Job as Errand
from server.settings import Settings
from server.store.archive import Archive

__all__ = ["House", "run"]

SMALL = (640, 480)
"""Pixels of the picture that is drawn in case a photograph fails: drawing takes its time."""


class House(Protocol):
    """The park, as far as jobs know it."""

    settings: Settings
    archive: Archive
    clock: Clock
    exhibits: Exhibits
    workers: Workers
    photographer: Photographer | None
    wake_photographer: Callable[[], None]

    def hall(self, hall_id: str) -> Hall:
        """The hall; raises HallError ``hall_unknown``."""

    def author(self, id: str) -> Actor:
        """Somebody with the rights that they have now."""


async def run(house: House, job: Job, uploads: Sequence[Upload], folder: Path) -> None:
    """Do all of it. ``folder`` is for what is made; it need not be there, and is gone afterwards.

    Raises RefusedError, JobError with a worker's code, and what keeping and publishing raise.
    """
    try:
        if "revision" not in job.kept.results:
            await _build(house, job, uploads, folder)
            await _picture(house, job, folder)
            job.is_finishing = True
            await asyncio.shield(_keep(house, job, uploads, folder))
        job.is_finishing = True
        await asyncio.shield(_show(house, job))
        job.steps.finish("publish", house.clock.now())
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, True)


async def _build(house: House, job: Job, uploads: Sequence[Upload], folder: Path) -> None:
    inputs = tuple(Input(upload.kept.name, upload.path) for upload in uploads)
    options = options_of(policy_of(house.settings))
    if house.photographer is not None:
        options["picture"] = SMALL
    errand = Errand("exhibit.build", inputs, folder, options, limits_of(house.settings))
    waking = asyncio.create_task(_wake_photographer(house, job))
    try:
        await work(house, job, errand, folder)
    finally:
        waking.cancel()
        await asyncio.gather(waking, return_exceptions=True)


async def _wake_photographer(house: House, job: Job) -> None:
    """A browser takes a while to start, and nobody starts one for a file that is refused."""
    while not job.is_judged:
        await job.news(60.0)
    if not job.kept.is_over:
        house.wake_photographer()


async def _picture(house: House, job: Job, folder: Path) -> None:
    """A photograph where there is a browser; else what the child has drawn stays."""
    job.reach("poster", 0.5, house.clock.now())
    if house.photographer is not None:
        await take_picture(house.photographer, folder)


async def _keep(house: House, job: Job, uploads: Sequence[Upload], folder: Path) -> None:
    job.reach("publish", 0.0, house.clock.now())
    wish = job.wish
    originals = tuple(Original(upload.kept.name, upload.path) for upload in uploads)
    with act_of(job, "exhibit.edit"):
        revision = await house.exhibits.keep_revision(
            Outputs(originals, folder),
            Target(wish.exhibit, wish.title, owner_for(house.author(wish.author))),
            note=wish.note,
            author=wish.author,
            job=job.id,
        )
    before = [p.node for p in house.exhibits.placements(revision.exhibit) if p.hall == wish.hall]
    job.kept.results |= {
        "exhibit": revision.exhibit,
        "revision": revision.number,
        "stood": before,
    }
    job.kept.source = revision.source
    await house.archive.jobs.save(job.kept)


async def _show(house: House, job: Job) -> None:
    """Publish it and put it in its hall, unless an earlier try has come that far.

    Whether its author may is asked again: rights may have changed since the files came. Without
    them it stays a draft, and JobError ``forbidden`` is raised.
    """
    wish, results = job.wish, job.kept.results
    exhibit = results["exhibit"]
    held = await house.archive.owners.holding("exhibit", exhibit)
    thing = Thing(held.owner if held else "", wish.hall or "")
    author = house.author(wish.author)
    if not may_show(author, wish, thing):
        raise JobError("forbidden")
    tenant = tenant_acting(author, "exhibit.publish", wish.hall or "")
    if wish.is_published:
        with act_of(job, "exhibit.publish", f"exhibit/{exhibit}"):
            await house.exhibits.publish(
                exhibit,
                results["revision"],
                author=wish.author,
                tenant=tenant,
            )
    if wish.hall is not None:
        with act_of(job, "exhibit.place", f"exhibit/{exhibit}"):
            results["placed"] = await _place(house, job, wish.hall, tenant)


async def _place(house: House, job: Job, hall_id: str, tenant: Actor | None) -> dict[str, Any]:
    exhibit, stood = job.kept.results["exhibit"], job.kept.results["stood"]
    hall = house.hall(hall_id)
    for place in house.exhibits.placements(exhibit):
        if place.hall == hall_id and place.node not in stood:
            plinth, revision = place.plinth, hall.revision
            return {"node": place.node, "hall": hall_id, "plinth": plinth, "revision": revision}
    placed = await house.exhibits.place(
        exhibit, hall, job.wish.at or "free", author=job.wish.author, tenant=tenant
    )
    return placed._asdict()
