"""Statistics over HTTP: sums of enough visits, by hall, for those who may read them."""

from __future__ import annotations

from typing import Any

import pytest

from server.store.statistics_records import DAY, HOUR, DwellHour, HeatDay, Sums, VisitHour
from tests.server.house import House

API = "/api/v1/statistics"


async def count(house: House, *, visits: int) -> int:
    """Count something in the present hour; the hour."""
    now = int(house.park.clock.now())
    hour = now // HOUR
    await house.park.archive.statistics.add(
        Sums(
            (VisitHour("gallery", hour, visits, 60.0 * visits),),
            (DwellHour("gallery", "fox", hour, "", visits, 31.0 * visits),),
            (
                HeatDay("gallery", now // DAY, 0.5, -2, 6, visits, 33.0 * visits),
                HeatDay("gallery", now // DAY, 0.5, 1, 1, 2, 500.0),
            ),
        )
    )
    return hour


async def test_enough_visits_are_told_in_round_numbers(house: House) -> None:
    hour = await count(house, visits=12)
    _, told = await house.own("GET", f"{API}/visits?days=2")
    assert told["total"] == 10
    assert told["sums"] == [{"at": hour * HOUR, "hall": "gallery", "visits": 10, "seconds": 720}]
    _, told = await house.own("GET", f"{API}/dwell?days=2")
    (fox,) = told["sums"]
    assert (fox["visits"], fox["seconds"], fox["mean"]) == (10, 370, 37)
    assert fox["title"] == {"zh": "fox", "en": "fox"} and fox["exhibit"] is None
    _, told = await house.own("GET", f"{API}/heat/gallery?days=2")
    assert told["squares"] == [{"x": -1.0, "z": 3.0, "seconds": 390}]


async def test_few_are_not_told(house: House) -> None:
    await count(house, visits=4)
    _, told = await house.own("GET", f"{API}/visits?days=2")
    assert told["total"] is None and told["sums"][0]["visits"] is None
    _, told = await house.own("GET", f"{API}/dwell?days=2&hall=gallery")
    assert told["sums"][0]["seconds"] is None and told["sums"][0]["mean"] is None
    _, told = await house.own("GET", f"{API}/heat/gallery?days=2")
    assert told["squares"] == []


async def test_days_add_up_before_they_are_rounded(house: House) -> None:
    hour = await count(house, visits=4)
    row = VisitHour("gallery", hour - 1, 4, 1.0)
    await house.park.archive.statistics.add(Sums((row,), (), ()))
    _, told = await house.own("GET", f"{API}/visits?days=2&step=day")
    assert told["total"] == 5


async def test_another_hall_and_a_hall_that_is_not_there(house: House) -> None:
    await count(house, visits=9)
    _, told = await house.own("GET", f"{API}/dwell?days=2&hall=other")
    assert told["sums"] == []
    assert (await house.own("GET", f"{API}/heat/nowhere"))[0] == 404


async def test_what_is_gone_goes_by_its_id(house: House) -> None:
    hour = int(house.park.clock.now()) // HOUR
    rows = (
        DwellHour("gallery", "old", hour, "", 9, 90.0),
        DwellHour("shut", "x", hour, "e-1", 9, 80.0),
    )
    await house.park.archive.statistics.add(Sums((), rows, ()))
    _, told = await house.own("GET", f"{API}/dwell")
    assert [row["title"]["en"] for row in told["sums"]] == ["old", "e-1"]


@pytest.mark.parametrize("path", ["visits", "dwell", "heat/gallery"])
async def test_visitors_read_none_of_it(house: House, path: str) -> None:
    status, told = await house.get(f"{API}/{path}")
    answer: Any = told["code"]
    assert (status, answer) == (401, "unauthorized")
