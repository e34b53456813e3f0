"""Pictures for exhibits that came without one, such as those of the demo: drawn when looked for.

A picture is drawn in a child process, one after the other, once somebody has asked for exhibits
that lack theirs; until then nobody spends the time.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Protocol

from server.log import logger
from server.run.budgets import limits_of
from server.run.exhibits import Exhibits
from server.run.exhibits.assets import keep_file
from server.run.exhibits.house import House as ExhibitsHouse
from server.run.jobs.poster import FILE
from server.run.worker import Input, Job, Workers
from server.settings import Settings
from server.store.errors import StoreError
from server.store.exhibit_records import ExhibitFile, StoredRevision
from server.store.files import private_folder

__all__ = ["Portraits"]

log = logger("jobs")
WEBP: Final = "image/webp"
MOST_WAITING: Final = 200


class House(ExhibitsHouse, Protocol):
    """The park, as far as portraits know it."""

    settings: Settings
    exhibits: Exhibits
    workers: Workers


class Portraits:
    """Draws what is missing; one event loop."""

    def __init__(self, house: House, folder: Path) -> None:
        self._house = house
        self._folder = folder
        self._waiting: dict[tuple[str, int], StoredRevision] = {}
        self._tried: set[tuple[str, int]] = set()
        self._task: asyncio.Task[None] | None = None

    def want(self, revisions: Iterable[StoredRevision]) -> None:
        """Have those drawn that have no picture; each is tried once while the server runs."""
        for revision in revisions:
            key = revision.exhibit, revision.number
            lacks = not revision.shas("poster") and key not in self._tried
            if lacks and len(self._waiting) < MOST_WAITING:
                self._tried.add(key)
                self._waiting[key] = revision
        if self._waiting and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._draw_all(), name="portraits")

    async def settled(self) -> None:
        """Return when nothing is waiting to be drawn."""
        if self._task is not None:
            await asyncio.shield(self._task)

    async def stop(self) -> None:
        """Leave the rest for another time."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _draw_all(self) -> None:
        while self._waiting:
            key = next(iter(self._waiting))
            revision = self._waiting.pop(key)
            try:
                await self._draw(revision)
            except (StoreError, OSError) as error:
                log.warning("no_portrait", exhibit=revision.exhibit, error=type(error).__name__)
            finally:
                await asyncio.to_thread(shutil.rmtree, self._folder, True)

    async def _draw(self, revision: StoredRevision) -> None:
        house = self._house
        await asyncio.to_thread(private_folder, self._folder)
        finest = house.blobs.path(revision.model["levels"][0]["asset"])
        errand = Job(
            "exhibit.portrait",
            (Input("L0.glb", finest),),
            self._folder,
            limits=limits_of(house.settings),
        )
        outcome = await house.workers.run(errand)
        if outcome.state != "done" or FILE not in outcome.outputs:
            log.info("no_portrait", exhibit=revision.exhibit, code=outcome.code)
            return
        with house.blobs.holding() as hold:
            sha, size = await keep_file(house, outcome.outputs[FILE], WEBP, pack=False, hold=hold)
            poster = ExhibitFile("poster", 0, FILE, sha, size)
            await house.archive.exhibits.add_file(revision.exhibit, revision.number, poster)
        house.exhibits.shelf.forget()
