"""How the registry desk keeps up, over HTTP: sums alone, of no company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from aiohttp import web

from server.net.route import Asked
from server.net.statistics import bodies
from server.net.statistics.spans import Span, span_of
from server.registration.deadlines import EXTRA_DAYS, REVIEW_DAYS
from server.run.statistics.reviews import pace, reviews
from server.store.registration_reviews import Passed
from server.store.statistics_records import DAY

NAMES = {
    "submit": "submitted",
    "approve": "approved",
    "request_changes": "returned",
    "reject": "rejected",
}
EARLIER = 90 * DAY
"""Seconds before the span in which what was answered within it may have been handed in."""


async def get_desk(asked: Asked) -> web.Response:
    """What was handed in and answered a day, how fast, and what waits now."""
    span, archive = span_of(asked), asked.park.archive
    passed = await archive.statistics.passages(span.since - EARLIER)
    found = pace(each for each in reviews(passed) if each.ended >= span.since)
    open_now = await archive.registration.of_states("submitted", "in_review")
    now = asked.park.clock.now()
    answer = bodies.DeskAnswer(
        since=span.since,
        until=span.until,
        answered=found.reviews,
        median_days=found.median,
        kept=found.kept,
        late=found.late,
        promised=REVIEW_DAYS,
        longest=REVIEW_DAYS + EXTRA_DAYS,
        waiting=len(open_now),
        overdue=sum(row.due is not None and row.due <= now for row in open_now),
        days=_days(passed, span),
    )
    return web.json_response(answer.model_dump())


def _days(passed: Iterable[Passed], span: Span) -> list[bodies.DeskDay]:
    """Every day of the span, those without anything too."""
    counted: dict[int, Counter[str]] = {}
    for each in passed:
        at = (int(each.at) + span.ahead) // DAY * DAY - span.ahead
        counted.setdefault(at, Counter())[NAMES[each.verb]] += 1
    days = range(span.since, span.until, DAY)
    none = dict.fromkeys(NAMES.values(), 0)
    return [bodies.DeskDay(at=at, **{**none, **counted.get(at, {})}) for at in days]
