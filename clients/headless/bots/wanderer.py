"""One wandering visitor: chooses, walks, looks, rests, and changes halls."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from clients.headless.bots.choose import Act, Go, Pass, Play, Rest, choose
from clients.headless.errors import ConnectionLost, Refused, TimedOut, Unreachable
from clients.headless.geometry import Vec3, added
from clients.headless.visitor import Visitor
from clients.headless.world import World

Chooser = Callable[[World, Vec3, Random], Act]
Pause = Callable[[float], Awaitable[None]]


@dataclass(slots=True)
class Deeds:
    """What wandering visitors did, together."""

    looked: int = 0
    played: int = 0
    sat: int = 0
    passed: int = 0
    refused: int = 0


class Wanderer:
    """Acts for one visitor until cancelled; ``chooser`` decides and ``pause`` lets time pass."""

    def __init__(
        self,
        visitor: Visitor,
        rng: Random,
        deeds: Deeds,
        *,
        chooser: Chooser = choose,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._visitor = visitor
        self._rng = rng
        self._deeds = deeds
        self._choose = chooser
        self._pause = pause
        self._speed = rng.uniform(1.1, 1.6)

    async def live(self) -> None:
        """Do one thing after another; raises ConnectionLost when the park is gone."""
        while True:
            act = self._choose(self._visitor.world, self._visitor.gait.feet, self._rng)
            try:
                await self._do(act)
            except (Refused, TimedOut, Unreachable, KeyError):
                # Somebody was quicker, there is no way, or the scene has changed meanwhile.
                self._deeds.refused += 1
                await self._pause(self._rng.uniform(0.5, 2.0))
            except ConnectionLost as fault:
                if not fault.retry:
                    raise
                await self._pause(self._rng.uniform(0.5, 2.0))

    async def _do(self, act: Act) -> None:
        match act:
            case Go(place, look, stay):
                await self._walk(place)
                await self._gaze(look, stay)
                self._deeds.looked += 1
            case Rest(seat, stay):
                await self._rest(seat, stay)
            case Pass(portal):
                await self._visitor.enter(portal, speed=self._speed)
                self._deeds.passed += 1
            case Play(exhibit, place, look):
                await self._walk(place)
                await self._gaze(look, 2.0)
                await self._play(exhibit)

    async def _walk(self, place: Vec3) -> None:
        await self._visitor.walk_to(place, speed=self._speed)

    async def _gaze(self, at: Vec3, seconds: float) -> None:
        """Look at something, with a glance aside now and then."""
        left = seconds
        while left > 0:
            wander = self._rng.uniform
            aside = (wander(-0.4, 0.4), wander(-0.2, 0.2), wander(-0.4, 0.4))
            self._visitor.look_at(added(at, aside))
            pause = min(left, wander(2.0, 5.0))
            await self._pause(pause)
            left -= pause

    async def _rest(self, seat: str, stay: float) -> None:
        await self._walk(self._visitor.world.place(seat)[0])
        await self._visitor.sit(seat)
        self._deeds.sat += 1
        await self._pause(stay)
        await self._visitor.stand()

    async def _play(self, exhibit: str) -> None:
        """Try one of the things that this exhibit can do."""
        model: dict[str, Any] = self._visitor.world.nodes[exhibit].get("model", {})
        tricks = [name for name in ("parts", "clips", "variants") if model.get(name)]
        if not tricks:
            return
        match self._rng.choice(tricks):
            case "clips":
                await self._visitor.animate(exhibit, self._rng.choice(model["clips"]))
            case "variants":
                await self._visitor.variant(exhibit, self._rng.choice(model["variants"]))
            case _:
                await self._take_apart(exhibit)
        self._deeds.played += 1

    async def _take_apart(self, exhibit: str) -> None:
        for amount in (0.25, 0.5, 0.75, 1.0):
            await self._visitor.explode(exhibit, amount)
            await self._pause(0.3)
        await self._pause(self._rng.uniform(3.0, 6.0))
        await self._visitor.explode(exhibit, 0.0)
