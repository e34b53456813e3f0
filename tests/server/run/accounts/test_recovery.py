"""Ways back in."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from server.access.actor import OWNER, Actor, Grant
from server.run.accounts.errors import AccountError
from server.run.accounts.recovery import LINK_SECONDS
from server.run.accounts.signing import Proved
from tests.server.run.accounts.desk import HOME, PASSWORD, Desk

EMAIL, PAGE = "li@park.example", "https://park.example/desk/recovery/"
NEW = "another lantern 99 quiet"


async def code_of(work: Any) -> str:
    with pytest.raises(AccountError) as refused:
        await work
    return refused.value.code


async def test_a_letter_holds_a_link_that_works_once(desk: Desk) -> None:
    account = await desk.person()
    office = desk.office
    before, _ = await office.sessions.open(account.id, "password", "", "")
    office.recovery.ask(EMAIL, PAGE)
    (letter,) = await desk.letters()
    assert (letter.kind, letter.to.email, letter.person) == ("recovery", EMAIL, account.id)
    secret = letter.link.removeprefix(PAGE)
    assert (await office.recovery.whose(secret)).id == account.id
    await office.recovery.finish(secret, await office.passwords.hash(NEW))
    assert not office.sessions.actor(before).is_known
    assert await office.signing.by_password(EMAIL, NEW, HOME) == Proved(account.id, "password")
    assert await code_of(office.signing.by_password(EMAIL, PASSWORD, HOME)) == "sign_in_refused"
    assert await code_of(office.recovery.finish(secret, "x")) == "recovery_refused"
    assert await code_of(office.recovery.whose(secret)) == "recovery_refused"


async def test_nothing_is_sent_to_nobody_and_nobody_hears_of_it(desk: Desk) -> None:
    suspended = await desk.person()
    await desk.office.accounts.set_state(suspended.id, "suspended")
    for address in ("nobody@park.example", EMAIL, "no address at all"):
        desk.office.recovery.ask(address, PAGE)
    assert await desk.letters() == []


@pytest.mark.parametrize("address", [EMAIL, "nobody@park.example"])
async def test_asking_again_and_again_is_slowed_alike(desk: Desk, address: str) -> None:
    await desk.person()
    desk.office.recovery.ask(address, PAGE)
    desk.office.recovery.ask(address, PAGE)
    with pytest.raises(AccountError) as told:
        desk.office.recovery.ask(address, PAGE)
    assert told.value.code == "too_many_codes" and told.value.wait is not None


async def test_a_newer_link_takes_the_place_of_older_ones_and_ends_too(desk: Desk) -> None:
    account = await desk.person()
    recovery = desk.office.recovery
    old, new = await recovery.make(account), await recovery.make(account)
    assert await code_of(recovery.whose(old)) == "recovery_refused"
    desk.clock.ahead += LINK_SECONDS + 1
    assert await code_of(recovery.finish(new, "x")) == "recovery_refused"


async def test_of_two_who_use_a_link_at_once_one_does(desk: Desk) -> None:
    secret = await desk.office.recovery.make(await desk.person())
    done = await asyncio.gather(
        *(desk.office.recovery.finish(secret, "hash") for _ in range(4)), return_exceptions=True
    )
    assert sorted(isinstance(each, AccountError) for each in done) == [False, True, True, True]


async def test_a_reset_takes_every_way_in_away_and_gives_one(desk: Desk) -> None:
    account = await desk.person(Grant("operator"))
    office, accounts = desk.office, desk.office.accounts
    accounts.note_passkeys(account.id, 2)
    await accounts.change(account.id, totp=desk.vault.seal(account.id, "SECRET"))
    await accounts.set_codes(account.id, ("hash",))
    await accounts.set_state(account.id, "locked")
    session, _ = await office.sessions.open(account.id, "passkey", "", "")
    reset, secret = await office.recovery.reset(OWNER, account.id)
    assert (reset.factors, reset.codes, reset.state) == ((), 0, "active")
    assert reset.is_operator and not office.sessions.actor(session).is_known
    assert await code_of(office.signing.by_password(EMAIL, PASSWORD, HOME)) == "sign_in_refused"
    await office.recovery.finish(secret, await office.passwords.hash(NEW))
    assert isinstance(await office.signing.by_password(EMAIL, NEW, HOME), Proved)


async def test_nobody_resets_somebody_mightier(desk: Desk) -> None:
    account = await desk.person(Grant("operator"))
    manager = Actor("a_m", frozenset({Grant("manager")}))
    assert await code_of(desk.office.recovery.reset(manager, account.id)) == "grant_refused"


async def test_a_links_secret_is_not_stored(desk: Desk) -> None:
    secret = await desk.office.recovery.make(await desk.person())
    stored = b"".join(p.read_bytes() for p in desk.folder.rglob("*") if p.is_file())
    assert secret.encode() not in stored and PASSWORD.encode() not in stored
