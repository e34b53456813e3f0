"""How the registry desk keeps up, in numbers."""

from __future__ import annotations

from contextlib import AsyncExitStack

from tests.server.house import House
from tests.server.net.registration.firm import API
from tests.server.registry_filled import fill


async def test_answers_are_counted_by_day(house: House) -> None:
    async with AsyncExitStack() as stack:
        filled = await fill(house, stack, "submitted", "changes_requested", "rejected")
        status, told = await filled.auditor.ask("GET", f"{API}/statistics/registration?days=7")
        assert status == 200
        assert (told["waiting"], told["overdue"], told["answered"]) == (1, 0, 2)
        assert (told["median_days"], told["kept"], told["late"]) == (0, 2, 0)
        assert len(told["days"]) == 7
        counted = {name: sum(day[name] for day in told["days"]) for name in told["days"][0]}
        assert (counted["submitted"], counted["returned"], counted["rejected"]) == (3, 1, 1)
    assert (await house.get(f"{API}/statistics/registration"))[0] == 401


async def test_nothing_is_counted_where_nothing_was_done(house: House) -> None:
    _, told = await house.own("GET", f"{API}/statistics/registration?days=1")
    assert (told["answered"], told["median_days"], len(told["days"])) == (0, None, 1)
