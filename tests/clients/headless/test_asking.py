"""Asking, and what can come instead of an answer."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clients.headless.addresses import live_url
from clients.headless.asking import Asking
from clients.headless.errors import ProtocolError, Refused, TimedOut
from clients.headless.gait import Gait
from clients.headless.messages import Auth, Done, Manifest, Need
from clients.headless.mirror import Mirror
from clients.headless.session import Session
from server.wire import messages as m
from tests.clients.headless.scripted import ScriptedPark


@pytest.fixture
async def park() -> AsyncIterator[ScriptedPark]:
    async with ScriptedPark() as scripted:
        yield scripted


@pytest.fixture
async def asking(park: ScriptedPark) -> AsyncIterator[Asking]:
    session = Session(live_url(park.url), Auth(1), timeout=5.0, tls=None, patience=None)
    mirror = Mirror(session, Gait())
    await session.start(mirror)
    yield Asking(session, mirror.requests, timeout=0.2)
    mirror.close()
    await session.close()


def need(id: int) -> Need:
    return Need(id, (0.0, 0.0, 0.0))


async def test_an_answer(asking: Asking) -> None:
    assert len((await asking.by_id(need, Manifest)).items) == 1


async def test_a_refusal(park: ScriptedPark, asking: Asking) -> None:
    park.answers[m.Need] = lambda asked: [m.Error("join_required", "", [], "r", asked.id)]
    with pytest.raises(Refused, match="join_required"):
        await asking.by_id(need, Manifest)


async def test_silence(park: ScriptedPark, asking: Asking) -> None:
    park.answers[m.Need] = lambda _: []
    with pytest.raises(TimedOut):
        await asking.by_id(need, Manifest)


async def test_an_answer_to_something_else(park: ScriptedPark, asking: Asking) -> None:
    park.answers[m.Need] = lambda asked: [m.Done(asked.id, 1)]
    with pytest.raises(ProtocolError, match="done is no answer"):
        await asking.by_id(need, Manifest)
    assert (await asking.by_id(need, Done)).revision == 1
