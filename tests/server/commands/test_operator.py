"""`lingjing operator`: a link in, and a way back in."""

from __future__ import annotations

import asyncio

import pytest

from server.access.actor import Grant
from server.commands import main
from tests.server.house import House
from tests.server.people import GOOD_PASSWORD, new_account

EMAIL = "op@park.example"


async def lingjing(house: House, *words: str) -> int:
    return await asyncio.to_thread(main, ["operator", *words, "--data", str(house.data)])


async def test_a_link_signs_in_as_the_owner(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await lingjing(house, "link") == 0
    key = capsys.readouterr().out.strip().partition("key=")[2]
    opened = await house.park.sessions.redeem(key)
    assert opened is not None and house.park.sessions.actor(opened[0]).id == "operator"


async def test_a_locked_out_operator_comes_back(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    account = await new_account(house, Grant("operator"), email=EMAIL, password=GOOD_PASSWORD)
    await house.park.accounts.set_state(account.id, "locked")
    session, _ = await house.park.sessions.open(account.id, "passkey", "", "")
    assert await lingjing(house, "reset", "--email", "OP@park.example") == 0
    told = capsys.readouterr().out.splitlines()
    url = next(line for line in told if line.startswith("http"))
    assert url.startswith(f"{house.url}/desk/recovery/")
    known = house.park.accounts.get(account.id)
    assert (known.state, known.factors, known.stored.password) == ("active", (), "")
    assert not house.park.sessions.actor(session).is_known
    found = await house.park.office.recovery.whose(url.rpartition("/")[2])
    assert found.id == account.id


async def test_who_is_not_there_is_not_helped(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await lingjing(house, "reset", "--email", "nobody@park.example") == 1
    assert "nobody@park.example" in capsys.readouterr().err


def test_nobody_answers(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["operator", "reset", "--email", EMAIL, "--data", f"{tmp_path}"]) == 1
    assert "lingjing serve" in capsys.readouterr().err
