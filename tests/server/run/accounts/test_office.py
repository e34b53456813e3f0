"""What the office does around a sign-in, and in between."""

from __future__ import annotations

from server.access.actor import OWNER
from tests.server.run.accounts.desk import AWAY, HOME, Desk


async def test_a_sign_in_from_a_new_place_is_told_and_others_are_not(desk: Desk) -> None:
    account, accounts = await desk.person(), desk.office.accounts
    for agent, address in (("A", HOME), ("A", HOME), ("B", HOME), ("B", AWAY), ("A", HOME)):
        await desk.office.enter(accounts.get(account.id), "password", agent, address)
    told = [str(notice.text) for notice in await desk.letters()]
    assert len(told) == 2 and HOME in told[0] and AWAY in told[1] and "B" in told[0]
    assert accounts.get(account.id).stored.seen is not None


async def test_whoever_is_suspended_is_out_at_once_and_back_when_admitted(desk: Desk) -> None:
    account = await desk.person()
    secret, _ = await desk.office.enter(account, "password", "A", HOME)
    await desk.office.set_state(OWNER, account.id, "suspended")
    assert not desk.office.sessions.actor(secret).is_known
    await desk.office.set_state(OWNER, account.id, "active")
    assert not desk.office.sessions.actor(secret).is_known
    again, _ = await desk.office.enter(account, "password", "A", HOME)
    assert desk.office.sessions.actor(again).is_known


async def test_letters_that_cannot_be_sent_keep_nobody_out(desk: Desk) -> None:
    async def fail(notice: object) -> None:
        raise OSError("no way out")

    desk.office.postbox.deliver = fail
    account = await desk.person()
    desk.office.postbox.tell(account, "password")
    assert await desk.letters() == []


async def test_it_ends_and_begins_again(desk: Desk) -> None:
    await desk.office.stop()
    await desk.office.stop()
    await desk.office.start()
    assert len(desk.office.sessions) == 0
