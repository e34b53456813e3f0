"""What is tried in vain is counted, and outlives a restart."""

from __future__ import annotations

import pytest

from server.access.lockout import HOUSEHOLD, NAME, PAIR
from server.run.accounts.attempts import Attempts
from server.run.accounts.errors import AccountError
from tests.server.run.accounts.desk import AWAY, HOME, Desk


async def fail(attempts: Attempts, name: str, address: str, times: int) -> None:
    for _ in range(times):
        await attempts.begin(name, address)
        attempts.clock.ahead += 901.0  # type: ignore[attr-defined]


def again(desk: Desk) -> Attempts:
    return Attempts(desk.archive.keys, desk.clock, desk.vault.index)


async def test_a_restart_forgives_nothing(desk: Desk) -> None:
    attempts = desk.office.attempts
    for _ in range(PAIR.free):
        await attempts.begin("li", AWAY)
    second = again(desk)
    await second.load()
    with pytest.raises(AccountError) as told:
        await second.begin("li", AWAY)
    assert told.value.code == "too_many_attempts"
    assert (await second.begin("li", HOME)).failures == PAIR.free + 1


async def test_success_forgives_the_name_but_not_the_household(desk: Desk) -> None:
    """Whoever has one account could otherwise guess at others for ever."""
    attempts = desk.office.attempts
    for number in range(HOUSEHOLD.free - 1):
        await attempts.begin(f"name {number}", AWAY)
        await attempts.succeeded(await attempts.begin("mine", AWAY))
    await attempts.begin("one more", AWAY)
    with pytest.raises(AccountError):
        await attempts.begin("mine", AWAY)


async def test_a_name_is_slowed_when_it_is_tried_from_everywhere(desk: Desk) -> None:
    attempts = desk.office.attempts
    for number in range(NAME.free):
        await attempts.begin("li", f"192.0.2.{number}")
    with pytest.raises(AccountError):
        await attempts.begin("li", "203.0.113.9")
    await attempts.forgive("li")
    assert (await attempts.begin("li", "203.0.113.9")).failures == 1


async def test_neighbours_in_one_network_count_as_one(desk: Desk) -> None:
    for number in range(PAIR.free):
        await desk.office.attempts.begin("li", f"2001:db8::{number}")
    with pytest.raises(AccountError):
        await desk.office.attempts.begin("li", "2001:db8::ffff")


async def test_neither_names_nor_addresses_are_stored(desk: Desk) -> None:
    index = desk.office.accounts.index("li@park.example")
    await desk.office.attempts.begin(index, AWAY)
    stored = "".join(each.key for each in await desk.archive.keys.attempts())
    assert AWAY not in stored and "park.example" not in stored


async def test_what_lies_long_back_is_forgotten(desk: Desk) -> None:
    attempts = desk.office.attempts
    await attempts.begin("li", AWAY)
    desk.clock.ahead += PAIR.forget
    await attempts.begin("wang", HOME)
    await attempts.tend()
    kept = {each.key.split(":")[1] for each in await desk.archive.keys.attempts()}
    assert "li" not in kept and "wang" in kept and len(attempts) == 3
