"""The one port: which door a connection goes through, and who gets no further."""

from __future__ import annotations

import asyncio

import pytest

from server.net.front import is_live
from tests.server.net.sockets import NoPages, handshake, quay, run


@pytest.mark.parametrize(
    ("head", "live"),
    [
        (b"GET /live HTTP/1.1\r\n", True),
        (b"GET /live?lang=en HTTP/1.1\r\n", True),
        (b"GET /live/ HTTP/1.1\r\n", False),
        (b"GET /lively HTTP/1.1\r\n", False),
        (b"POST /live HTTP/1.1\r\n", False),
        (b"GET / HTTP/1.1\r\nX: GET /live HTTP/1.1\r\n", False),
        (b"get /live HTTP/1.1\r\n", False),
        (b"\x16\x03\x01", False),
        (b"", False),
    ],
)
def test_the_first_line_decides(head: bytes, live: bool) -> None:
    assert is_live(head) is live


def test_pages_get_every_byte_and_the_connection_s_end() -> None:
    async def story() -> None:
        async with quay() as here, here.peer() as peer:
            peer.send(b"GET /pa", b"ge HTTP/1.1\r\n")
            await asyncio.sleep(0)
            peer.send(b"host: a\r\n\r\n", b"and more ")
            assert await peer.reader.readuntil(b"MORE ") == (
                b"GET /PAGE HTTP/1.1\r\nHOST: A\r\n\r\nAND MORE "
            )
            assert len(here.entrance) == 1
            peer.send(b"get /live http/1.1\r\n\r\nbye")
            assert await peer.end() == b"GET /LIVE HTTP/1.1\r\n\r\nBYE"
            assert here.gate.events == []
            assert len(here.entrance) == 0

    run(story())


def test_a_head_that_comes_drop_by_drop_is_cut_off() -> None:
    async def story() -> None:
        async with quay(head_seconds=0.05) as here, here.peer() as peer:
            peer.send(b"GET / HTTP/1.1\r\nHost: a\r\n")
            ended = asyncio.ensure_future(peer.end())
            while not ended.done():
                peer.send(b"X: y\r\n")
                await asyncio.wait([ended], timeout=0.005)
            assert here.entrance.turned_away == {"late": 1}
            assert len(here.entrance) == 0

    run(story())


def test_a_connection_that_says_nothing_is_cut_off() -> None:
    async def story() -> None:
        async with quay(head_seconds=0.01) as here, here.peer() as peer:
            assert await peer.end() == b""
            assert here.entrance.turned_away == {"late": 1}

    run(story())


def test_a_connection_in_time_has_no_deadline_any_more() -> None:
    async def story() -> None:
        async with quay(head_seconds=0.5) as here, here.peer() as late:
            async with here.live() as peer:
                await late.end()
                peer.writer.transport.abort()
                assert (await here.gate.until("closed"))[2] == "lost"
            assert here.entrance.turned_away == {"late": 1}

    run(story())


def test_a_head_that_never_ends_is_refused() -> None:
    async def story() -> None:
        async with quay(head_bytes=1000) as here, here.peer() as peer:
            peer.send(b"GET / HTTP/1.1\r\n", b"X: " + b"y" * 2000)
            assert (await peer.end()).startswith(b"HTTP/1.1 431 ")
            assert here.entrance.turned_away == {"head": 1}

    run(story())


def test_a_long_head_that_ends_is_refused_too() -> None:
    async def story() -> None:
        async with quay(head_bytes=1000) as here, here.peer() as peer:
            assert (await peer.shake_hands(X="y" * 1000)).startswith("HTTP/1.1 431 ")
            assert here.gate.events == []

    run(story())


def test_there_is_an_end_to_all_connections() -> None:
    async def story() -> None:
        async with quay(in_all=2) as here, here.peer(), here.peer():
            async with here.peer() as turned_away:
                assert await turned_away.end() == b""
            assert here.entrance.turned_away == {"full": 1}

    run(story())


def test_one_address_may_have_so_many_connections() -> None:
    async def story() -> None:
        async with quay(per_address=2) as here:
            async with here.live(), here.peer() as second:
                await here.gate.until("opened")
                second.send(b"hello\r\n\r\n")
                await second.reader.readuntil(b"\r\n\r\n")
                async with here.peer() as third:
                    assert await third.end() == b""
                assert here.entrance.turned_away == {"address": 1}
                second.send(b"bye\r\n\r\n")
                await second.end()
                async with here.live():
                    await here.gate.until("opened", 2)
            await here.gate.until("closed", 2)
            assert len(here.entrance) == 0

    run(story())


def test_a_handshake_cut_anywhere_still_arrives() -> None:
    async def story() -> None:
        head = handshake()
        async with quay() as here:
            for cut in (1, 9, 10, 40, len(head) - 1):
                async with here.peer() as peer:
                    peer.send(head[:cut])
                    await asyncio.sleep(0)
                    peer.send(head[cut:])
                    assert "101" in await peer.answer()

    run(story())


def test_pages_are_told_to_pause_and_resume() -> None:
    told: list[str] = []

    class Busy(NoPages):
        def data_received(self, data: bytes) -> None:
            self.transport.write(bytes(8 << 20))

        def pause_writing(self) -> None:
            told.append("pause")

        def resume_writing(self) -> None:
            told.append("resume")
            self.transport.close()

        def connection_lost(self, exc: Exception | None) -> None:
            told.append("lost")

    async def story() -> None:
        async with quay() as here:
            here.entrance.doors = here.entrance.doors._replace(pages=Busy)
            async with here.peer() as peer:
                peer.send(b"GET / HTTP/1.1\r\n\r\n")
                assert len(await peer.end()) == 8 << 20
        assert told == ["pause", "resume", "lost"]

    run(story())
