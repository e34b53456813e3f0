"""The way of an image, a film or a document: judged and pictured in a child, then kept."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from server.access.reach import owner_for
from server.run.budgets import limits_of, media_options
from server.run.exhibits import Original
from server.run.jobs import exhibit
from server.run.jobs.child import work
from server.run.jobs.job import Job, act_of
from server.run.jobs.poster import FilmPhotographer, picture_film
from server.run.media import Media
from server.run.uploads.upload import Upload
from server.run.worker import Input
from server.run.worker import Job as Errand

__all__ = ["House", "run"]

OTHER_FILES = 4
"""What a child writes besides pages."""


class House(exhibit.House, Protocol):
    """The park, as far as jobs know it."""

    media: Media
    film_photographer: FilmPhotographer | None


async def run(house: House, job: Job, uploads: Sequence[Upload], folder: Path) -> None:
    """Do all of it. ``folder`` is for what is made; it need not be there, and is gone afterwards.

    Raises RefusedError, JobError with a worker's code, and what keeping raises.
    """
    try:
        if "media" not in job.kept.results:
            await _build(house, job, uploads[0], folder)
            job.reach("poster", 0.5, house.clock.now())
            if house.film_photographer is not None:
                await picture_film(house.film_photographer, uploads[0].path, folder)
            job.is_finishing = True
            await asyncio.shield(_keep(house, job, uploads[0], folder))
        job.steps.finish("publish", house.clock.now())
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, True)


async def _build(house: House, job: Job, upload: Upload, folder: Path) -> None:
    options, pages = media_options(house.settings)
    limits = replace(limits_of(house.settings), outputs=pages + OTHER_FILES)
    inputs = (Input(upload.kept.name, upload.path),)
    await work(house, job, Errand("media.build", inputs, folder, options, limits), folder)


async def _keep(house: House, job: Job, upload: Upload, folder: Path) -> None:
    job.reach("publish", 0.0, house.clock.now())
    with act_of(job, "media.edit"):
        media = await house.media.keep(
            Original(upload.kept.name, upload.path),
            folder,
            title=job.wish.title,
            author=job.wish.author,
            owner=owner_for(house.author(job.wish.author)),
            job=job.id,
        )
    job.kept.results["media"] = media.id
    job.kept.source = media.source
    await house.archive.jobs.save(job.kept)
