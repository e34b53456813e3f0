"""The overview over HTTP: what waits for work, and how the server is."""

from __future__ import annotations

import asyncio
import shutil
from typing import Final

from aiohttp import web

from server.net.route import Asked
from server.net.statistics import bodies
from server.run.park import Park
from server.store.awaiting import Pile
from server.version import VERSION

RECENT: Final = 7 * 86_400.0
"""Seconds for which a file that failed is told of."""


async def get_overview(asked: Asked) -> web.Response:
    """What waits for work, and how the server is."""
    park = asked.park
    found = await park.archive.statistics.awaiting(park.clock.now() - RECENT)
    health = await _health(park) if asked.actor.may("figures.read") else None
    answer = bodies.OverviewAnswer(
        drafts=_pile(found.drafts),
        newer=_pile(found.newer),
        blocked=_pile(found.blocked),
        failed=_pile(found.failed),
        health=health,
    )
    return web.json_response(answer.model_dump())


def _pile(pile: Pile) -> bodies.WaitingPile:
    items = [bodies.WaitingItem(**item._asdict()) for item in pile.items]
    return bodies.WaitingPile(count=pile.number, items=items)


async def _health(park: Park) -> bodies.Health:
    disk = await asyncio.to_thread(shutil.disk_usage, park.settings.data)
    unfinished = await park.archive.jobs.unfinished()
    notices = await park.archive.notices.counts()
    return bodies.Health(
        version=VERSION,
        uptime=max(0.0, park.clock.now() - park.started_at),
        connections=len(park.talks),
        tick_p99_ms=park.figures.tick_milliseconds()["p99"],
        tick_hz=park.settings.tick_hz,
        disk_free=disk.free,
        disk_total=disk.total,
        archive_bytes=await park.archive.size(),
        jobs=len(unfinished),
        errors=park.figures.failures(),
        notices_waiting=notices.get("waiting", 0),
        notices_failed=notices.get("dead", 0),
    )
