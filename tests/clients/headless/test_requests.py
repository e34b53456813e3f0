"""Questions find their answers."""

from __future__ import annotations

import asyncio

import pytest

from clients.headless.errors import ConnectionLost, LingjingError, Refused
from clients.headless.messages import Done, Error, Manifest, Pong, WalkablePath
from clients.headless.requests import JOIN, Requests, ping_key


async def test_answers_may_come_in_any_order() -> None:
    requests = Requests()
    first, second = requests.next_id(), requests.next_id()
    one, other = requests.open(first), requests.open(second)
    requests.settle(WalkablePath(second, None))
    requests.settle(Manifest(first, []))
    assert (await one, await other) == (Manifest(first, []), WalkablePath(second, None))


async def test_an_answer_to_nobody_is_no_harm() -> None:
    Requests().settle(Done(99, 1))


async def test_pings_are_told_apart_by_their_time() -> None:
    requests = Requests()
    early, late = requests.open(ping_key(1.0)), requests.open(ping_key(2.0))
    requests.settle(Pong(2.0, 0.0))
    assert late.done()
    assert not early.done()


async def test_a_refusal_without_an_id_answers_the_join() -> None:
    requests = Requests()
    joining, asking = requests.open(JOIN), requests.open(requests.next_id())
    requests.settle(Error("hall_closed", "", [], "r"))
    with pytest.raises(Refused, match="hall_closed"):
        await joining
    assert not asking.done()


async def test_who_asks_again_gives_up_the_first_question() -> None:
    requests = Requests()
    first, second = requests.open(JOIN), requests.open(JOIN)
    with pytest.raises(LingjingError, match="superseded"):
        await first
    requests.drop(JOIN, first)
    assert not second.done()
    requests.drop(JOIN, second)
    requests.fail(ConnectionLost("connection_lost"))
    assert not second.done()


async def test_a_loss_is_told_to_all() -> None:
    requests = Requests()
    waiting = [requests.open(requests.next_id()) for _ in range(3)]
    requests.fail(ConnectionLost("connection_lost"))
    told = await asyncio.gather(*waiting, return_exceptions=True)
    assert {type(answer) for answer in told} == {ConnectionLost}
