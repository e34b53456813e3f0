"""Frames that a peer may and may not send, over a real socket (RFC 6455 sections 5 and 7)."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.net.live import LiveLimits
from server.net.live_connection import Connection, is_close_code
from tests.server.net.sockets import (
    BINARY,
    CLOSE,
    CONTINUATION,
    PING,
    PONG,
    TEXT,
    ScriptedGate,
    frame,
    quay,
    run,
)

MAP = b"\x81"
"""How a MessagePack map begins."""
LARGEST = 65_536


def code(number: int, reason: bytes = b"") -> bytes:
    return number.to_bytes(2, "big") + reason


WHOLE: dict[str, tuple[list[bytes], list[bytes]]] = {
    "one message": ([frame(BINARY, MAP + b"a")], [MAP + b"a"]),
    "one byte": ([frame(BINARY, MAP)], [MAP]),
    "empty": ([frame(BINARY)], [b""]),
    "125 bytes": ([frame(BINARY, MAP * 125)], [MAP * 125]),
    "126 bytes": ([frame(BINARY, MAP * 126)], [MAP * 126]),
    "the largest": ([frame(BINARY, MAP * LARGEST)], [MAP * LARGEST]),
    "two at once": ([frame(BINARY, b"\x81"), frame(BINARY, b"\x82")], [b"\x81", b"\x82"]),
    "a mask of zeros": ([frame(BINARY, MAP + b"a", mask=bytes(4))], [MAP + b"a"]),
    "two fragments": (
        [frame(BINARY, MAP + b"a", final=False), frame(CONTINUATION, b"b")],
        [MAP + b"ab"],
    ),
    "empty fragments": (
        [
            frame(BINARY, b"", final=False),
            frame(CONTINUATION, MAP, final=False),
            frame(CONTINUATION, b""),
        ],
        [MAP],
    ),
    "the largest in fragments": (
        [frame(BINARY, MAP * 65_535, final=False), frame(CONTINUATION, b"z")],
        [MAP * 65_535 + b"z"],
    ),
    "a ping between fragments": (
        [frame(BINARY, MAP, final=False), frame(PING, b"!"), frame(CONTINUATION, b"b")],
        [MAP + b"b"],
    ),
    "a pong nobody asked for": ([frame(PONG, b"?"), frame(BINARY, MAP)], [MAP]),
}
BROKEN: dict[str, tuple[list[bytes], int]] = {
    "text": ([frame(TEXT, b"hello")], 1003),
    "text in fragments": ([frame(TEXT, b"hel", final=False)], 1003),
    "no mask": ([frame(BINARY, MAP, mask=None)], 1002),
    "a ping without mask": ([frame(PING, b"", mask=None)], 1002),
    "reserved bit 1": ([frame(BINARY, MAP, reserved=4)], 1002),
    "reserved bit 2": ([frame(BINARY, MAP, reserved=2)], 1002),
    "reserved bit 3": ([frame(BINARY, MAP, reserved=1)], 1002),
    "reserved bit on a pose": ([frame(BINARY, b"\x01" + bytes(30), reserved=4)], 1002),
    "reserved bit on a ping": ([frame(PING, b"", reserved=4)], 1002),
    "reserved bit on a close": ([frame(CLOSE, code(1000), reserved=4)], 1002),
    **{f"opcode {n}": ([frame(n, MAP)], 1002) for n in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15)},
    "a ping in fragments": ([frame(PING, b"a", final=False)], 1002),
    "a close in fragments": ([frame(CLOSE, code(1000), final=False)], 1002),
    "a long ping": ([frame(PING, bytes(126))], 1002),
    "a long close": ([frame(CLOSE, code(1000, b"x" * 124))], 1002),
    "a continuation of nothing": ([frame(CONTINUATION, MAP)], 1002),
    "a continuation after the end": ([frame(BINARY, MAP), frame(CONTINUATION, b"b")], 1002),
    "a new message inside another": (
        [frame(BINARY, MAP, final=False), frame(BINARY, MAP)],
        1002,
    ),
    "text inside a message": ([frame(BINARY, MAP, final=False), frame(TEXT, b"a")], 1003),
    "a short length in 16 bits": ([frame(BINARY, MAP * 100, declared=(126, 100))], 1002),
    "a short length in 64 bits": ([frame(BINARY, MAP * 200, declared=(127, 200))], 1002),
    "a negative length": ([frame(BINARY, b"", declared=(127, 1 << 63))], 1002),
    "one byte too many": ([frame(BINARY, MAP * (LARGEST + 1))], 1009),
    "a huge length": ([frame(BINARY, b"", declared=(127, 1 << 40))], 1009),
    "too much in fragments": (
        [frame(BINARY, MAP * 40_000, final=False), frame(CONTINUATION, MAP * 40_000)],
        1009,
    ),
    "fragments of nothing": (
        [frame(BINARY, b"", final=False), *[frame(CONTINUATION, b"", final=False)] * 64],
        1009,
    ),
    "a close of one byte": ([frame(CLOSE, b"\x03")], 1002),
    "a close whose reason is no UTF-8": ([frame(CLOSE, code(1000, b"\xff\xfe"))], 1007),
    **{
        f"close code {n}": ([frame(CLOSE, code(n))], 1002)
        for n in (0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535)
    },
}


@pytest.mark.parametrize(("sent", "heard"), WHOLE.values(), ids=WHOLE.keys())
def test_whole_messages_arrive(sent: list[bytes], heard: list[bytes]) -> None:
    async def story() -> None:
        async with quay() as here, here.live() as peer:
            peer.send(*sent)
            await here.gate.until("message", len(heard))
            assert here.gate.messages() == heard
            peer.send(frame(PING, b"still there"))
            while await peer.frame() != (PONG, b"still there"):
                pass

    run(story())


@pytest.mark.parametrize(("sent", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_frame_ends_the_connection_with_its_code(sent: list[bytes], expected: int) -> None:
    async def story() -> None:
        async with quay() as here, here.live() as peer:
            peer.send(*sent)
            assert (await peer.goodbye())[0] == expected
            peer.send(frame(CLOSE, code(1000)))
            await peer.end()
            await here.gate.until("closed")
            assert len(here.gate.messages()) <= 1

    run(story())


@pytest.mark.parametrize("number", [1000, 1001, 1003, 1007, 1011, 1013, 3000, 4999])
def test_a_goodbye_is_answered_with_the_same_code(number: int) -> None:
    async def story() -> None:
        async with quay() as here, here.live() as peer:
            peer.send(frame(CLOSE, code(number, "再见".encode())))
            assert await peer.goodbye() == (number, "")
            assert await peer.end() == b""
            assert await here.gate.until("closed") == ("closed", True, "closed")

    run(story())


def test_a_goodbye_without_a_code_is_answered() -> None:
    async def story() -> None:
        async with quay() as here, here.live() as peer:
            peer.send(frame(CLOSE), frame(BINARY, MAP))
            assert (await peer.goodbye())[0] == 1000
            assert await peer.end() == b""
            assert here.gate.messages() == []

    run(story())


@pytest.mark.parametrize("payload", [b"", b"x", b"\x00" * 125])
def test_a_ping_is_answered_with_its_payload(payload: bytes) -> None:
    async def story() -> None:
        async with quay() as here, here.live() as peer:
            peer.send(frame(PING, payload))
            assert await peer.frame() == (PONG, payload)

    run(story())


def test_bytes_may_come_one_by_one() -> None:
    async def story() -> None:
        async with quay() as here, here.live() as peer:
            for byte in frame(BINARY, MAP + b"slowly", final=False) + frame(CONTINUATION, b"!"):
                peer.send(bytes((byte,)))
                await asyncio.sleep(0)
            await here.gate.until("message")
            assert here.gate.messages() == [MAP + b"slowly!"]

    run(story())


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_end_in_order_and_never_in_an_exception(data: bytes) -> None:
    async def story() -> None:
        async with quay() as here, here.live() as peer:
            peer.send(data)
            peer.writer.write_eof()
            await peer.end()
            _, _, why = await here.gate.until("closed")
            assert why != "internal"

    run(story())


class Shelf:
    """Stands where a hall's table would: keeps the frames that came."""

    def __init__(self) -> None:
        self.frames: list[bytes] = []
        self.left = False

    def writer(self, slot: int) -> object:
        def put(data: bytes) -> bool:
            if self.left:
                raise ValueError("released")
            self.frames.append(data)
            return len(data) in (13, 31)

        return put


def test_poses_go_straight_to_the_table() -> None:
    async def story() -> None:
        shelf = Shelf()

        def sit(connection: Connection) -> None:
            connection.slot = 3
            connection.table = shelf  # type: ignore[assignment]

        async with quay(ScriptedGate(on_open=sit)) as here, here.live() as peer:
            whole, head = b"\x01" + bytes(range(30)), b"\x01" + bytes(12)
            peer.send(frame(BINARY, whole), frame(BINARY, head), frame(BINARY, b"\x01short"))
            peer.send(frame(BINARY, whole[:9], final=False), frame(CONTINUATION, whole[9:]))
            await here.gate.until("fault")
            shelf.left = True
            peer.send(frame(BINARY, whole), frame(BINARY, whole), frame(BINARY, MAP))
            await here.gate.until("message")
            assert shelf.frames == [whole, head, b"\x01short", whole]
            assert [e for e in here.gate.events if e[0] == "fault"] == [("fault", "pose_invalid")]
            assert here.gate.connections[0].table is None

    run(story())


def test_poses_before_joining_are_passed_over() -> None:
    async def story() -> None:
        async with quay() as here, here.live() as peer:
            peer.send(frame(BINARY, b"\x01" + bytes(30)), frame(BINARY, MAP))
            await here.gate.until("message")
            assert here.gate.messages() == [MAP]

    run(story())


def test_the_gate_says_goodbye_with_a_reason() -> None:
    async def story() -> None:
        gate = ScriptedGate(on_message=lambda c, _: c.close(4001, "token_refused"))
        async with quay(gate) as here, here.live() as peer:
            peer.send(frame(BINARY, MAP), frame(BINARY, MAP))
            assert await peer.goodbye() == (4001, "token_refused")
            here.gate.connections[0].send_message(b"too late")
            here.gate.connections[0].close(4002, "again")
            peer.send(frame(CLOSE, code(4001)))
            assert await peer.end() == b""
            assert await here.gate.until("closed") == ("closed", True, "token_refused")
            assert here.gate.messages() == [MAP]

    run(story())


def test_messages_of_every_size_go_out_in_order() -> None:
    async def story() -> None:
        sizes = [0, 1, 125, 126, 4000, 65_535, 65_536, 200_000]

        def answer(connection: Connection, _payload: bytes) -> None:
            for size in sizes:
                connection.send_message(bytes(size))

        async with quay(ScriptedGate(on_message=answer)) as here, here.live() as peer:
            peer.send(frame(BINARY, MAP))
            assert [len((await peer.frame())[1]) for _ in sizes] == sizes

    run(story())


def test_an_error_behind_the_gate_ends_that_connection_alone(
    capfd: pytest.CaptureFixture[str],
) -> None:
    async def story() -> None:
        def fail(connection: Connection, payload: bytes) -> None:
            if payload == b"\x81!":
                raise RuntimeError("behind the gate")

        gate = ScriptedGate(on_message=fail)
        async with quay(gate) as here, here.live() as peer, here.live() as other:
            peer.send(frame(BINARY, b"\x81!"))
            assert (await peer.goodbye())[0] == 1011
            peer.send(frame(CLOSE, code(1011)))
            assert (await here.gate.until("closed"))[2] == "internal"
            other.send(frame(BINARY, MAP))
            await here.gate.until("message", 2)

    run(story())
    assert "behind the gate" in "".join(capfd.readouterr())


def test_the_codes_that_may_be_sent() -> None:
    allowed = {n for n in range(65536) if is_close_code(n)}
    assert {1000, 1001, 1002, 1003, 1007, 1014, 3000, 4999} <= allowed
    assert not allowed & {0, 999, 1004, 1005, 1006, 1015, 2999, 5000}


def test_limits_have_an_order() -> None:
    limits = LiveLimits()
    assert limits.ping_after < limits.silent_after < limits.cut_after
    assert limits.unsent_bytes < limits.buffer_bytes
