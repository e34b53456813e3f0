"""Passkeys and identities in the archive."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.store import Archive, StoreError
from server.store.accounts_records import StoredAccount
from server.store.identity_records import Identity, Passkey

KEY = Passkey("c1", "a_1", "h", "pk", 0, "手机", ("internal",), "0" * 36, True, 1.0)
ME = Identity("https://id.example", "7", "a_1", 1.0)


def account(id: str) -> StoredAccount:
    return StoredAccount(
        id, "staff", "active", "", "", "", "zh-CN", None, None, "", None, "", 0, 1.0, 1.0, None
    )


async def with_accounts(archive: Archive) -> None:
    for id in ("a_1", "a_2"):
        await archive.accounts.add(account(id), "operator")


async def test_passkeys_are_kept_by_credential(archive: Archive) -> None:
    await with_accounts(archive)
    book = archive.identities
    await book.add_passkey(KEY)
    await book.add_passkey(replace(KEY, credential="c2", created=2.0))
    with pytest.raises(StoreError) as caught:
        await book.add_passkey(replace(KEY, account="a_2"))
    assert caught.value.code == "passkey_exists"
    assert await book.passkey("c1") == KEY
    assert [one.credential for one in await book.passkeys_of("a_1")] == ["c1", "c2"]
    assert await book.passkey_counts() == {"a_1": 2}
    for act in (book.rename_passkey("a_2", "c1", "x"), book.remove_passkey("a_2", "c1")):
        with pytest.raises(StoreError) as caught:
            await act
        assert caught.value.code == "passkey_unknown"
    await book.rename_passkey("a_1", "c1", "新")
    await book.remove_passkey("a_1", "c2")
    assert [one.name for one in await book.passkeys_of("a_1")] == ["新"]


async def test_of_two_signatures_from_one_counter_one_is_noted(archive: Archive) -> None:
    await with_accounts(archive)
    book = archive.identities
    await book.add_passkey(KEY)
    assert await book.passkey_used(KEY, counter=1, synced=False, at=3.0)
    assert not await book.passkey_used(KEY, counter=2, synced=False, at=4.0)
    assert await book.passkey("c1") == replace(KEY, counter=1, synced=False, used=3.0)


async def test_an_identity_is_one_accounts_and_goes_with_it(archive: Archive) -> None:
    await with_accounts(archive)
    book = archive.identities
    await book.add_passkey(KEY)
    await book.add_identity(ME)
    await book.add_identity(ME)
    with pytest.raises(StoreError) as caught:
        await book.add_identity(replace(ME, account="a_2"))
    assert caught.value.code == "identity_taken"
    await book.identity_used(ME, 5.0)
    assert await book.identity(ME.issuer, "7") == replace(ME, used=5.0)
    assert await book.identity(ME.issuer, "8") is None
    assert len(await book.identities_of("a_1")) == 1
    await archive.accounts.remove("a_1", lambda accounts: None)
    assert await book.identity(ME.issuer, "7") is None
    assert await book.passkey("c1") is None
