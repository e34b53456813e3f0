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
from server.store.guide_records import Told

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
    told = await asked.park.archive.dialogues.told(starts[0], asked.park.clock.now() + 1)
    return web.json_response(summed(told, starts))


def summed(told: Told, starts: list[float]) -> dict[str, Any]:
    """Sums of what was told since the first of some days, which begin at ``starts``."""
    turns = told.turns
    times = sorted(ms for _, _, _, brain, ms, _ in turns if ms > 0 and brain)
    return {
        "days": list(_days(turns, starts)),
        "dialogues": told.dialogues,
        "questions": len(turns),
        "handed": told.handed,
        "up": sum(1 for turn in turns if turn[5] > 0),
        "down": sum(1 for turn in turns if turn[5] < 0),
        "first_ms": _share(times, 0.5),
        "first_ms_p95": _share(times, 0.95),
        "sources": _sources(told),
        "languages": dict(Counter(turn[2] for turn in turns if turn[2])),
        "brains": dict(Counter(turn[3] for turn in turns if turn[3])),
    }


def _days(turns: Iterable[tuple[Any, ...]], starts: list[float]) -> Iterable[dict[str, Any]]:
    counted: list[Counter[str]] = [Counter() for _ in starts]
    for at, why, *_ in turns:
        place = sum(1 for start in starts if start <= at) - 1
        if place >= 0:
            counted[place][why] += 1
    for start, found in zip(starts, counted, strict=True):
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
