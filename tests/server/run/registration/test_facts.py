"""Firms whose names could be taken for each other lie side by side, for staff alone."""

from __future__ import annotations

from contextlib import AsyncExitStack

from tests.server.house import House
from tests.server.net.registration.firm import API
from tests.server.registry_filled import fill


async def test_what_may_be_the_same_firm_is_laid_beside(house: House) -> None:
    async with AsyncExitStack() as stack:
        filled = await fill(house, stack, "submitted", "alike")
        one, other = filled.firms["submitted"], filled.firms["alike"]
        path = f"{API}/applications/{other.id}"
        _, shown = await filled.clerk.ask("GET", path)
        assert {"duplicate", "name_conflict"} <= set(shown["flags"])
        _, told = await filled.clerk.ask("GET", f"{path}/duplicates")
        assert [each["id"] for each in told["duplicates"]] == [one.id]
        assert (await other.ask("GET", f"/applications/{other.id}/duplicates"))[0] == 403


async def test_names_alone_are_enough(house: House) -> None:
    async with AsyncExitStack() as stack:
        filled = await fill(house, stack, "submitted", "waiting")
        one, other = filled.firms["submitted"], filled.firms["waiting"]
        name = "苏州市云帆智能科技有限公司"
        row = await house.park.archive.registration.get(other.id)
        values = {**house.park.registry.office.values(row), "name": name}
        assert await house.park.registry.office.facts.similar(row, values) == [one.id]
        assert await house.park.registry.office.facts.similar(row, {}) == []
