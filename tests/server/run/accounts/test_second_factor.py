"""Setting up an authenticator, and recovery codes."""

from __future__ import annotations

import pyotp
import pytest

from server.run.accounts.errors import AccountError
from server.run.accounts.recovery_codes import HOW_MANY, LETTERS, hash_of, new_codes
from server.run.accounts.second_factor import SETUP_SECONDS
from tests.server.run.accounts.desk import Desk


def test_codes_are_easy_to_copy_and_known_however_they_are_typed() -> None:
    codes = new_codes()
    assert len(set(codes)) == HOW_MANY
    assert all(set(code) <= {*LETTERS, "-"} and len(code) == 17 for code in codes)
    assert hash_of(codes[0]) == hash_of(f" {codes[0].upper().replace('-', '')} ")
    assert hash_of(codes[0]) != hash_of(codes[1])


async def test_nothing_changes_until_a_code_proves_it(desk: Desk) -> None:
    account = await desk.person()
    second = desk.office.second_factor
    secret, uri = second.begin(account.id, "灵境园区")
    assert secret in uri and not desk.office.accounts.get(account.id).factors
    with pytest.raises(AccountError, match="code_refused"):
        await second.confirm(account.id, "000000x")
    code = pyotp.TOTP(secret).at(int(desk.clock.now()))
    codes = await second.confirm(account.id, f"{code[:3]} {code[3:]}")
    known = desk.office.accounts.get(account.id)
    assert (known.factors, known.codes, len(codes)) == (("totp",), HOW_MANY, HOW_MANY)
    assert [notice.kind for notice in await desk.letters()] == ["security"]


async def test_setting_up_has_an_end(desk: Desk) -> None:
    account = await desk.person()
    second = desk.office.second_factor
    with pytest.raises(AccountError, match="totp_not_begun"):
        await second.confirm(account.id, "000000")
    secret, _ = second.begin(account.id, "park")
    desk.clock.ahead += SETUP_SECONDS
    with pytest.raises(AccountError, match="totp_not_begun"):
        await second.confirm(account.id, pyotp.TOTP(secret).at(int(desk.clock.now())))


async def test_staff_do_nothing_without_and_the_code_that_proved_it_is_used_up(desk: Desk) -> None:
    account = await desk.person()
    accounts = desk.office.accounts
    before = accounts.actor(account.id)
    assert before is not None and before.may("account.own") and not before.may("people.read")
    revision = desk.office.sessions.revision
    secret, _ = desk.office.second_factor.begin(account.id, "park")
    code = pyotp.TOTP(secret).at(int(desk.clock.now()))
    await desk.office.second_factor.confirm(account.id, code)
    after = accounts.actor(account.id)
    assert after is not None and after.may("people.read")
    assert desk.office.sessions.revision > revision
    assert not await desk.office.signing.check_totp(accounts.get(account.id), code)
    await desk.office.second_factor.remove(account.id)
    assert accounts.get(account.id).factors == ()


async def test_new_codes_take_the_place_of_old_ones(desk: Desk) -> None:
    account = await desk.person()
    old = await desk.office.second_factor.new_codes(account.id)
    new = await desk.office.second_factor.new_codes(account.id)
    take = desk.office.accounts.take_code
    assert not await take(account.id, hash_of(old[0]))
    assert await take(account.id, hash_of(new[0]))


async def test_the_secret_is_sealed(desk: Desk) -> None:
    account = await desk.person()
    secret, _ = desk.office.second_factor.begin(account.id, "park")
    code = pyotp.TOTP(secret).at(int(desk.clock.now()))
    codes = await desk.office.second_factor.confirm(account.id, code)
    stored = b"".join(p.read_bytes() for p in desk.folder.rglob("*") if p.is_file())
    assert secret.encode() not in stored and codes[0].encode() not in stored
    assert desk.office.accounts.totp_secret(desk.office.accounts.get(account.id)) == secret
