"""Spans begin with a day of the reader's clock."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.net.statistics.spans import Span
from server.store.statistics_records import DAY, HOUR
from tests.server.house import House

VISITS = "/api/v1/statistics/visits"


@given(st.integers(400_000, 500_000), st.integers(-14 * 60, 14 * 60))
def test_every_hour_is_in_the_day_that_the_reader_has(hour: int, minutes: int) -> None:
    span = Span(0, 0, minutes * 60)
    begin = span.begin_of(hour, DAY)
    assert begin <= hour * HOUR < begin + DAY
    assert (begin + span.ahead) % DAY == 0


@pytest.mark.parametrize(
    "query", ["days=0", "days=401", "days=x", "offset=900", "offset=1e3", "step=week"]
)
async def test_what_is_no_span_is_refused(house: House, query: str) -> None:
    status, told = await house.own("GET", f"{VISITS}?{query}")
    assert (status, told["code"]) == (422, "invalid")


async def test_today_and_days_before_it(house: House) -> None:
    _, one = await house.own("GET", f"{VISITS}?days=1&offset=480&step=day")
    _, two = await house.own("GET", f"{VISITS}?days=2&offset=480&step=day")
    assert (one["since"] + 480 * 60) % DAY == 0
    assert one["since"] - two["since"] == DAY and one["step"] == DAY
