"""What came of dialogues, over HTTP: sums, none of which names anybody."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from aiohttp import web

from server.net.api_exhibits import whole
from server.net.route import Asked
from server.run.guides.house import today
from server.run.site.duty import zone_of
from server.store.guide_records import Count, Told

HOWS: Final = ("answered", "vague", "unknown", "refused", "small_talk", "cut")
USUAL_DAYS, MOST_DAYS = 30, 366
MOST_SOURCES: Final = 20


async def get_guide_statistics(asked: Asked) -> web.Response:
    """Questions a day and how they ended, over the last so many days of the park."""
    count = whole(asked, "days", USUAL_DAYS, MOST_DAYS)
    zone, last = zone_of(asked.park.inbox.duty.zone), today(asked.park)
    starts = [
        datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()
        for day in (last - timedelta(days=count - 1 - n) for n in range(count))
    ]
    told = await asked.park.archive.dialogues.told(starts, asked.park.clock.now() + 1)
    return web.json_response(summed(told, starts))


def summed(told: Told, starts: list[float]) -> dict[str, Any]:
    """Sums of what was told of some days, which begin at ``starts``."""
    times = sorted(told.times)
    return {
        "days": list(_days(told.counts, starts)),
        "dialogues": told.dialogues,
        "questions": sum(count.turns for count in told.counts),
        "handed": told.handed,
        "up": sum(count.up for count in told.counts),
        "down": sum(count.down for count in told.counts),
        "first_ms": _share(times, 0.5),
        "first_ms_p95": _share(times, 0.95),
        "sources": _sources(told),
        "languages": _by("lang", told.counts),
        "brains": _by("brain", told.counts),
    }


def _by(name: str, counts: Iterable[Count]) -> dict[str, int]:
    """Turns by what a count says; those of which it says nothing are left out."""
    sums: Counter[str] = Counter()
    for count in counts:
        sums[getattr(count, name)] += count.turns
    return {said: turns for said, turns in sums.items() if said}


def _days(counts: Iterable[Count], starts: list[float]) -> Iterable[dict[str, Any]]:
    sums: list[Counter[str]] = [Counter() for _ in starts]
    for count in counts:
        sums[count.day][count.why] += count.turns
    for start, found in zip(starts, sums, strict=True):
        yield {"at": start, **{how: found[how] for how in HOWS}}


def _share(times: list[float], share: float) -> float | None:
    """The time that a share of them does not pass (nearest rank)."""
    return times[max(0, math.ceil(share * len(times)) - 1)] if times else None


def _sources(told: Told) -> list[dict[str, Any]]:
    counts: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for citations in told.citations:
        for cited in {str(each["document"]): each for each in citations}.values():
            counts[str(cited["document"])] += 1
            titles[str(cited["document"])] = str(cited["title"])
    return [
        {"document": document, "title": titles[document], "count": count}
        for document, count in counts.most_common(MOST_SOURCES)
    ]
