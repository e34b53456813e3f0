"""Peers that fall silent, stop reading, flood or never finish, and the goodbye to all.

The door's own sweeps are switched off where a story needs a certain time: it sweeps by hand.
"""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
from websockets.asyncio.client import connect

from server.net.live import Connection, LiveLimits
from server.outside.certificates import local_certificate
from tests.server.net.sockets import (
    BINARY,
    CLOSE,
    PING,
    PONG,
    Peer,
    Quay,
    ScriptedGate,
    frame,
    quay,
    run,
)
from tests.server.outside.test_certificates import NOW

BY_HAND = LiveLimits(sweep_every=3600.0)
OFTEN = LiveLimits(sweep_every=0.005)
MAP = b"\x81"


async def only(here: Quay) -> Connection:
    """Return the only connection, once it is there."""
    await here.gate.until("opened")
    return here.gate.connections[0]


async def exchange(here: Quay, peer: Peer, times: int = 1) -> None:
    """Have a message arrive, so that the peer was heard."""
    before = len(here.gate.messages())
    peer.send(*[frame(BINARY, MAP)] * times)
    await here.gate.until("message", before + times)


def test_a_silent_peer_is_pinged_then_hidden_then_cut() -> None:
    async def story() -> None:
        async with quay(limits=BY_HAND) as here, here.live() as peer:
            connection = await only(here)
            start = connection.last_heard
            connection.sweep(start + 3.9, 3.9)
            connection.sweep(start + 4.1, 0.2)
            connection.sweep(start + 7.9, 3.8)
            assert await peer.frame() == (PING, b"")
            assert ("silent",) not in here.gate.events
            connection.sweep(start + 8.1, 0.2)
            assert await here.gate.until("silent")
            assert await peer.frame() == (PING, b"")
            connection.sweep(start + 59.9, 51.8)
            connection.sweep(start + 60.1, 0.2)
            assert await here.gate.until("closed") == ("closed", False, "silent_too_long")
            assert here.door.ended == {"silent_too_long": 1}

    run(story())


def test_a_pong_is_a_sign_of_life() -> None:
    async def story() -> None:
        async with quay(limits=BY_HAND) as here, here.live() as peer:
            connection = await only(here)
            start = connection.last_heard
            for round_trip in range(1, 30):
                connection.sweep(start + round_trip * 5.0, 5.0)
                assert await peer.frame() == (PING, b"")
                peer.send(frame(PONG), frame(PING, b"done"))
                assert await peer.frame() == (PONG, b"done")
                connection.sweep(start + round_trip * 5.0 + 0.1, 0.1)
                assert connection.last_heard == start + round_trip * 5.0 + 0.1
            assert not [event for event in here.gate.events if event[0] == "silent"]

    run(story())


def test_a_silent_peer_that_speaks_again_is_shown_at_once() -> None:
    async def story() -> None:
        async with quay(limits=BY_HAND) as here, here.live() as peer:
            connection = await only(here)
            start = connection.last_heard
            for later in (11.0, 12.0):
                connection.sweep(start + later, 1.0)
            peer.send(frame(BINARY, MAP), frame(BINARY, MAP))
            await here.gate.until("message", 2)
            names = [event[0] for event in here.gate.events]
            assert names == ["asked", "opened", "silent", "heard", "message", "message"]
            connection.sweep(start + 13.0, 1.0)
            assert connection.last_heard == start + 13.0
            connection.sweep(start + 24.0, 11.0)
            await here.gate.until("silent", 2)

    run(story())


def test_the_door_sweeps_by_itself() -> None:
    async def story() -> None:
        limits = OFTEN._replace(ping_after=0.01, silent_after=0.03, cut_after=0.06)
        async with quay(limits=limits) as here, here.live() as peer:
            await here.gate.until("silent")
            assert (await here.gate.until("closed"))[2] == "silent_too_long"
            await peer.end()
            assert len(here.door) == 0
            assert len(here.entrance) == 0

    run(story())


def test_a_flood_of_frames_is_cut_without_ceremony() -> None:
    async def story() -> None:
        limits = BY_HAND._replace(frames_at_once=50.0)
        async with quay(limits=limits) as here, here.live() as peer:
            peer.send(frame(PONG) * 49)
            await exchange(here, peer)
            peer.send(frame(PONG) * 60)
            await peer.end()
            assert await here.gate.until("closed") == ("closed", False, "too_fast")

    run(story())


def test_poses_at_a_fair_rate_never_run_out_of_credit() -> None:
    async def story() -> None:
        limits = BY_HAND._replace(frames_per_second=40.0, frames_at_once=60.0)
        async with quay(limits=limits) as here, here.live() as peer:
            connection = await only(here)
            now = connection.last_heard
            for second in range(10):
                peer.send(frame(BINARY, b"\x01" + bytes(12)) * 39)
                await exchange(here, peer)
                connection.sweep(now + second, 1.0)
            assert not connection.closing

    run(story())


def test_too_many_messages_end_with_a_reason() -> None:
    async def story() -> None:
        limits = BY_HAND._replace(messages_at_once=5.0, messages_per_second=1.0)
        async with quay(limits=limits) as here, here.live() as peer:
            await exchange(here, peer, 5)
            (await only(here)).sweep(0.0, 1.0)
            await exchange(here, peer)
            peer.send(frame(BINARY, MAP))
            assert await peer.goodbye() == (4004, "too many messages")
            peer.send(frame(CLOSE, (4004).to_bytes(2, "big")))
            assert (await here.gate.until("closed"))[2] == "too_fast"
            assert len(here.gate.messages()) == 6

    run(story())


def test_a_goodbye_that_is_not_answered_is_cut() -> None:
    async def story() -> None:
        async with quay(limits=OFTEN._replace(close_within=0.3)) as here, here.live() as peer:
            (await only(here)).close(4000, "bye")
            assert await peer.goodbye() == (4000, "bye")
            assert await here.gate.until("closed") == ("closed", False, "bye")

    run(story())


def test_a_goodbye_to_one_that_goes_on_flooding_is_cut() -> None:
    async def story() -> None:
        limits = BY_HAND._replace(frames_at_once=20.0)
        async with quay(limits=limits) as here, here.live() as peer:
            (await only(here)).close(4000, "bye")
            peer.send(frame(BINARY, MAP) * 50)
            await peer.end()
            assert (await here.gate.until("closed"))[1] is False
            assert here.gate.messages() == []

    run(story())


def test_a_lost_connection_is_not_a_goodbye() -> None:
    async def story() -> None:
        async with quay() as here:
            async with here.live() as peer:
                await only(here)
                peer.writer.transport.abort()
                assert await here.gate.until("closed") == ("closed", False, "lost")
            connection = here.gate.connections[0]
            seen: list[bool] = []
            connection.watch(seen.append)
            connection.send_message(b"too late")
            connection.close(1000, "too late")
            connection.abort("too late")
            assert seen == [False]

    run(story())


def test_a_peer_that_closes_its_half_is_gone() -> None:
    async def story() -> None:
        async with quay() as here, here.live() as peer:
            peer.writer.write_eof()
            assert await peer.end() == b""
            assert await here.gate.until("closed") == ("closed", False, "lost")

    run(story())


def test_everybody_is_told_when_the_server_stops() -> None:
    async def story() -> None:
        async with quay() as here, here.live() as polite, here.live() as rude:
            await here.gate.until("opened", 2)
            here.door.stop()
            assert await polite.goodbye() == (1001, "server_stopping")
            assert await rude.goodbye() == (1001, "server_stopping")
            polite.send(frame(CLOSE, (1001).to_bytes(2, "big")))
            assert (await here.gate.until("closed"))[1] is True
            here.door.cut()
            assert (await here.gate.until("closed", 2))[1] is False
            assert len(here.door) == 0

    run(story())


def test_another_implementation_agrees() -> None:
    async def story() -> None:
        gate = ScriptedGate(on_message=Connection.send_message)
        async with quay(gate) as here:
            address = f"ws://127.0.0.1:{here.port}/live?lang=en"
            async with connect(address, subprotocols=["lingjing.v1"]) as client:  # type: ignore[list-item]
                for size in (1, 125, 126, 65_535, 65_536):
                    await client.send(MAP * size)
                    assert await client.recv() == MAP * size
                await client.send([MAP, b"in", b"parts"])
                assert await client.recv() == b"\x81inparts"
                await (await client.ping())
            assert await here.gate.until("closed") == ("closed", True, "closed")
            assert here.gate.events[0] == ("asked", "/live", "lang=en", "127.0.0.1")

    run(story())


@pytest.fixture
def contexts(tmp_path: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return a server's context with a certificate of its own, and a client's that trusts it."""
    made = local_certificate(tmp_path, ["localhost"], NOW)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(made.file)
    client = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client.check_hostname = False
    client.verify_mode = ssl.CERT_NONE
    return server, client


def test_the_same_over_tls(contexts: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    server, client = contexts

    async def story() -> None:
        gate = ScriptedGate(on_message=Connection.send_message)
        async with quay(gate, tls=server) as here:
            async with here.peer(ssl=client) as peer:
                assert "101" in await peer.shake_hands()
                connection = await only(here)
                peer.send(frame(BINARY, MAP * 60_000))
                assert await peer.frame() == (BINARY, MAP * 60_000)
                connection.raw_write(frame(BINARY, b"\x02", mask=None))
                assert await peer.frame() == (BINARY, b"\x02")
                peer.send(frame(PING, b"!"))
                assert await peer.frame() == (PONG, b"!")
                peer.send(frame(BINARY, MAP, mask=None))
                assert (await peer.goodbye())[0] == 1002
            await here.gate.until("closed")
            async with here.peer(ssl=client) as peer:
                peer.send(b"GET / HTTP/1.1\r\n\r\nbye")
                assert await peer.end() == b"GET / HTTP/1.1\r\n\r\nBYE"

    run(story())
