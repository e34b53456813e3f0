"""API keys: for some actions, for some time, never more than their maker may."""

from __future__ import annotations

from typing import Any

import pytest

from server.access.actor import OWNER, Actor, Grant
from server.run.accounts.account import UNTIL_SECURED, Account
from server.run.accounts.api_keys import FOR_PEOPLE, MOST_OF_ONE, ApiKeys
from server.run.accounts.errors import AccountError
from server.store.archive import Archive
from tests.server.run.accounts.desk import Desk

SCOPES = ("exhibit.read", "exhibit.publish")


async def maker(desk: Desk) -> tuple[Account, Actor]:
    account = await desk.person()
    desk.office.accounts.note_passkeys(account.id, 1)
    actor = desk.office.accounts.actor(account.id)
    assert actor is not None
    return account, actor


async def refused(work: Any) -> AccountError:
    with pytest.raises(AccountError) as error:
        await work
    return error.value


async def test_a_key_does_what_it_is_for_and_no_more(desk: Desk) -> None:
    account, who = await maker(desk)
    key, secret = await desk.office.keys.make(who, "机器", SCOPES, None)
    program = desk.office.sessions.actor(secret)
    assert secret.startswith("lj_") and program.id == account.id
    assert program.actions() == set(SCOPES) == set(key.scopes)


async def test_it_never_does_more_than_its_maker_may_now(desk: Desk) -> None:
    account, who = await maker(desk)
    _, secret = await desk.office.keys.make(who, "机器", SCOPES, None)
    await desk.office.regrant(OWNER, account.id, frozenset({Grant("host")}))
    assert desk.office.sessions.actor(secret).actions() == {"exhibit.read"}
    desk.office.accounts.note_passkeys(account.id, 0)
    assert desk.office.sessions.actor(secret).actions() <= UNTIL_SECURED
    await desk.office.set_state(OWNER, account.id, "suspended")
    assert not desk.office.sessions.actor(secret).is_known


async def test_every_scope_that_cannot_be_given_is_told(desk: Desk) -> None:
    _, who = await maker(desk)
    wishes = ("audit.read", "exhibit.read", "no.such", *sorted(FOR_PEOPLE)[:1])
    error = await refused(desk.office.keys.make(who, "x", wishes, None))
    found = {finding.pointer: finding.code for finding in error.findings}
    assert found == {
        f"/scopes/{sorted(wishes).index(scope)}": code
        for scope, code in (
            ("audit.read", "scope_refused"),
            ("no.such", "scope_unknown"),
            (sorted(FOR_PEOPLE)[0], "scope_refused"),
        )
    }


@pytest.mark.parametrize("scope", ["privacy.own", "privacy.edit", "settings.edit", "people.edit"])
async def test_no_program_ends_accounts_or_decides_how_the_park_runs(
    desk: Desk, scope: str
) -> None:
    account = await desk.person(Grant("operator"))
    desk.office.accounts.note_passkeys(account.id, 1)
    who = desk.office.accounts.actor(account.id)
    assert who is not None and who.may(scope)
    error = await refused(desk.office.keys.make(who, "x", [scope], None))
    assert [finding.code for finding in error.findings] == ["scope_refused"]


async def test_it_ends_in_time_and_when_it_is_taken_away(desk: Desk) -> None:
    account, who = await maker(desk)
    keys, now = desk.office.keys, desk.clock.now()
    _, short = await keys.make(who, "x", SCOPES, now + 60)
    key, long = await keys.make(who, "x", SCOPES, None)
    desk.clock.ahead += 61
    known = [desk.office.sessions.actor(secret).is_known for secret in (short, long)]
    assert known == [False, True]
    before = desk.office.sessions.revision
    assert (await refused(keys.revoke(key.id, "a_other"))).code == "key_unknown"
    await keys.revoke(key.id, account.id)
    assert not desk.office.sessions.actor(long).is_known
    assert desk.office.sessions.revision > before


async def test_it_outlives_a_restart_and_its_last_use_too(desk: Desk) -> None:
    account, who = await maker(desk)
    key, secret = await desk.office.keys.make(who, "x", SCOPES, None)
    desk.office.sessions.actor(secret)
    await desk.office.keys.tend()
    again = await restarted(desk.archive, desk)
    assert again.actor(secret) is not None
    (shown,) = again.of(account.id)
    assert shown.id == key.id and shown.seen is not None


async def restarted(archive: Archive, desk: Desk) -> ApiKeys:
    keys = ApiKeys(archive.keys, desk.office.accounts)
    await keys.load()
    return keys


async def test_there_is_an_end_to_them(desk: Desk) -> None:
    _, who = await maker(desk)
    for _ in range(MOST_OF_ONE):
        await desk.office.keys.make(who, "x", SCOPES, None)
    assert (await refused(desk.office.keys.make(who, "x", SCOPES, None))).code == "too_many_keys"


async def test_no_secret_is_stored(desk: Desk) -> None:
    _, who = await maker(desk)
    _, secret = await desk.office.keys.make(who, "x", SCOPES, None)
    stored = b"".join(p.read_bytes() for p in desk.folder.rglob("*") if p.is_file())
    assert secret.removeprefix("lj_").encode() not in stored
    assert desk.office.keys.actor("lj_" + "made up") is None
    assert desk.office.keys.actor("made up") is None
