"""Clerks and managers at the registry desk, in a real browser, in a park full of applications."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.flows.browser import Served, journey, missing
from tests.flows.demo import demo_park
from tests.server.house import open_house
from tests.server.net.registration.firm import Firm
from tests.server.registry_filled import NAMES, STATES, fill
from tools.places import DESK_PAGES

pytestmark = pytest.mark.skipif(
    missing() is not None or not (DESK_PAGES / "index.html").is_file(),
    reason=missing() or "the desk is not built",
)


async def test_a_clerk_sees_an_application_through(tmp_path: Path) -> None:
    data = tmp_path / "data"
    async with open_house(data, log_level="error") as house, AsyncExitStack() as stack:
        filled = await fill(house, stack, "submitted", "in_review", "waiting")
        firm = filled.firms["waiting"]
        wanted = {
            "CLERK": filled.clerk.secret,
            "FIRM": secret_of(firm),
            "APPLICATION": firm.id,
            "COMPANY": NAMES[list(STATES).index("waiting")][0],
        }
        await asyncio.to_thread(journey, "registry_clerk", Served(house.url, data), wanted)
        assert (await firm.look())["state"] == "approved"


async def test_the_pages_of_the_desk_are_open_to_all(tmp_path: Path) -> None:
    data = demo_park(tmp_path / "data")
    async with (
        open_house(data, empty=True, log_level="error") as house,
        AsyncExitStack() as stack,
    ):
        filled = await fill(house, stack)
        shown = ("alike", "in_review", "changes_requested", "suspended")
        wanted = {
            "MANAGER": filled.manager.secret,
            "APPLICATIONS": ",".join(filled.firms[state].id for state in shown),
        }
        await asyncio.to_thread(journey, "registry_axe", Served(house.url, data), wanted)


def secret_of(firm: Firm) -> str:
    """The session of an applicant, as their browser has it."""
    return next(one.value for one in firm.browser.cookie_jar if one.key == "lingjing")
