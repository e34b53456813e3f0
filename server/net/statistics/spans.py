"""Spans of time that a query asks for."""

from __future__ import annotations

from typing import Final, NamedTuple

from scenes.findings import Finding
from server.errors import RequestError
from server.net.api_exhibits import whole
from server.net.route import Asked
from server.store.statistics_records import DAY, HOUR

USUAL_DAYS: Final = 7
MOST_DAYS: Final = 400
STEPS: Final = {"hour": HOUR, "day": DAY}
MOST_OFFSET: Final = 14 * 60
"""Minutes east or west of Greenwich that a clock on Earth stands, at most."""
QUERY: Final = {
    "days": f"how many days back, today included, at most {MOST_DAYS} (usually {USUAL_DAYS})",
    "offset": "minutes that the reader's clock is ahead of UTC, for where a day begins",
}


class Span(NamedTuple):
    """From and until when (Unix time, whole hours), and how far the reader's clock is ahead."""

    since: int
    until: int
    ahead: int

    def begin_of(self, hour: int, step: int) -> int:
        """When the step begins in which an hour (its number since 1970) lies."""
        at = hour * HOUR
        return (at + self.ahead) // step * step - self.ahead


def span_of(asked: Asked) -> Span:
    """The span that a query asks for; raises RequestError ``invalid``."""
    days = whole(asked, "days", USUAL_DAYS, MOST_DAYS)
    ahead = _offset(asked) * 60
    now = int(asked.park.clock.now())
    today = (now + ahead) // DAY * DAY - ahead
    return Span(today - (days - 1) * DAY, now // HOUR * HOUR + HOUR, ahead)


def step_of(asked: Asked) -> int:
    """Seconds of a step: an hour, or a day; raises RequestError ``invalid``."""
    step = STEPS.get(asked.request.query.get("step", "hour"))
    if step is None:
        raise RequestError("invalid", [Finding("/step", "not_a_choice")])
    return step


def _offset(asked: Asked) -> int:
    text = asked.request.query.get("offset", "0")
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 4):
        raise RequestError("invalid", [Finding("/offset", "not_an_integer")])
    if not -MOST_OFFSET <= int(text) <= MOST_OFFSET:
        raise RequestError("invalid", [Finding("/offset", "out_of_range")])
    return int(text)
