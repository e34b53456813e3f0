"""A connection that comes back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from clients.headless.addresses import live_url
from clients.headless.errors import ConnectionLost, LingjingError, ProtocolError
from clients.headless.messages import Auth, ClientMessage, Join, Leave, ServerMessage
from clients.headless.presence import Presence
from clients.headless.session import Patience, Session
from server.wire import messages as m
from tests.clients.headless.scripted import ScriptedPark

QUICK = Patience(total=5.0, first=0.001, longest=0.01)


@dataclass
class Diary:
    """A listener that writes everything down."""

    heard: list[ServerMessage | Presence] = field(default_factory=list)
    losses: list[LingjingError] = field(default_factory=list)
    end: asyncio.Future[LingjingError] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )
    first: ClientMessage | None = None
    fault: Exception | None = None

    def hear(self, message: ServerMessage | Presence) -> None:
        if self.fault is not None:
            raise self.fault
        self.heard.append(message)

    def lost(self, fault: LingjingError) -> None:
        self.losses.append(fault)

    def again(self) -> ClientMessage | None:
        return self.first

    def ended(self, fault: LingjingError) -> None:
        self.end.set_result(fault)


@pytest.fixture
async def park() -> AsyncIterator[ScriptedPark]:
    async with ScriptedPark() as scripted:
        yield scripted


def session_of(park: ScriptedPark, patience: Patience | None = QUICK) -> Session:
    return Session(live_url(park.url), Auth(1), timeout=5.0, tls=None, patience=patience)


async def test_after_a_cut_the_first_words_are_said_again(park: ScriptedPark) -> None:
    session, diary = session_of(park), Diary(first=Join("hall-1"))
    await session.start(diary)
    session.cut()
    await session.send(Leave())
    await park.until(lambda: park.heard(m.Leave))
    assert park.heard(m.Join) == [m.Join("hall-1")]
    assert [fault.code for fault in diary.losses] == ["connection_lost"]
    await session.close()


async def test_without_patience_the_first_loss_is_the_last(park: ScriptedPark) -> None:
    session, diary = session_of(park, None), Diary()
    await session.start(diary)
    session.cut()
    assert (await diary.end).code == "connection_lost"
    with pytest.raises(ConnectionLost):
        await session.send(Leave())
    await session.close()


async def test_some_ends_are_final(park: ScriptedPark) -> None:
    session, diary = session_of(park), Diary()
    await session.start(diary)
    await park.close(4007)
    assert (await diary.end).code == "connection_replaced"
    await session.close()


async def test_what_is_said_while_away_waits_in_vain_only_so_long(park: ScriptedPark) -> None:
    session = Session(live_url(park.url), Auth(1), timeout=0.01, tls=None, patience=None)
    with pytest.raises(ConnectionLost, match="still away"):
        await session.send(Leave())


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_fault_of_the_listener_ends_the_session(park: ScriptedPark) -> None:
    session, diary = session_of(park), Diary(fault=KeyError("scene"))
    await session.start(diary)
    await park.tell(m.Gone([], 1))
    assert isinstance(await diary.end, ProtocolError)
    await session.close()


async def test_after_closing_nothing_is_said(park: ScriptedPark) -> None:
    session = session_of(park)
    await session.start(Diary())
    await session.close()
    with pytest.raises(ConnectionLost, match="closed"):
        await session.send(Leave())
