"""One socket, from its handshake to its end."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from clients.headless.addresses import live_url
from clients.headless.connection import Connection
from clients.headless.errors import ConnectionLost, ProtocolError, Refused
from clients.headless.messages import Auth, Gone, Join, Joined
from clients.headless.pose import Pose, encode_pose
from clients.headless.presence import Presence
from server.wire import messages as m
from tests.clients.headless.scripted import ScriptedPark
from tests.clients.headless.test_world import frame


@pytest.fixture
async def park() -> AsyncIterator[ScriptedPark]:
    async with ScriptedPark() as scripted:
        yield scripted


async def connect(park: ScriptedPark, version: int = 1) -> Connection:
    return await Connection.open(live_url(park.url), Auth(version, name="Anna"), within=5.0)


async def test_greeting_and_talking(park: ScriptedPark) -> None:
    connection = await connect(park)
    assert (connection.hello.connection, connection.ready.name) == ("c-1", "Anna")
    await connection.send(Join("grounds"))
    assert isinstance(await connection.receive(), Joined)
    await connection.send_pose(encode_pose(Pose((0, 1.6, 0))))
    await park.until(lambda: park.poses)
    await park.tell(m.Gone([], 3), frame((4, Pose((0, 0, 0)))), b"\x03voice", b"\x81\xa1t\xa3new")
    assert await connection.receive() == Gone([], 3)
    seen = await connection.receive()
    assert isinstance(seen, Presence)
    assert list(seen.bodies) == [4]
    assert [await connection.receive(), await connection.receive()] == [None, None]
    await connection.close()


async def test_the_end_says_why(park: ScriptedPark) -> None:
    connection = await connect(park)
    await park.tell(m.Bye("server_stopping", "再见"))
    await park.close(1001)
    await connection.receive()
    with pytest.raises(ConnectionLost) as caught:
        await connection.receive()
    assert (caught.value.code, caught.value.retry) == ("server_stopping", True)
    with pytest.raises(ConnectionLost, match="server_stopping"):
        await connection.send(Join("grounds"))


async def test_an_empty_frame_is_no_message(park: ScriptedPark) -> None:
    connection = await connect(park)
    await park.tell(b"")
    with pytest.raises(ProtocolError):
        await connection.receive()
    connection.abort()


async def test_what_is_no_greeting(park: ScriptedPark) -> None:
    park.greeting = False
    park.answers[m.Auth] = lambda _: [m.Gone([], 1)]
    with pytest.raises(ProtocolError, match="hello"):
        await connect(park)


async def test_an_auth_that_is_not_answered(park: ScriptedPark) -> None:
    park.answers[m.Auth] = lambda _: [m.Gone([], 1)]
    with pytest.raises(ProtocolError, match="auth"):
        await connect(park)


async def test_a_refused_auth(park: ScriptedPark) -> None:
    park.answers[m.Auth] = lambda _: [m.Error("token_refused", "", [], "r")]
    with pytest.raises(Refused, match="token_refused"):
        await connect(park)


async def test_a_farewell_instead_of_an_answer(park: ScriptedPark) -> None:
    park.answers[m.Auth] = lambda _: [m.Bye("server_full", "")]
    park.closes_after_farewell = 1013
    with pytest.raises(ConnectionLost, match="server_full"):
        await connect(park)
