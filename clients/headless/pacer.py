"""Sends a visitor's pose: at the hall's rate while it changes, rarely while it does not."""

from __future__ import annotations

import asyncio
from typing import Final

from clients.headless.errors import ConnectionLost, LingjingError
from clients.headless.gait import Gait
from clients.headless.geometry import Vec3
from clients.headless.pose import encode_pose
from clients.headless.session import Session
from clients.headless.world import World

STILL: Final = 2.0
"""Seconds between poses of one who stands still."""
LONGEST_STEP: Final = 0.25
"""Seconds that one step may cover: who was away for longer does not leap."""


class Pacer:
    """Moves a gait by the clock and shows it."""

    def __init__(self, session: Session, world: World, gait: Gait) -> None:
        self._session = session
        self._world = world
        self._gait = gait
        self._stirred = asyncio.Event()
        self._arrival: asyncio.Future[bool] | None = None
        self._goal: Vec3 | None = None
        self._shown = b""
        self._shown_at = 0.0

    def stir(self) -> None:
        """Something about the gait has changed: show it at the next tick."""
        self._stirred.set()

    def interrupt(self) -> None:
        """Whoever waits to arrive does not."""
        self._arrive(False)
        self._gait.way = []

    async def walk(self, way: list[Vec3], speed: float) -> bool:
        """Walk and return True on arrival, False when something else came between.

        Raises how the session ended, when it ends meanwhile.
        """
        self.interrupt()
        arrival: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._arrival = arrival
        self._goal = way[-1] if way else self._gait.feet
        self._gait.walk(way, speed)
        self.stir()
        return await arrival

    async def run(self) -> None:
        """Move and show, until cancelled or until the session ends."""
        try:
            await self._pace()
        except LingjingError as end:
            self._arrive(end)

    async def _pace(self) -> None:
        clock = asyncio.get_running_loop().time
        last = clock()
        while True:
            now = clock()
            self._step(min(now - last, LONGEST_STEP))
            last = now
            try:
                await self._show(now)
            except ConnectionLost:
                self._shown = b""
            await self._session.back()
            await self._rest(now)

    def _step(self, seconds: float) -> None:
        self._gait.step(seconds)
        if not self._gait.way:
            self._arrive(self._gait.feet == self._goal)

    def _arrive(self, how: bool | LingjingError) -> None:
        arrival, self._arrival = self._arrival, None
        if arrival is None or arrival.done():
            return
        if isinstance(how, LingjingError):
            arrival.set_exception(how)
        else:
            arrival.set_result(how)

    async def _show(self, now: float) -> None:
        if not self._world.hall:
            return
        body = encode_pose(self._gait.pose())
        if body != self._shown or now - self._shown_at >= STILL * 0.9:
            self._shown, self._shown_at = body, now
            await (await self._session.back()).send_pose(body)

    async def _rest(self, began: float) -> None:
        """Wait for the next tick, or longer when nothing moves."""
        if not self._gait.moving:
            try:
                async with asyncio.timeout(STILL):
                    await self._stirred.wait()
            except TimeoutError:
                return
        self._stirred.clear()
        clock = asyncio.get_running_loop().time
        await asyncio.sleep(max(0.0, began + 1 / max(1, self._world.tick) - clock()))
