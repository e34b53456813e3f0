"""The live socket against the real park: handshake, talk, refusals, resume."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import msgpack  # type: ignore[import-untyped]
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Subprotocol

from avatars.pose import Pose, encode_pose
from tests.server.house import GOING_THERE, House, open_house
from tests.server.net.sockets import handshake

EXPLODE = {"op": "set", "path": "/nodes/fox/explode", "value": 0.5}
AUTH = {"t": "auth", "version": 1, "name": "Li", "lang": "en"}
JOIN = {"t": "join", "hall": "gallery"}


class Peer:
    """One raw client: sends maps, waits for messages by name, keeps presence frames."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.frames: list[bytes] = []

    async def say(self, *messages: dict[str, Any]) -> None:
        for message in messages:
            await self.socket.send(msgpack.packb(message))

    async def hear(self, kind: str) -> dict[str, Any]:
        """The next message of a kind; others pass by."""
        async with asyncio.timeout(20):
            while True:
                data = await self.socket.recv()
                assert isinstance(data, bytes)
                if data[0] < 0x10:
                    self.frames.append(data)
                    continue
                message: dict[str, Any] = msgpack.unpackb(data)
                if message["t"] == kind:
                    return message

    async def frame(self) -> bytes:
        """The next presence frame."""
        async with asyncio.timeout(20):
            while True:
                data = await self.socket.recv()
                assert isinstance(data, bytes)
                if data[0] == 2:
                    return data


def dial(house: House, **options: Any) -> connect:
    return connect(
        house.live, subprotocols=[Subprotocol("lingjing.v1")], compression=None, **options
    )


async def test_first_words_then_authentication_then_the_hall(house: House) -> None:
    async with dial(house) as socket:
        peer = Peer(socket)
        hello = await peer.hear("hello")
        assert (hello["version"], hello["oldest"]) == (1, 1) and hello["connection"]
        await peer.say(AUTH)
        assert (await peer.hear("ready"))["role"] == "visitor"
        await peer.say(JOIN)
        joined = await peer.hear("joined")
        assert joined["scene"]["nodes"]["fox"]["kind"] == "exhibit"


async def test_nothing_is_done_for_somebody_unknown_or_nowhere(house: House) -> None:
    async with dial(house) as socket:
        peer = Peer(socket)
        await peer.say(JOIN)
        assert (await peer.hear("error"))["code"] == "auth_required"
        await peer.say(AUTH, {"t": "sit", "id": 4, "seat": "seat-1"})
        error = await peer.hear("error")
        assert (error["code"], error["id"]) == ("join_required", 4)
        await peer.say(AUTH)
        assert (await peer.hear("error"))["code"] == "auth_repeated"
        await peer.say({"t": "join", "hall": "nowhere"})
        assert (await peer.hear("error"))["code"] == "hall_unknown"


async def test_a_client_of_another_time_is_told_to_reload(house: House) -> None:
    async with dial(house) as socket:
        peer = Peer(socket)
        await peer.say({**AUTH, "version": 99})
        assert (await peer.hear("bye"))["code"] == "version_unsupported"
        with pytest.raises(ConnectionClosed):
            await peer.hear("ready")
        assert socket.close_code == 4000


async def test_two_see_each_other_move_and_one_take_the_fox_apart(house: House) -> None:
    async with dial(house) as one, dial(house) as two:
        first, second = Peer(one), Peer(two)
        for peer in (first, second):
            await peer.say(AUTH, JOIN)
        mine = (await first.hear("joined"))["you"]
        await second.hear("joined")
        body = encode_pose(Pose((3.0, 1.7, -2.0)))
        await one.send(b"\x01" + body)
        async with asyncio.timeout(20):
            while mine.to_bytes(2, "little") + body not in await second.frame():
                pass
        await first.say({"t": "edit", "id": 1, "layer": "shared", "base": 0, "ops": [EXPLODE]})
        assert (await second.hear("patch"))["ops"] == [EXPLODE]
        assert (await first.hear("done"))["id"] == 1


async def test_a_forged_id_or_an_impossible_pose_moves_nobody(house: House) -> None:
    async with dial(house) as socket:
        peer = Peer(socket)
        await peer.say(AUTH, JOIN)
        await peer.hear("joined")
        for frame in (b"\x01", b"\x01" + b"\xff" * 12, b"\x01" + b"\xff" * 30, b"\x01" * 14):
            await socket.send(frame)
            assert (await peer.hear("error"))["code"] == "pose_invalid"


async def test_repeated_faults_end_the_talk_with_a_reason(house: House) -> None:
    async with dial(house) as socket:
        peer = Peer(socket)
        for _ in range(40):
            await socket.send(b"\xc1 not a message")
        assert (await peer.hear("bye"))["code"] == "too_many_errors"
        await socket.wait_closed()
        assert socket.close_code == 4003


async def test_a_cut_connection_resumes_where_it_was(house: House) -> None:
    socket = await dial(house)
    peer = Peer(socket)
    await peer.say(AUTH, JOIN)
    before = await peer.hear("joined")
    socket.transport.abort()
    async with dial(house) as other:
        witness = Peer(other)
        await witness.say(AUTH, JOIN)
        await witness.hear("joined")
        edit = {"t": "edit", "id": 1, "layer": "shared", "base": 0, "ops": [EXPLODE]}
        await witness.say(edit)
        await witness.hear("done")
    resume = {k: before[k] for k in ("ticket", "epoch", "revision")}
    async with dial(house) as again:
        back = Peer(again)
        await back.say(AUTH, {**JOIN, "resume": resume})
        joined = await back.hear("joined")
    assert joined["resumed"] and joined["you"] == before["you"] and joined["scene"] is None
    assert [patch["ops"] for patch in joined["patches"]] == [[EXPLODE]]


async def test_taking_a_place_again_ends_the_old_connection(house: House) -> None:
    async with dial(house) as one, dial(house) as two:
        first, second = Peer(one), Peer(two)
        await first.say(AUTH, JOIN)
        before = await first.hear("joined")
        resume = {k: before[k] for k in ("ticket", "epoch", "revision")}
        await second.say(AUTH, {**JOIN, "resume": resume})
        assert (await second.hear("joined"))["resumed"]
        assert (await first.hear("bye"))["code"] == "connection_replaced"


async def test_a_closing_hall_sends_its_visitors_on(house: House) -> None:
    await house.own("POST", "/api/v1/halls", json={"id": "annex"})
    await house.own("PATCH", "/api/v1/halls/annex", json={"state": "open"})
    async with dial(house) as socket:
        peer = Peer(socket)
        await peer.say(AUTH, JOIN)
        await peer.hear("joined")
        await house.own("PATCH", "/api/v1/halls/gallery", json={"state": "closed"})
        moved = await peer.hear("moved")
        assert (moved["hall"], moved["code"]) == ("annex", "hall_closed")
        await peer.say({"t": "join", "hall": "annex"})
        assert (await peer.hear("joined"))["hall"] == "annex"


async def test_a_cookie_says_nothing_on_the_socket_but_its_secret_does(house: House) -> None:
    _, link = await house.own("POST", "/api/v1/operator-links")
    async with house.visitor.get(link["url"], allow_redirects=False, headers=GOING_THERE) as answer:
        cookie = answer.headers["Set-Cookie"].split(";")[0]
    async with dial(house, additional_headers={"Cookie": cookie}) as socket:
        peer = Peer(socket)
        await peer.say(AUTH)
        assert (await peer.hear("ready"))["role"] == "visitor"
    async with dial(house) as socket:
        peer = Peer(socket)
        await peer.say({**AUTH, "token": cookie.partition("=")[2]})
        assert (await peer.hear("ready"))["role"] == "operator"


async def test_a_wrong_token_is_no_way_in(house: House) -> None:
    async with dial(house) as socket:
        peer = Peer(socket)
        await peer.say({**AUTH, "token": "made up"})
        assert (await peer.hear("bye"))["code"] == "token_refused"


async def test_other_sites_pages_may_not_connect(house: House) -> None:
    with pytest.raises(InvalidStatus) as caught:
        async with dial(house, additional_headers={"Origin": "http://evil.example"}):
            pass
    assert caught.value.response.status_code == 403
    assert b"origin_refused" in caught.value.response.body


async def test_connections_of_one_address_come_in_measure(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data", max_per_address=2) as house:
        for _ in range(4):
            async with dial(house) as socket:
                await Peer(socket).hear("hello")
        with pytest.raises(InvalidStatus) as caught:
            async with dial(house):
                pass
    assert b"too_many_requests" in caught.value.response.body


@pytest.mark.parametrize(
    ("strange", "status"),
    [
        ({"Host": "evil.example", "Origin": "http://evil.example"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Origin": "null"}, 403),
        ({"Cookie": '\x80=a; lingjing="\\777"'}, 101),
        ({"Accept-Language": "en;q=\xb2"}, 101),
    ],
)
async def test_strange_headers_break_nothing(
    house: House, strange: dict[str, str], status: int
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", house.running.doors.port)
    head = handshake(Host=strange.pop("Host", "localhost")).decode().removesuffix("\r\n")
    fields = "".join(f"{name}: {value}\r\n" for name, value in strange.items())
    writer.write(f"{head}{fields}\r\n".encode("latin-1"))
    assert int((await reader.readline()).split()[1]) == status
    writer.close()
