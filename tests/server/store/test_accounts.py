"""Accounts, grants, recovery codes and invitations in the archive."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from server.store import Archive, StoreError
from server.store.accounts_records import StoredAccount, StoredInvitation, StoredKey, StoredSession
from server.store.identity_records import Passkey

LI = StoredAccount(
    id="a_1",
    kind="staff",
    state="active",
    name="sealed name",
    email="sealed e-mail",
    phone="",
    lang="zh-CN",
    email_index="i1",
    phone_index=None,
    password="$argon2id$",
    password_at=1.0,
    totp="",
    totp_step=0,
    created=1.0,
    changed=1.0,
    seen=None,
    grants=(("host", "gallery", ""), ("clerk", "", "")),
)
OPERATOR = replace(LI, id="a_2", email_index="i2", grants=(("operator", "", ""),))
INVITED = StoredInvitation(
    "i_1", "secret hash", "staff", [["host", "", ""]], "sealed", "sealed", "en", "a_2", 1.0, 50.0
)


def approve(accounts: list[StoredAccount]) -> None:
    """Let everything pass."""


async def code_of(work: Any) -> str:
    with pytest.raises(StoreError) as refused:
        await work
    return refused.value.code


async def kept(archive: Archive) -> list[StoredAccount]:
    found = await archive.accounts.all()
    return [replace(each, grants=tuple(sorted(each.grants))) for each in found]


async def test_an_account_is_read_as_it_was_kept(archive: Archive) -> None:
    await archive.accounts.add(LI, "operator")
    assert await kept(archive) == [replace(LI, grants=tuple(sorted(LI.grants)))]


async def test_an_address_belongs_to_one_account(archive: Archive) -> None:
    await archive.accounts.add(LI, "operator")
    taken = replace(LI, id="a_9", grants=())
    assert await code_of(archive.accounts.add(taken, "operator")) == "account_exists"
    await archive.accounts.add(replace(OPERATOR, email_index=None), "operator")
    changed = archive.accounts.change("a_2", {"email_index": "i1"})
    assert await code_of(changed) == "account_exists"


async def test_only_one_of_many_is_the_first_operator(archive: Archive) -> None:
    wishes = [replace(OPERATOR, id=f"a_{n}", email_index=f"i{n}") for n in range(5)]
    done = await asyncio.gather(
        *(archive.accounts.add_first(wish, "operator") for wish in wishes), return_exceptions=True
    )
    assert sorted(str(getattr(each, "code", "")) for each in done) == ["", *["operator_exists"] * 4]


async def test_a_change_that_is_not_approved_did_not_happen(archive: Archive) -> None:
    await archive.accounts.add(OPERATOR, "operator")

    def refuse(accounts: list[StoredAccount]) -> None:
        assert all(a.state == "suspended" or not a.grants for a in accounts)
        raise StoreError("operator_last", "")

    book = archive.accounts
    assert await code_of(book.change("a_2", {"state": "suspended"}, refuse)) == "operator_last"
    assert await code_of(book.regrant("a_2", (), "a_1", 2.0, refuse)) == "operator_last"
    assert await code_of(book.remove("a_2", refuse)) == "operator_last"
    assert await kept(archive) == [OPERATOR]


async def test_grants_are_replaced(archive: Archive) -> None:
    await archive.accounts.add(LI, "operator")
    await archive.accounts.regrant("a_1", [("creator", "", "")] * 2, "a_2", 9.0, approve)
    (account,) = await archive.accounts.all()
    assert (account.grants, account.changed) == ((("creator", "", ""),), 9.0)
    unknown = archive.accounts.regrant("a_0", (), "a_2", 9.0, approve)
    assert await code_of(unknown) == "account_unknown"


async def with_everything(archive: Archive) -> None:
    await archive.accounts.add(LI, "operator")
    await archive.accounts.set_codes("a_1", ["one", "two"])
    await archive.keys.put_session(
        StoredSession("h", "s_1", "a_1", "password", "", "", 1.0, 1.0, 99.0)
    )
    await archive.keys.put_link("l", "a_1", "password", 99.0)
    await archive.keys.put_key(StoredKey("k", "hk", "a_1", "", [], 1.0, None))
    await archive.identities.add_passkey(
        Passkey("c", "a_1", "handle", "key", 0, "name", (), "", False, 1.0, None)
    )


async def test_whoever_is_removed_leaves_nothing_that_opens_a_door(archive: Archive) -> None:
    await with_everything(archive)
    await archive.accounts.remove("a_1", approve)
    assert (await kept(archive), await archive.accounts.codes_left()) == ([], {})
    assert (await archive.keys.sessions(), await archive.keys.keys()) == ([], [])
    assert await archive.keys.link("l", 1.0) is None
    assert await archive.identities.passkey_counts() == {}
    assert await code_of(archive.accounts.remove("a_1", approve)) == "account_unknown"


async def test_whoever_is_stripped_has_to_begin_anew(archive: Archive) -> None:
    await with_everything(archive)
    await archive.accounts.change("a_1", {"totp": "sealed", "state": "locked"})
    await archive.accounts.strip("a_1", 5.0)
    (account,) = await archive.accounts.all()
    assert (account.password, account.totp, account.state) == ("", "", "active")
    assert account.grants and account.email == LI.email
    assert await archive.accounts.codes_left() == await archive.identities.passkey_counts() == {}
    assert await archive.keys.sessions() == []


async def test_a_step_of_an_authenticator_is_taken_once(archive: Archive) -> None:
    await archive.accounts.add(LI, "operator")
    steps = (7, 7, 6, 8)
    assert [await archive.accounts.take_step("a_1", step) for step in steps] == [
        *(True, False, False, True)
    ]


async def test_a_recovery_code_is_taken_once_however_many_show_it(archive: Archive) -> None:
    await archive.accounts.add(LI, "operator")
    await archive.accounts.set_codes("a_1", ["one", "two"])
    shown = await asyncio.gather(*(archive.accounts.take_code("a_1", "one") for _ in range(5)))
    assert sorted(shown) == [False] * 4 + [True]
    assert not await archive.accounts.take_code("a_2", "two")
    assert await archive.accounts.codes_left() == {"a_1": 1}


async def test_an_invitation_becomes_one_account(archive: Archive) -> None:
    book = archive.accounts
    await book.invite(INVITED)
    new = [replace(LI, id=f"a_{n}", email_index=f"i{n}") for n in range(5)]
    done = await asyncio.gather(
        *(book.accept("secret hash", each, "a_2", 20.0) for each in new), return_exceptions=True
    )
    assert sorted(str(getattr(e, "code", "")) for e in done) == ["", *["invitation_refused"] * 4]
    assert len(await kept(archive)) == 1
    (known,) = await book.invitations()
    assert (known.used, known.name, known.email) == (20.0, "", "")


async def test_an_invitation_whose_address_is_taken_stays_open(archive: Archive) -> None:
    book = archive.accounts
    await book.add(LI, "operator")
    await book.invite(INVITED)
    taken = book.accept("secret hash", replace(LI, id="a_7"), "a_2", 20.0)
    assert await code_of(taken) == "account_exists"
    assert await book.invitation("secret hash") == INVITED


async def test_invitations_end(archive: Archive) -> None:
    book = archive.accounts
    await book.invite(INVITED)
    late = book.accept("secret hash", LI, "a_2", 50.0)
    assert await code_of(late) == "invitation_refused"
    await book.revoke("i_1")
    assert await code_of(book.revoke("i_1")) == "invitation_unknown"
    await book.invite(INVITED)
    assert (await book.drop_invitations(49.0), await book.drop_invitations(50.0)) == ([], ["i_1"])
