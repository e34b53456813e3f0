"""A live socket's door on loopback with a scripted gate, and raw peers that speak bytes to it."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import itertools
import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import uvloop

from server.net.front import Doors, Entrance
from server.net.live import Connection, LiveDoor, LiveLimits, UpgradeInfo

PATIENCE = 20.0
"""Seconds after which a test gives up; nothing ever waits this long."""
KEY = "dGhlIHNhbXBsZSBub25jZQ=="
ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
TEXT, BINARY, CONTINUATION, CLOSE, PING, PONG = 1, 2, 0, 8, 9, 10


def run(story: Any) -> Any:
    """Run a test's story on the loop that the server runs on."""
    return uvloop.run(asyncio.wait_for(story, PATIENCE))


def handshake(**changes: str | None) -> bytes:
    """Return the head of a request for the live socket; ``None`` leaves a field out."""
    fields: dict[str, str | None] = {
        "Host": "localhost",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": KEY,
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Protocol": "lingjing.v1",
    }
    fields |= {name.replace("_", "-"): value for name, value in changes.items()}
    lines = [f"{name}: {value}" for name, value in fields.items() if value is not None]
    return "\r\n".join(("GET /live HTTP/1.1", *lines, "", "")).encode()


def frame(
    opcode: int,
    payload: bytes = b"",
    *,
    final: bool = True,
    reserved: int = 0,
    mask: bytes | None = b"\x12\x34\x56\x78",
    declared: tuple[int, int] | None = None,
) -> bytes:
    """Return one frame as a client writes it; ``declared`` overrides (length code, length)."""
    first = (0x80 if final else 0) | reserved << 4 | opcode
    code, size = declared or (min(len(payload), 126), len(payload))
    if declared is None and len(payload) >= 65536:
        code = 127
    length = b"" if code < 126 else size.to_bytes(2 if code == 126 else 8, "big")
    head = bytes((first, (0x80 if mask is not None else 0) | code)) + length
    if mask is None:
        return head + payload
    masked = bytes(byte ^ key for byte, key in zip(payload, itertools.cycle(mask), strict=False))
    return head + mask + masked


@dataclass
class ScriptedGate:
    """Writes down what the door tells it."""

    refusal: str | None = None
    on_open: Callable[[Connection], None] = lambda connection: None
    on_message: Callable[[Connection, bytes], None] = lambda connection, payload: None
    connections: list[Connection] = field(default_factory=list)
    events: list[tuple[Any, ...]] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def refuse(self, request: UpgradeInfo) -> str | None:
        self._note("asked", request.path, request.query, request.address)
        return self.refusal

    def opened(self, connection: Connection, request: UpgradeInfo) -> None:
        self.connections.append(connection)
        self._note("opened")
        self.on_open(connection)

    def message(self, connection: Connection, payload: bytes) -> None:
        self._note("message", payload)
        self.on_message(connection, payload)

    def fault(self, connection: Connection, code: str) -> None:
        self._note("fault", code)

    def silent(self, connection: Connection) -> None:
        self._note("silent")

    def heard(self, connection: Connection) -> None:
        self._note("heard")

    def closed(self, connection: Connection, *, clean: bool) -> None:
        self._note("closed", clean, connection.why)

    async def until(self, name: str, times: int = 1) -> tuple[Any, ...]:
        """Wait for the n-th event of this name and return it."""
        while len(found := [event for event in self.events if event[0] == name]) < times:
            self.changed.clear()
            await self.changed.wait()
        return found[times - 1]

    def messages(self) -> list[bytes]:
        return [event[1] for event in self.events if event[0] == "message"]

    def _note(self, *event: Any) -> None:
        self.events.append(event)
        self.changed.set()


@dataclass
class Peer:
    """A raw TCP peer."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    def send(self, *parts: bytes) -> None:
        """Write, unless the server has already ended the connection."""
        if not self.writer.is_closing():
            self.writer.write(b"".join(parts))

    async def shake_hands(self, **changes: str | None) -> str:
        """Send a handshake and return the head of the answer."""
        self.send(handshake(**changes))
        return await self.answer()

    async def answer(self) -> str:
        return (await self.reader.readuntil(b"\r\n\r\n")).decode()

    async def frame(self) -> tuple[int, bytes]:
        """Return the next frame: opcode and payload. The server neither masks nor splits."""
        first, second = await self.reader.readexactly(2)
        assert first & 0xF0 == 0x80
        size = second
        if second >= 126:
            size = int.from_bytes(await self.reader.readexactly(2 if second == 126 else 8), "big")
        return first & 0x0F, await self.reader.readexactly(size)

    async def goodbye(self) -> tuple[int, str]:
        """Return the code and reason of the close frame that must come next."""
        opcode, payload = await self.frame()
        assert opcode == CLOSE
        return int.from_bytes(payload[:2], "big"), payload[2:].decode()

    async def end(self) -> bytes:
        """Return what still comes until the server ends the connection, gently or not."""
        rest = b""
        with contextlib.suppress(ConnectionError):
            while data := await self.reader.read(1 << 16):
                rest += data
        return rest

    async def close(self) -> None:
        self.writer.close()
        with contextlib.suppress(ConnectionError, ssl.SSLError):
            await self.writer.wait_closed()


@dataclass
class Quay:
    """An entrance that listens: where raw peers land."""

    gate: ScriptedGate
    door: LiveDoor
    entrance: Entrance
    port: int

    @contextlib.asynccontextmanager
    async def peer(self, **options: Any) -> AsyncIterator[Peer]:
        """Connect; nothing is said yet."""
        peer = Peer(*await asyncio.open_connection("127.0.0.1", self.port, **options))
        try:
            yield peer
        finally:
            await peer.close()

    @contextlib.asynccontextmanager
    async def live(self) -> AsyncIterator[Peer]:
        """Connect and shake hands."""
        async with self.peer() as peer:
            assert (await peer.shake_hands()).startswith("HTTP/1.1 101 ")
            yield peer


class NoPages(asyncio.Protocol):
    """Stands where the web pages would: echoes in capitals."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: Any = transport

    def data_received(self, data: bytes) -> None:
        self.transport.write(data.upper())
        if b"BYE" in data.upper():
            self.transport.close()


@contextlib.asynccontextmanager
async def quay(
    gate: ScriptedGate | None = None,
    limits: LiveLimits | None = None,
    *,
    tls: ssl.SSLContext | None = None,
    per_address: int = 100,
    **entrance: Any,
) -> AsyncIterator[Quay]:
    """Listen on a free port."""
    gate = gate or ScriptedGate()
    numbers = itertools.count(1)
    door = LiveDoor(gate, lambda: f"c{next(numbers)}", limits)
    front = Entrance(Doors(door.protocol, NoPages), per_address, **entrance)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(front, "127.0.0.1", 0, ssl=tls)
    door.start()
    try:
        yield Quay(gate, door, front, server.sockets[0].getsockname()[1])
    finally:
        server.close()
        door.cut()


def basic(text: str) -> str:
    """Return base64 of a text."""
    return base64.b64encode(text.encode()).decode()
