"""Links and sessions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest_asyncio
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, rule

from server.access.actor import ANYBODY, OWNER, Actor, Grant
from server.run.clock import Clock
from server.run.sessions import LINK_SECONDS, OWNER_SECONDS, Sessions, Span
from server.store.accounts_records import StoredLink, StoredSession
from server.store.archive import Archive
from tests.server.run.accounts.desk import MovedClock

T = TypeVar("T")


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


def manager(account: str) -> Actor | None:
    return Actor(account, frozenset({Grant("manager")})) if account.startswith("a_") else None


@dataclass
class House:
    archive: Archive
    clock: MovedClock
    sessions: Sessions

    def again(self) -> Sessions:
        """The same, after a restart."""
        return Sessions(self.archive.keys, self.clock, manager)


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    archive, clock = await Archive.open(tmp_path / "data"), MovedClock()
    yield House(archive, clock, Sessions(archive.keys, clock, manager))
    await archive.close()


async def test_a_link_works_once_and_not_after_its_time(house: House) -> None:
    sessions = house.sessions
    secret, late = await sessions.make_link(), await sessions.make_link()
    opened = await sessions.redeem(secret)
    assert opened is not None and sessions.actor(opened[0]) == OWNER
    assert await sessions.redeem(secret) is None
    house.clock.ahead = LINK_SECONDS + 1
    assert await sessions.redeem(late) is None
    house.clock.ahead = OWNER_SECONDS + 1
    assert sessions.actor(opened[0]) == ANYBODY


async def test_of_two_who_redeem_at_once_one_wins(house: House) -> None:
    secret = await house.sessions.make_link()
    opened = await asyncio.gather(*(house.sessions.redeem(secret) for _ in range(8)))
    assert len([each for each in opened if each]) == 1


async def test_a_session_outlives_a_restart_and_ends_when_told(house: House) -> None:
    secret, seconds = await house.sessions.open("a_1", "password", "Agent\n X", "2001:db8::1")
    second = house.again()
    assert second.actor(secret) == ANYBODY
    await second.load()
    assert second.actor(secret).id == "a_1" and seconds == Span().longest
    (shown,) = second.of("a_1")
    assert (shown.agent, shown.address, shown.how) == ("Agent X", "2001:db8::", "password")
    await second.end(secret)
    third = house.again()
    await third.load()
    assert second.actor(secret) == third.actor(secret) == ANYBODY
    assert third.actor(None) == third.actor("") == ANYBODY


async def test_an_ended_session_is_refused_before_the_archive_has_heard(house: House) -> None:
    secret, _ = await house.sessions.open("a_1", "password", "", "")
    before = house.sessions.revision
    ending = asyncio.create_task(house.sessions.end(secret))
    await asyncio.sleep(0)
    assert house.sessions.actor(secret) == ANYBODY and house.sessions.revision > before
    await ending


async def test_no_secret_is_stored(house: House, tmp_path: Path) -> None:
    link = await house.sessions.make_link()
    opened = await house.sessions.redeem(link)
    assert opened is not None
    stored = everything_in(tmp_path / "data")
    assert link.encode() not in stored and opened[0].encode() not in stored


async def test_one_all_or_all_others_are_ended(house: House) -> None:
    sessions = house.sessions
    one, two, three = [(await sessions.open("a_1", "x", "", ""))[0] for _ in range(3)]
    others, _ = await sessions.open("a_2", "x", "", "")
    named = sessions.session(two)
    assert named is not None
    assert not await sessions.end_one("a_2", named.id)
    assert await sessions.end_one("a_1", named.id)
    assert await sessions.end_all("a_1", but=one) == 1
    known = [sessions.actor(secret).is_known for secret in (one, two, three, others)]
    assert known == [True, False, False, True]
    assert await sessions.end_all("a_1") == 1 and sessions.of("a_1") == []


async def test_a_session_that_nobody_uses_ends_and_one_in_use_ends_too_one_day(
    house: House,
) -> None:
    span, sessions = house.sessions.span, house.sessions
    unused, _ = await sessions.open("a_1", "x", "", "")
    used, _ = await sessions.open("a_1", "x", "", "")
    while house.clock.ahead + span.idle / 2 < span.longest:
        house.clock.ahead += span.idle / 2
        assert sessions.actor(used).is_known
        await sessions.tend()
    assert not sessions.actor(unused).is_known and len(sessions) == 1
    house.clock.ahead = span.longest
    assert not sessions.actor(used).is_known
    revision = sessions.revision
    await sessions.tend()
    assert (await house.archive.keys.sessions(), len(sessions)) == ([], 0)
    assert sessions.revision > revision


async def test_when_a_session_was_used_last_outlives_a_restart(house: House) -> None:
    secret, _ = await house.sessions.open("a_1", "x", "", "")
    house.clock.ahead = 600.0
    house.sessions.actor(secret)
    await house.sessions.tend()
    second = house.again()
    await second.load()
    (shown,) = second.of("a_1")
    assert shown.seen - shown.created >= 600.0


async def test_an_account_that_is_gone_or_suspended_is_nobody(house: House) -> None:
    secret, _ = await house.sessions.open("b_1", "x", "", "")
    assert house.sessions.actor(secret) == ANYBODY


class Book:
    """The archive's side of it, in memory: what is durable and what is not is tested elsewhere."""

    def __init__(self) -> None:
        self.kept: dict[str, StoredSession] = {}
        self.links: dict[str, StoredLink] = {}

    async def put_session(self, session: StoredSession) -> None:
        self.kept[session.hash] = session

    async def drop_sessions(self, hashes: list[str]) -> None:
        for hash in hashes:
            self.kept.pop(hash, None)

    async def touch_sessions(self, seen: dict[str, float]) -> None:
        assert seen.keys() <= self.kept.keys()

    async def drop_expired(self, now: float) -> int:
        self.kept = {hash: s for hash, s in self.kept.items() if s.expires > now}
        return 0

    async def sessions(self) -> list[StoredSession]:
        return list(self.kept.values())


class StoppedClock(Clock):
    """Time goes on when it is told to."""

    at = 0.0

    def now(self) -> float:
        return self.at


class AnyOrder(RuleBasedStateMachine):
    """Sessions are opened, used and ended in any order: who is known is who should be."""

    opened = Bundle("opened")

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.clock, self.book = StoppedClock(), Book()
        self.sessions = Sessions(self.book, self.clock, manager)  # type: ignore[arg-type]
        self.model: dict[str, tuple[str, float, float]] = {}

    def teardown(self) -> None:
        self.loop.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def lives(self, secret: str) -> bool:
        if secret not in self.model:
            return False
        _, began, seen = self.model[secret]
        span, now = self.sessions.span, self.clock.at
        return now < began + span.longest and now - seen <= span.idle

    @rule(target=opened, account=st.sampled_from(["a_1", "a_2"]))
    def open(self, account: str) -> str:
        secret: str = self.run(self.sessions.open(account, "x", "", ""))[0]
        self.model[secret] = (account, self.clock.at, self.clock.at)
        return secret

    @rule(secret=opened)
    def use(self, secret: str) -> None:
        alive = self.lives(secret)
        assert self.sessions.actor(secret).is_known is alive
        if alive:
            account, began, _ = self.model[secret]
            self.model[secret] = (account, began, self.clock.at)

    @rule(secret=consumes(opened))
    def end(self, secret: str) -> None:
        self.run(self.sessions.end(secret))
        self.model.pop(secret, None)
        assert not self.sessions.actor(secret).is_known

    @rule(account=st.sampled_from(["a_1", "a_2"]))
    def end_all(self, account: str) -> None:
        self.run(self.sessions.end_all(account))
        self.model = {s: kept for s, kept in self.model.items() if kept[0] != account}

    @rule(seconds=st.floats(1, 100_000))
    def wait(self, seconds: float) -> None:
        self.clock.at += seconds

    @rule()
    def tend(self) -> None:
        self.run(self.sessions.tend())
        assert len(self.sessions) == sum(map(self.lives, self.model))


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = hypothesis_settings(max_examples=60, stateful_step_count=30, deadline=None)
