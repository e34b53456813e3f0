"""Invitations: made by whoever may, taken up once, over in time."""

from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, rule

from server.access.actor import OWNER, Actor, Grant
from server.run.accounts.errors import AccountError
from server.run.accounts.invitations import KEPT_SECONDS, Wanted
from server.store.errors import StoreError
from tests.server.run.accounts.desk import Desk, open_desk

DAY = 86_400.0
MANAGER = Actor("a_m", frozenset({Grant("manager")}))


def wanted(*grants: Grant, email: str = "wang@park.example", seconds: float = DAY) -> Wanted:
    return Wanted("staff", frozenset(grants or {Grant("host")}), email, "王芳", "zh-CN", seconds)


async def code_of(work: Any) -> str:
    with pytest.raises((AccountError, StoreError)) as refused:
        await work
    return str(getattr(refused.value, "code", ""))


async def test_it_becomes_the_account_that_it_said(desk: Desk) -> None:
    invitations = desk.office.invitations
    made, secret = await invitations.make(OWNER, wanted())
    assert await invitations.find(secret) == made
    account = await invitations.accept(secret, "王芳", made.email, "hash", "en")
    assert (account.name, account.grants, account.kind) == ("王芳", made.grants, "staff")
    assert desk.office.accounts.find("wang@park.example") == account
    assert await code_of(invitations.find(secret)) == "invitation_refused"
    (kept,) = await invitations.all()
    assert (kept.account, kept.email, kept.name) == (account.id, "", "")
    assert not desk.vault.knows(made.id)


async def test_of_many_who_accept_at_once_one_does(desk: Desk) -> None:
    invitations = desk.office.invitations
    _, secret = await invitations.make(OWNER, wanted())
    done = await asyncio.gather(
        *(invitations.accept(secret, "x", f"x{n}@park.example", "", "en") for n in range(6)),
        return_exceptions=True,
    )
    assert sorted(isinstance(each, Exception) for each in done) == [False] + [True] * 5
    assert len(desk.office.accounts) == 1


async def test_nobody_invites_somebody_mightier(desk: Desk) -> None:
    invitations = desk.office.invitations
    for role in ("operator", "auditor"):
        refused = invitations.make(MANAGER, wanted(Grant(role)))
        assert await code_of(refused) == "grant_refused"
    made, _ = await invitations.make(OWNER, wanted(Grant("operator")))
    assert await code_of(invitations.revoke(MANAGER, made.id)) == "grant_refused"
    await invitations.revoke(OWNER, made.id)
    assert await code_of(invitations.revoke(OWNER, made.id)) == "invitation_unknown"


@pytest.mark.parametrize("end", ["suspended", "demoted", "removed"])
async def test_it_does_not_outlive_what_its_maker_may_give(desk: Desk, end: str) -> None:
    account = await desk.person()
    desk.office.accounts.note_passkeys(account.id, 1)
    maker = desk.office.accounts.actor(account.id)
    assert maker is not None
    _, secret = await desk.office.invitations.make(maker, wanted(Grant("manager")))
    await desk.office.invitations.find(secret)
    if end == "suspended":
        await desk.office.set_state(OWNER, account.id, "suspended")
    elif end == "demoted":
        await desk.office.regrant(OWNER, account.id, frozenset({Grant("host")}))
    else:
        await desk.office.remove(OWNER, account.id)
    accepting = desk.office.invitations.accept(secret, "x", "x@y.zz", "", "en")
    assert await code_of(accepting) == "invitation_refused"


async def test_an_address_that_has_an_account_is_not_invited(desk: Desk) -> None:
    await desk.person(email="wang@park.example")
    assert await code_of(desk.office.invitations.make(OWNER, wanted())) == "account_exists"


async def test_it_ends_and_is_forgotten_with_what_sealed_it(desk: Desk) -> None:
    invitations = desk.office.invitations
    made, secret = await invitations.make(OWNER, wanted())
    desk.clock.ahead += DAY
    assert await code_of(invitations.accept(secret, "x", "x@y.zz", "", "en")) == (
        "invitation_refused"
    )
    await invitations.tend()
    assert len(await invitations.all()) == 1 and desk.vault.knows(made.id)
    desk.clock.ahead += KEPT_SECONDS + 1
    await invitations.tend()
    assert await invitations.all() == [] and not desk.vault.knows(made.id)


async def test_neither_secret_nor_address_is_stored(desk: Desk) -> None:
    _, secret = await desk.office.invitations.make(OWNER, wanted())
    stored = b"".join(p.read_bytes() for p in desk.folder.rglob("*") if p.is_file())
    assert secret.encode() not in stored
    assert b"wang@park.example" not in stored and "王芳".encode() not in stored


class AnyOrder(RuleBasedStateMachine):
    """In any order: an invitation makes one account at most, and none once it is over."""

    secrets = Bundle("secrets")

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.loop = asyncio.new_event_loop()
        self.context = open_desk(Path(self.folder.name) / "data")
        self.desk = self.run(self.context.__aenter__())
        self.open: dict[str, tuple[str, float]] = {}
        self.people = 0

    def teardown(self) -> None:
        if hasattr(self, "loop"):
            self.run(self.context.__aexit__(None, None, None))
            self.loop.close()
            self.folder.cleanup()

    def run(self, work: Any) -> Any:
        return self.loop.run_until_complete(work)

    @rule(target=secrets, days=st.integers(1, 5))
    def make(self, days: int) -> str:
        want = wanted(email="", seconds=days * DAY)
        made, secret = self.run(self.desk.office.invitations.make(OWNER, want))
        self.open[secret] = (made.id, made.expires)
        return str(secret)

    @rule(secret=secrets)
    def accept(self, secret: str) -> None:
        self.people += 1
        email = f"p{self.people}@park.example"
        accepting = self.desk.office.invitations.accept(secret, "x", email, "", "en")
        if secret in self.open and self.open[secret][1] > self.desk.clock.now():
            assert self.run(accepting).grants == {Grant("host")}
            del self.open[secret]
        else:
            assert self.run(code_of(accepting)) == "invitation_refused"

    @rule(secret=secrets)
    def revoke(self, secret: str) -> None:
        if secret in self.open:
            self.run(self.desk.office.invitations.revoke(OWNER, self.open.pop(secret)[0]))

    @rule(days=st.integers(0, 3))
    def wait(self, days: int) -> None:
        self.desk.clock.ahead += days * DAY


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = hypothesis_settings(max_examples=8, stateful_step_count=15, deadline=None)
