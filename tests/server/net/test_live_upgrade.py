"""The opening handshake, field by field (RFC 6455 section 4.2)."""

from __future__ import annotations

import asyncio
import json

import pytest

from tests.server.net.sockets import (
    ACCEPT,
    BINARY,
    Quay,
    ScriptedGate,
    basic,
    frame,
    handshake,
    quay,
    run,
)


async def nobody_left(here: Quay) -> None:
    """Let the loop turn until no connection is counted any more."""
    for _turn in range(10_000):
        if not len(here.entrance) and not len(here.door):
            return
        await asyncio.sleep(0)
    raise AssertionError("somebody is still counted")


GOOD: dict[str, dict[str, str | None]] = {
    "plain": {},
    "as Firefox sends it": {"Connection": "keep-alive, Upgrade"},
    "other case": {"Upgrade": "WebSocket", "Connection": "upgrade"},
    "another upgrade offered": {"Upgrade": "h2c, websocket"},
    "another protocol first": {"Sec_WebSocket_Protocol": "other, lingjing.v1"},
    "extensions offered": {"Sec_WebSocket_Extensions": "permessage-deflate"},
}
BAD: dict[str, tuple[dict[str, str | None], int, str]] = {
    "no upgrade": ({"Upgrade": None}, 426, "upgrade_required"),
    "upgrade to something else": ({"Upgrade": "h2c"}, 426, "upgrade_required"),
    "no connection field": ({"Connection": None}, 426, "upgrade_required"),
    "connection kept alive": ({"Connection": "keep-alive"}, 426, "upgrade_required"),
    "no version": ({"Sec_WebSocket_Version": None}, 426, "websocket_version"),
    "an old version": ({"Sec_WebSocket_Version": "8"}, 426, "websocket_version"),
    "no key": ({"Sec_WebSocket_Key": None}, 400, "bad_request"),
    "a short key": ({"Sec_WebSocket_Key": basic("short")}, 400, "bad_request"),
    "a key that is no base64": ({"Sec_WebSocket_Key": "!" * 24}, 400, "bad_request"),
    "a key beyond ASCII": ({"Sec_WebSocket_Key": "é" * 24}, 400, "bad_request"),
    "no host": ({"Host": None}, 400, "bad_request"),
    "no protocol": ({"Sec_WebSocket_Protocol": None}, 400, "subprotocol_required"),
    "another protocol": ({"Sec_WebSocket_Protocol": "chat"}, 400, "subprotocol_required"),
}


@pytest.mark.parametrize("changes", GOOD.values(), ids=GOOD.keys())
def test_a_good_handshake_is_answered(changes: dict[str, str | None]) -> None:
    async def story() -> None:
        async with quay() as here, here.peer() as peer:
            answer = await peer.shake_hands(**changes)
            assert answer.startswith("HTTP/1.1 101 ")
            assert f"Sec-WebSocket-Accept: {ACCEPT}" in answer
            assert "Sec-WebSocket-Protocol: lingjing.v1" in answer
            assert "extensions" not in answer.lower()
            await here.gate.until("opened")

    run(story())


@pytest.mark.parametrize(("changes", "status", "code"), BAD.values(), ids=BAD.keys())
def test_a_bad_handshake_gets_a_coded_refusal(
    changes: dict[str, str | None], status: int, code: str
) -> None:
    async def story() -> None:
        async with quay() as here, here.peer() as peer:
            answer = await peer.shake_hands(**changes)
            assert answer.startswith(f"HTTP/1.1 {status} ")
            body = json.loads(await peer.end())
            assert body["code"] == code
            assert body["details"] == []
            assert here.gate.events == []
        await nobody_left(here)

    run(story())


def test_the_version_that_would_do_is_named() -> None:
    async def story() -> None:
        async with quay() as here, here.peer() as peer:
            assert "Sec-WebSocket-Version: 13" in await peer.shake_hands(Sec_WebSocket_Version="7")

    run(story())


@pytest.mark.parametrize("field", ["Sec-WebSocket-Key", "Sec-WebSocket-Version", "Host"])
def test_a_field_that_comes_twice_is_refused(field: str) -> None:
    async def story() -> None:
        async with quay() as here, here.peer() as peer:
            answer = await peer.shake_hands(Origin=f"http://localhost\r\n{field}: 13")
            assert answer.startswith("HTTP/1.1 4")

    run(story())


def test_the_gate_may_refuse() -> None:
    async def story() -> None:
        async with quay(ScriptedGate(refusal="origin_refused")) as here, here.peer() as peer:
            assert (await peer.shake_hands(Origin="http://elsewhere")).startswith("HTTP/1.1 403 ")
            assert json.loads(await peer.end())["code"] == "origin_refused"
            assert here.gate.events == [("asked", "/live", "", "127.0.0.1")]
        await nobody_left(here)
        assert here.door.ended == {"refused": 1}

    run(story())


@pytest.mark.parametrize(
    "head",
    [
        b"GET /live HTTP/1.0\r\nHost: a\r\n\r\n",
        b"GET /live HTTP/1.1\r\nno colon\r\n\r\n",
        b"GET /live HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n",
        b"GET /live HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
        b"GET /live HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
)
def test_a_malformed_request_is_refused(head: bytes) -> None:
    async def story() -> None:
        async with quay() as here, here.peer() as peer:
            peer.send(head)
            assert (await peer.end()).startswith(b"HTTP/1.1 400 ")
            assert here.gate.events == []
        await nobody_left(here)

    run(story())


def test_frames_may_come_with_the_handshake() -> None:
    async def story() -> None:
        async with quay() as here, here.peer() as peer:
            peer.send(handshake(), frame(BINARY, b"\x81first"), frame(BINARY, b"\x81second"))
            await here.gate.until("message", 2)
            assert here.gate.messages() == [b"\x81first", b"\x81second"]

    run(story())
