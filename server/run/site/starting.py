"""What a park begins with: the demo park, or one empty hall."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from server.halls.errors import HallError
from server.log import logger
from server.run.exhibits import adopt, keep_asset
from server.run.guides.demo import teach_demo
from server.run.site.errors import SiteError
from server.store.archive import Archive
from server.store.errors import StoreError

__all__ = ["Progress", "Starting", "build", "wants_demo"]

log = logger("site")
DEMO, BEGUN = "demo", "begun"
"""The archive remembers that a demo is being made, so that a cut-off one is made anew."""
FIRST_HALL: Final = "main"
Scene = Literal["demo", "empty"]
Tell = Callable[[str, int, int], None]
"""Told of a step (``building``, ``storing``, ``opening``), how much of it is done, of how much."""


async def wants_demo(archive: Archive) -> bool:
    """True when the archive is empty, or holds a demo park whose making was cut off."""
    return not await archive.halls() or await archive.meta(DEMO) == BEGUN


async def build(park: Any, tell: Tell = lambda step, done, of: None) -> None:
    """Build the demo park into an empty archive; its halls are open in the park afterwards."""
    from scenes.demo import build_demo  # the builder is large, and most starts do not need it

    tell("building", 0, 1)
    demo = await asyncio.to_thread(build_demo)
    await park.archive.set_meta(DEMO, BEGUN)
    for remains in await park.archive.halls():
        await park.archive.delete_hall(remains)
        park.halls.pop(remains, None)
    # The smallest first: they are compressed in this order, and first views are made of them.
    assets = sorted(demo.assets.values(), key=len)
    for number, data in enumerate(assets):
        tell("storing", number, len(assets))
        await keep_asset(park, data)
    if not park.site.is_named:
        await park.archive.set_meta("park_name", dict(demo.name))
        await park.site.reread_name()
    for number, document in enumerate(demo.halls.values()):
        tell("opening", number, len(demo.halls))
        hall = {**document["hall"], "capacity": park.settings.capacity}
        await park.add_hall(await adopt(park, {**document, "hall": hall}, "demo"))
    await teach_demo(park)
    await park.archive.set_meta(DEMO, "made")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the starting scene is: ``idle``, ``building``, ``storing``, ``opening``, ``done``,
    ``failed``; ``done`` of ``of`` of this step.
    """

    step: str = "idle"
    done: int = 0
    of: int = 0


class Starting:
    """Makes the first scene of a running park, once."""

    def __init__(self, park: Any) -> None:
        self._park = park
        self._task: asyncio.Task[None] | None = None
        self.progress = Progress()

    async def begin(self, scene: Scene) -> Progress:
        """Begin; raises SiteError ``park_begun`` when the park has a hall already."""
        going = self._task is not None and not self._task.done()
        if going or not await wants_demo(self._park.archive):
            raise SiteError("park_begun")
        self.progress = Progress("building", 0, 1)
        work = self._demo() if scene == "demo" else self._empty()
        self._task = asyncio.create_task(self._run(work), name="starting-scene")
        if scene == "empty":
            await self._task
        return self.progress

    async def stop(self) -> None:
        """Give up; a demo that is half made is made anew when it is asked for again."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self, work: Any) -> None:
        try:
            await work
            self.progress = Progress("done", 1, 1)
        except (StoreError, HallError) as error:
            log.error("starting_scene_failed", code=error.code)
            self.progress = Progress("failed")
        except Exception:
            log.exception("starting_scene_failed")
            self.progress = Progress("failed")

    async def _demo(self) -> None:
        await build(self._park, self._tell)
        self._park.exhibits.shelf.forget()

    async def _empty(self) -> None:
        await self._park.create_hall(FIRST_HALL, {"name": {"zh": "主展厅", "en": "Main hall"}})

    def _tell(self, step: str, done: int, of: int) -> None:
        self.progress = Progress(step, done, of)
