"""The register: durable, sealed, found by an index, and never without an operator."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from server.access.actor import OWNER, Grant
from server.run.accounts.account import UNTIL_SECURED
from server.run.accounts.accounts import Accounts
from server.run.accounts.errors import AccountError
from server.store.errors import StoreError
from tests.server.run.accounts.desk import Desk

OPERATOR, CLERK = frozenset({Grant("operator")}), frozenset({Grant("clerk")})


async def code_of(work: Any) -> str:
    with pytest.raises((AccountError, StoreError)) as refused:
        await work
    return str(getattr(refused.value, "code", ""))


def again(desk: Desk) -> Accounts:
    return Accounts(desk.archive.accounts, desk.clock, desk.vault)


async def test_an_account_outlives_a_restart_with_all_that_was_said_of_it(desk: Desk) -> None:
    account = await desk.person(Grant("host", "gallery"), phone="+8613800138000")
    await desk.office.accounts.set_codes(account.id, ("one", "two"))
    await desk.office.accounts.rename(account.id, "李小明")
    second = again(desk)
    await second.load()
    known = second.get(account.id)
    assert (known.name, known.codes) == ("李小明", 2)
    assert known.grants == {Grant("host", "gallery")}
    assert second.find("LI@park.example") == second.find("13800138000") == known
    assert (second.email(known), second.phone(known)) == ("li@park.example", "+8613800138000")


async def test_nothing_personal_is_stored_as_it_is(desk: Desk) -> None:
    await desk.person(phone="+8613800138000")
    stored = b"".join(p.read_bytes() for p in desk.folder.rglob("*") if p.is_file())
    for text in ("李明", "li@park.example", "13800138000"):
        assert text.encode() not in stored


async def test_an_address_belongs_to_one(desk: Desk) -> None:
    await desk.person()
    assert await code_of(desk.person(email="li@park.example")) == "account_exists"
    assert len(desk.office.accounts) == 1


async def test_a_key_that_is_destroyed_takes_the_name_with_it(desk: Desk) -> None:
    account = await desk.person()
    desk.vault.destroy(account.id)
    second = again(desk)
    await second.load()
    assert second.get(account.id).name == second.email(second.get(account.id)) == ""


async def test_staff_without_a_second_factor_may_do_little(desk: Desk) -> None:
    account = await desk.person(Grant("operator"))
    actor = desk.office.accounts.actor(account.id)
    assert actor is not None and actor.actions() == UNTIL_SECURED & actor.actions()
    assert actor.may("account.own") and not actor.may("people.read")
    desk.office.accounts.note_passkeys(account.id, 1)
    actor = desk.office.accounts.actor(account.id)
    assert actor is not None and actor.may("people.read") and actor.name == "李明"


async def test_the_last_operator_stays(desk: Desk) -> None:
    office = desk.office
    one = await desk.person(Grant("operator"))
    for work in (
        office.regrant(OWNER, one.id, CLERK),
        office.set_state(OWNER, one.id, "suspended"),
        office.remove(OWNER, one.id),
        office.regrant(OWNER, one.id, frozenset({Grant("operator", "gallery")})),
    ):
        assert await code_of(work) == "operator_last"
    two = await desk.person(Grant("operator"), email="two@park.example")
    await office.regrant(OWNER, one.id, CLERK)
    assert await code_of(office.remove(OWNER, two.id)) == "operator_last"
    assert not office.accounts.first_run


async def test_two_operators_who_remove_each_other_at_once_leave_one(desk: Desk) -> None:
    people = [
        await desk.person(Grant("operator"), email=f"{n}@park.example") for n in ("one", "two")
    ]
    done = await asyncio.gather(
        *(desk.office.remove(OWNER, each.id) for each in people), return_exceptions=True
    )
    assert sorted(isinstance(each, StoreError) for each in done) == [False, True]
    assert len(desk.office.accounts) == 1


async def test_whoever_is_gone_is_gone_everywhere(desk: Desk) -> None:
    office = desk.office
    account = await desk.person()
    session, _ = await office.sessions.open(account.id, "password", "", "")
    office.accounts.note_passkeys(account.id, 1)
    actor = office.accounts.actor(account.id)
    assert actor is not None
    _, key = await office.keys.make(actor, "x", ["exhibit.read"], None)
    await office.remove(OWNER, account.id)
    assert office.accounts.actor(account.id) is None and not desk.vault.knows(account.id)
    assert not office.sessions.actor(session).is_known and not office.sessions.actor(key).is_known
    assert office.accounts.find("li@park.example") is None
    assert await code_of(office.remove(OWNER, account.id)) == "account_unknown"


async def test_every_change_of_rights_is_noticed(desk: Desk) -> None:
    office, account = desk.office, await desk.person()
    seen = {office.sessions.revision}
    await office.regrant(OWNER, account.id, CLERK)
    seen.add(office.sessions.revision)
    await office.set_state(OWNER, account.id, "suspended")
    seen.add(office.sessions.revision)
    await office.set_state(OWNER, account.id, "active")
    seen.add(office.sessions.revision)
    assert len(seen) == 4


async def test_nobody_handles_somebody_mightier(desk: Desk) -> None:
    operator = await desk.person(Grant("operator"))
    boss = await desk.person(Grant("manager"), email="boss@park.example")
    desk.office.accounts.note_passkeys(boss.id, 1)
    manager = desk.office.accounts.actor(boss.id)
    assert manager is not None
    for work in (
        desk.office.regrant(manager, operator.id, CLERK),
        desk.office.regrant(manager, boss.id, OPERATOR),
        desk.office.set_state(manager, operator.id, "suspended"),
        desk.office.remove(manager, operator.id),
        desk.office.rename(manager, operator.id, "x"),
    ):
        assert await code_of(work) == "grant_refused"
