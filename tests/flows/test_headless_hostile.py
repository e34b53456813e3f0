"""What breaks the protocol gets a coded answer, and nobody else notices."""

from __future__ import annotations

import asyncio
import math
import struct
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgpack  # type: ignore[import-untyped]
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from clients.headless import Pose, Visitor
from clients.headless.addresses import live_url
from clients.headless.messages import CLOSING, SUBPROTOCOL
from clients.headless.pose import encode_pose
from server.access.actor import OWNER
from server.app import Running
from server.wire.limits import CLIENT_BYTES
from tests.flows.house import park_at

AUTH = {"t": "auth", "version": 1, "name": "Eve", "lang": "en"}
JOIN = {"t": "join", "hall": "grounds"}


class Raw:
    """A socket that says whatever the test wants."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket

    async def say(self, *messages: dict[str, Any] | bytes | str) -> None:
        for message in messages:
            plain = isinstance(message, bytes | str)
            await self.socket.send(message if plain else msgpack.packb(message))

    async def hear(self, name: str) -> dict[str, Any]:
        """The next message of this name."""
        async with asyncio.timeout(10):
            while True:
                data = await self.socket.recv(decode=False)
                message = msgpack.unpackb(data) if data[0] >= 0x10 else {}
                if message.get("t") == name:
                    return dict(message)

    async def refusal(self) -> tuple[str, str]:
        """The code of the next error, and where its fault lies."""
        error = await self.hear("error")
        details = error["details"]
        return error["code"], details[0]["pointer"] if details else ""

    async def end(self) -> tuple[int, str]:
        """The close code, and the last words' code."""
        said = ""
        try:
            while True:
                said = (await self.hear("bye"))["code"]
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 1006, said


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Running]:
    async with park_at(tmp_path) as running:
        yield running


@pytest.fixture
async def raw(house: Running) -> AsyncIterator[Raw]:
    async with connect(
        live_url(house.visitor_url),
        subprotocols=[Subprotocol(SUBPROTOCOL)],
        proxy=None,
        close_timeout=0.5,
    ) as socket:
        yield Raw(socket)


@pytest.fixture
async def witness(house: Running) -> AsyncIterator[Visitor]:
    async with Visitor(house.visitor_url, name="证人") as visitor:
        await visitor.join("grounds")
        yield visitor


async def test_the_phases_are_kept_apart(raw: Raw) -> None:
    await raw.say(JOIN)
    assert (await raw.refusal())[0] == "auth_required"
    await raw.say(AUTH, AUTH)
    assert (await raw.refusal())[0] == "auth_repeated"
    await raw.say({"t": "need", "id": 4, "at": [0, 0, 0]})
    assert (await raw.refusal())[0] == "join_required"
    await raw.say(JOIN)
    assert (await raw.hear("joined"))["hall"] == "grounds"


async def test_auth_and_join_may_be_said_without_waiting(raw: Raw) -> None:
    await raw.say(AUTH, JOIN)
    assert (await raw.hear("hello"))["version"] == 1
    assert (await raw.hear("ready"))["name"] == "Eve"
    assert (await raw.hear("joined"))["resumed"] is False


async def test_refusals_come_in_the_readers_language(raw: Raw) -> None:
    await raw.say(AUTH, {"t": "join", "hall": "nowhere"})
    assert (await raw.hear("error"))["message"] == "There is no such hall"


@pytest.mark.parametrize(
    ("sent", "code", "pointer"),
    [
        (b"\xc1", "message_malformed", ""),
        (b"\x0f\x00", "message_malformed", ""),
        ({"t": "fly"}, "unknown_message", "/t"),
        ({"t": "need", "id": 1, "at": [0, math.nan, 0]}, "not_finite", "/at/1"),
        ({"t": "who", "ids": [70_000]}, "out_of_range", "/ids/0"),
        ({"t": "sit", "id": 1}, "missing_field", "/seat"),
        ({"t": "ping", "at": 1, "extra": 1}, "unknown_field", "/extra"),
        (b"\x91" * 500, "too_deep", "/0" * 24),
    ],
)
async def test_faulty_messages_get_a_code_and_a_place(
    raw: Raw, sent: dict[str, Any] | bytes, code: str, pointer: str
) -> None:
    await raw.say(AUTH, sent)
    assert await raw.refusal() == (code, pointer)
    await raw.say({"t": "ping", "at": 5.0})
    assert (await raw.hear("pong"))["at"] == 5.0


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        ({"t": "auth", "version": 99}, "version_unsupported"),
        ({"t": "auth", "version": 1, "token": "forged"}, "token_refused"),
        ("text", "text_refused"),
        (b"\xdb" + bytes(CLIENT_BYTES), "message_too_large"),
    ],
)
async def test_severe_faults_end_the_connection_with_a_reason(
    raw: Raw, sent: dict[str, Any] | bytes | str, reason: str
) -> None:
    await raw.say(sent)
    close, _ = await raw.end()
    assert CLOSING[close][0] == reason


async def test_one_who_never_stops_is_sent_away(raw: Raw) -> None:
    await raw.say(AUTH, *[b"\xc1"] * 40)
    close, said = await raw.end()
    assert (CLOSING[close][0], said) == ("too_many_errors", "too_many_errors")


async def test_a_forged_id_is_not_believed(raw: Raw, witness: Visitor) -> None:
    await raw.say(AUTH, JOIN)
    eve = (await raw.hear("joined"))["you"]
    await witness.until(lambda world: world.person("Eve"))
    before = witness.world.pose(witness.world.me)
    body = encode_pose(Pose((1.0, 1.7, 2.0)))
    await raw.say(b"\x01" + struct.pack("<H", witness.world.me) + body)  # the wrong length
    await raw.say(b"\x01" + body)
    await witness.until(lambda world: (seen := world.pose(eve)) and seen.position[2] < 2.01)
    assert witness.world.pose(witness.world.me) == before


async def test_impossible_poses_are_not_shown(raw: Raw, witness: Visitor) -> None:
    await raw.say(AUTH, JOIN)
    eve = (await raw.hear("joined"))["you"]
    outside = b"\x01" + encode_pose(Pose((5000.0, 1.7, 5000.0)))
    no_rotation = b"\x01" + encode_pose(Pose((1.0, 1.7, 1.0)))[:8] + b"\xff\xff\xff\xff"
    await raw.say(outside, no_rotation)
    await raw.say(b"\x01" + encode_pose(Pose((3.0, 1.7, 3.0))))
    shown: list[float] = []

    def look(world: Any) -> bool:
        seen = world.pose(eve)
        shown.extend([seen.position[0]] if seen else [])
        return bool(shown) and abs(shown[-1] - 3.0) < 0.01

    await witness.until(look)
    assert max(shown) < 10.0


async def test_the_others_go_on(raw: Raw, witness: Visitor) -> None:
    revision = witness.world.revision
    edit = {"t": "edit", "id": 9, "layer": "shared", "base": 0}
    await raw.say(AUTH, JOIN)
    for value in (math.nan, b"bytes", {"deep": [math.inf]}, 2**60):
        op = {"op": "set", "path": "/nodes/fox/explode", "value": value}
        await raw.say({**edit, "ops": [op]})
        assert (await raw.hear("error"))["code"] in ("not_finite", "bytes_refused", "out_of_range")
    await witness.explode("fox", 0.5)
    assert witness.world.revision == revision + 1


async def test_one_who_never_reads_is_dropped_and_nobody_else_notices(
    house: Running, raw: Raw, witness: Visitor
) -> None:
    await raw.say(AUTH, JOIN)
    eve = (await raw.hear("joined"))["you"]
    await witness.until(lambda world: eve in world.people)
    raw.socket.transport.pause_reading()
    words = {"zh": "好" * 4000, "en": "w" * 4000}
    for number in range(1, 61):
        card = {"title": {"zh": str(number), "en": str(number)}, "text": words}
        ops = [{"op": "set", "path": "/nodes/fox/card", "value": card}] * 20
        await house.park.edit(house.park.hall("grounds"), "published", ops, 0, OWNER)
    await witness.until(lambda world: world.revision == 60)
    assert witness.world.nodes["fox"]["card"]["title"]["en"] == "60"
    await witness.until(lambda world: eve not in world.people, within=60.0)
