"""What is written to a peer that does not read, and how little of it is kept."""

from __future__ import annotations

import asyncio
import socket

from avatars.frames import decode_frame
from avatars.interest import EVERYONE
from avatars.presence import PresenceTable
from server.halls.outbox import Outbox
from server.net.live import Connection, LiveLimits
from tests.avatars.samples import body_at
from tests.server.net.sockets import BINARY, Peer, Quay, frame, handshake, quay, run

BY_HAND = LiveLimits(sweep_every=3600.0)


async def only(here: Quay) -> Connection:
    """Return the only connection, once it is there."""
    await here.gate.until("opened")
    return here.gate.connections[0]


def small_buffers(port: int) -> socket.socket:
    """Return a connected socket that takes little before it is full."""
    sock = socket.socket()
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    sock.connect(("127.0.0.1", port))
    sock.sendall(handshake())
    return sock


def test_a_peer_that_never_reads_is_told_of_by_pausing_and_dropped() -> None:
    async def story() -> None:
        async with quay(limits=BY_HAND) as here:
            sock = small_buffers(here.port)
            connection = await only(here)
            seen: list[bool] = []
            connection.watch(seen.append)
            while connection.writable:
                connection.raw_write(bytes(16_384))
                await asyncio.sleep(0)
            assert seen == [True, False]
            assert connection.buffered() <= 4 * BY_HAND.unsent_bytes
            start = asyncio.get_running_loop().time()
            connection.sweep(start + 19.0, 1.0)
            assert not connection.closing
            connection.sweep(start + 21.0, 1.0)
            assert await here.gate.until("closed") == ("closed", False, "too_slow")
            sock.close()

    run(story())


def test_messages_for_a_peer_that_never_reads_are_bounded() -> None:
    async def story() -> None:
        async with quay(limits=BY_HAND) as here:
            sock = small_buffers(here.port)
            connection = await only(here)
            while not connection.closing:
                connection.send_message(bytes(30_000))
                assert connection.buffered() <= BY_HAND.buffer_bytes + 40_000
                await asyncio.sleep(0)
            assert await here.gate.until("closed") == ("closed", False, "too_slow")
            connection.send_message(b"nobody hears this")
            sock.close()

    run(story())


def test_pings_do_not_pile_up_for_a_peer_that_never_reads() -> None:
    async def story() -> None:
        async with quay(limits=BY_HAND._replace(stuck_after=1e9)) as here:
            sock = small_buffers(here.port)
            connection = await only(here)
            while connection.writable:
                connection.raw_write(bytes(16_384))
                await asyncio.sleep(0)
            before = connection.buffered()
            for second in range(50):
                connection.sweep(connection.last_heard + 4.0 + second, 1.0)
            assert connection.buffered() == before
            sock.close()

    run(story())


def test_a_reader_that_catches_up_is_written_to_again() -> None:
    async def story() -> None:
        async with quay(limits=BY_HAND) as here, here.live() as peer:
            connection = await only(here)
            seen: list[bool] = []
            resumed = asyncio.Event()

            def watcher(writable: bool) -> None:
                seen.append(writable)
                if writable and len(seen) > 1:
                    resumed.set()

            connection.watch(watcher)
            while connection.writable:
                connection.raw_write(frame(BINARY, bytes(16_384), mask=None))
                await asyncio.sleep(0)
            while not resumed.is_set():
                await peer.frame()
            assert seen == [True, False, True]
            assert connection.writable

    run(story())


def test_a_slow_reader_loses_stale_poses_and_never_a_message() -> None:
    people, ticks = 300, 400

    async def story() -> None:
        table = PresenceTable(people, EVERYONE, ((-50.0, -1.0, -50.0), (50.0, 5.0, 50.0)))
        outbox = Outbox(people)
        bodies = [body_at(slot % 20, slot // 20) for slot in range(people)]
        for slot, body in enumerate(bodies):
            table.enter(slot, body)
        async with quay(limits=BY_HAND) as here:
            sock = small_buffers(here.port)
            connection = await only(here)
            outbox.seat(0, connection)
            for tick in range(ticks):
                for slot, body in enumerate(bodies):
                    table.write(slot, body)
                outbox.deliver(table.tick(tick, outbox.paused))
                connection.send_message(b"\x81" + tick.to_bytes(2, "big"))
                await asyncio.sleep(0)
            assert outbox.paused[0]
            peer = Peer(*await asyncio.open_connection(sock=sock))
            await peer.answer()
            messages: list[int] = []
            times: list[int] = []
            while len(messages) < ticks:
                _, payload = await peer.frame()
                if payload[0] == 0x81:
                    messages.append(int.from_bytes(payload[1:], "big"))
                else:
                    times.append(decode_frame(payload).time)
            assert messages == list(range(ticks))
            assert times == sorted(times)
            assert 0 < len(times) < ticks / 4
            outbox.deliver(table.tick(ticks, outbox.paused))
            latest = decode_frame((await peer.frame())[1])
            assert latest.time == ticks
            assert len(latest.full) == people
            await peer.close()

    run(story())
