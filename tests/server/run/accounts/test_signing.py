"""Signing in: the same for everybody until it is proved who somebody is."""

from __future__ import annotations

import asyncio
from typing import Any

import pyotp
import pytest

from server.access.lockout import MOST_FAILURES, PAIR
from server.outside.passwords import Passwords
from server.run.accounts.errors import AccountError
from server.run.accounts.signing import STEP_SECONDS, STEP_TRIES, Proved, Step
from tests.server.run.accounts.desk import AWAY, HOME, PASSWORD, Desk

EMAIL = "li@park.example"


async def refused(work: Any) -> AccountError:
    with pytest.raises(AccountError) as error:
        await work
    return error.value


async def with_totp(desk: Desk) -> tuple[str, pyotp.TOTP, tuple[str, ...]]:
    account = await desk.person()
    secret, _ = desk.office.second_factor.begin(account.id, "park")
    totp = pyotp.TOTP(secret)
    codes = await desk.office.second_factor.confirm(account.id, totp.at(int(desk.clock.now())))
    return account.id, totp, codes


async def test_the_right_password_lets_in_however_the_address_is_written(desk: Desk) -> None:
    account = await desk.person(phone="+8613800138000")
    signing = desk.office.signing
    for name in ("li@park.example", " LI@Park.Example ", "138 0013 8000", "+86 13800138000"):
        assert await signing.by_password(name, PASSWORD, HOME) == Proved(account.id, "password")


async def test_who_has_an_account_cannot_be_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same code, the same work, the same counting for a wrong password and an unknown name."""
    await desk.person()
    await desk.person(email="key@park.example", password="")
    judged: list[str] = []
    verify = Passwords.verify

    async def counted(self: Passwords, kept: str, password: str) -> bool:
        judged.append(password)
        return await verify(self, kept, password)

    monkeypatch.setattr(Passwords, "verify", counted)
    for name in (EMAIL, "key@park.example", "nobody@park.example"):
        told = [await refused(desk.office.signing.by_password(name, "wrong", AWAY))]
        told += [await refused(desk.office.signing.by_password(name, "wrong", AWAY))]
        assert [(each.code, each.wait, each.findings) for each in told] == [
            ("sign_in_refused", None, ())
        ] * 2
    assert judged == ["wrong"] * 6
    keys = {attempts.key.split(":")[0] for attempts in await desk.archive.keys.attempts()}
    assert keys == {"p", "n", "h"}


@pytest.mark.parametrize("name", [EMAIL, "nobody@park.example"])
async def test_guessing_is_slowed_alike(desk: Desk, name: str) -> None:
    await desk.person()
    signing = desk.office.signing
    for _ in range(PAIR.free):
        assert (await refused(signing.by_password(name, "wrong", AWAY))).code == "sign_in_refused"
    told = await refused(signing.by_password(name, PASSWORD, AWAY))
    assert told.code == "too_many_attempts" and told.wait is not None
    assert 0 < told.wait <= PAIR.first
    desk.clock.ahead += told.wait + 0.01
    if name == EMAIL:
        assert isinstance(await signing.by_password(name, PASSWORD, AWAY), Proved)
    else:
        again = await refused(signing.by_password(name, PASSWORD, AWAY))
        assert again.code == "sign_in_refused"


async def test_a_stranger_does_not_lock_the_owner_out_at_home(desk: Desk) -> None:
    await desk.person()
    for _ in range(PAIR.free + 3):
        await refused(desk.office.signing.by_password(EMAIL, "wrong", AWAY))
    assert isinstance(await desk.office.signing.by_password(EMAIL, PASSWORD, HOME), Proved)


async def test_many_guesses_at_once_are_no_way_around(desk: Desk) -> None:
    await desk.person()
    tries = (refused(desk.office.signing.by_password(EMAIL, f"wrong {n}", AWAY)) for n in range(30))
    codes = [error.code for error in await asyncio.gather(*tries)]
    assert codes.count("sign_in_refused") == PAIR.free


async def test_after_a_hundred_in_a_row_the_password_is_worth_nothing(desk: Desk) -> None:
    account = await desk.person()
    for _ in range(MOST_FAILURES):
        await refused(desk.office.signing.by_password(EMAIL, "wrong", AWAY))
        desk.clock.ahead += 901.0
    assert desk.office.accounts.get(account.id).state == "locked"
    assert (await refused(desk.office.signing.by_password(EMAIL, PASSWORD, HOME))).code == (
        "sign_in_refused"
    )
    assert "停用" in str((await desk.letters())[-1].text)
    secret = await desk.office.recovery.make(account)
    await desk.office.recovery.finish(secret, await desk.office.passwords.hash(PASSWORD))
    assert isinstance(await desk.office.signing.by_password(EMAIL, PASSWORD, HOME), Proved)


async def test_an_old_hash_is_made_anew(desk: Desk) -> None:
    account = await desk.person()
    desk.office.signing.passwords = Passwords()
    await desk.office.signing.by_password(EMAIL, PASSWORD, HOME)
    assert "m=65536" in desk.office.accounts.get(account.id).stored.password


async def test_a_second_factor_is_asked_for_and_a_code_works_once(desk: Desk) -> None:
    id, totp, _ = await with_totp(desk)
    signing = desk.office.signing
    step = await signing.by_password(EMAIL, PASSWORD, HOME)
    assert isinstance(step, Step) and step.methods == ("totp", "recovery")
    assert signing.half_way(step.secret) == id
    used = totp.at(int(desk.clock.now()))
    assert (await refused(signing.by_step(step.secret, used, HOME))).code == "code_refused"
    desk.clock.ahead += 31.0
    code = totp.at(int(desk.clock.now()))
    assert await signing.by_step(step.secret, f" {code[:3]} {code[3:]}", HOME) == Proved(
        id, "password+totp"
    )
    assert (await refused(signing.by_step(step.secret, code, HOME))).code == "sign_in_step"


async def test_of_two_who_show_the_same_code_at_once_one_gets_in(desk: Desk) -> None:
    _, totp, _ = await with_totp(desk)
    desk.clock.ahead += 31.0
    steps = [await desk.office.signing.by_password(EMAIL, PASSWORD, HOME) for _ in range(2)]
    code = totp.at(int(desk.clock.now()))
    done = await asyncio.gather(
        *(desk.office.signing.by_step(s.secret, code, HOME) for s in steps if isinstance(s, Step)),
        return_exceptions=True,
    )
    assert sorted(isinstance(each, Proved) for each in done) == [False, True]


async def test_a_recovery_code_works_once(desk: Desk) -> None:
    id, _, codes = await with_totp(desk)
    signing = desk.office.signing
    for number, wanted in enumerate((Proved(id, "password+recovery"), None)):
        step = await signing.by_password(EMAIL, PASSWORD, HOME)
        assert isinstance(step, Step)
        if wanted:
            shown = codes[0].upper().replace("-", " ")
            assert await signing.by_step(step.secret, shown, HOME) == wanted
        else:
            assert (
                await refused(signing.by_step(step.secret, codes[0], HOME))
            ).code == "code_refused"
        assert desk.office.accounts.get(id).codes == 9, number


async def test_a_step_has_an_end_in_tries_and_in_time(desk: Desk) -> None:
    await with_totp(desk)
    signing = desk.office.signing
    step = await signing.by_password(EMAIL, PASSWORD, HOME)
    late = await signing.by_password(EMAIL, PASSWORD, HOME)
    assert isinstance(step, Step) and isinstance(late, Step)
    told = [(await refused(signing.by_step(step.secret, "wrong", HOME))).code for _ in range(7)]
    assert told == ["code_refused"] * STEP_TRIES + ["sign_in_step"] * 2
    desk.clock.ahead += STEP_SECONDS
    assert (await refused(signing.by_step(late.secret, "000000", HOME))).code == "sign_in_step"
    assert signing.half_way("made up") is None


async def test_a_known_password_gives_no_endless_guesses_at_the_second_factor(desk: Desk) -> None:
    """Each right password gives a new step, with tries of its own; they count together."""
    id, totp, _ = await with_totp(desk)
    signing = desk.office.signing

    async def another_step() -> str:
        step = await signing.by_password(EMAIL, PASSWORD, AWAY)
        assert isinstance(step, Step)
        return step.secret

    for _ in range(PAIR.free):
        told = await refused(signing.by_step(await another_step(), "000000", AWAY))
        assert told.code == "code_refused"
    desk.clock.ahead += 2.0
    right = totp.at(int(desk.clock.now()) + 30)
    told = await refused(signing.by_step(await another_step(), right, AWAY))
    assert told.code == "too_many_attempts" and told.wait is not None
    desk.clock.ahead += told.wait + 31.0
    right = totp.at(int(desk.clock.now()))
    assert await signing.by_step(await another_step(), right, AWAY) == Proved(id, "password+totp")


async def test_what_was_shown_elsewhere_ends_a_step(desk: Desk) -> None:
    id, _, _ = await with_totp(desk)
    step = await desk.office.signing.by_password(EMAIL, PASSWORD, HOME)
    assert isinstance(step, Step)
    assert desk.office.signing.pass_step(step.secret, "passkey") == Proved(id, "password+passkey")
    with pytest.raises(AccountError, match="sign_in_step"):
        desk.office.signing.pass_step(step.secret, "passkey")


async def test_two_factors_in_one_need_no_other(desk: Desk) -> None:
    id, _, _ = await with_totp(desk)
    assert desk.office.signing.proved(id, "passkey", strong=True) == Proved(id, "passkey")


async def test_a_suspended_account_hears_so_once_the_password_is_right(desk: Desk) -> None:
    account = await desk.person()
    await desk.office.accounts.set_state(account.id, "suspended")
    assert (await refused(desk.office.signing.by_password(EMAIL, "wrong", HOME))).code == (
        "sign_in_refused"
    )
    assert (await refused(desk.office.signing.by_password(EMAIL, PASSWORD, HOME))).code == (
        "account_suspended"
    )


async def test_a_code_that_was_sent_lets_in_once(desk: Desk) -> None:
    account = await desk.person()
    office = desk.office
    code = office.codes.make(office.accounts.index(EMAIL))
    assert await office.signing.by_code(EMAIL, code, HOME) == Proved(account.id, "code")
    assert (await refused(office.signing.by_code(EMAIL, code, HOME))).code == "sign_in_refused"


async def test_a_code_for_nobody_lets_nobody_in(desk: Desk) -> None:
    office = desk.office
    code = office.codes.make(office.accounts.index("nobody@park.example"))
    told = await refused(office.signing.by_code("nobody@park.example", code, HOME))
    assert told.code == "sign_in_refused"
