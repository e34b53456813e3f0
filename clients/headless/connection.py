"""One live socket, from the handshake to its end; the only importer of websockets."""

from __future__ import annotations

import asyncio
import ssl
from typing import Final

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI
from websockets.typing import Subprotocol

from clients.headless.errors import ConnectionLost, ProtocolError, Refused
from clients.headless.messages import (
    POSE_FRAME,
    PRESENCE_FRAME,
    SUBPROTOCOL,
    VERSION,
    Auth,
    Bye,
    ClientMessage,
    Error,
    Hello,
    Ready,
    ServerMessage,
)
from clients.headless.packing import pack, unpack
from clients.headless.presence import Presence, read_presence

LARGEST: Final = 32 * 1024 * 1024
WAITING: Final = 64
MESSAGES: Final = 0x10


class Connection:
    """A socket that is authenticated. Made by ``open``; ends with ConnectionLost."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._bye: Bye | None = None
        self.hello: Hello
        self.ready: Ready

    @classmethod
    async def open(
        cls, url: str, auth: Auth, *, within: float, tls: ssl.SSLContext | None = None
    ) -> Connection:
        """Connect and say who is speaking, each within so many seconds.

        Raises ConnectionLost (``connection_failed`` or the server's code), Refused, ProtocolError.
        """
        try:
            async with asyncio.timeout(within):
                socket = await _connect(url, tls)
        except TimeoutError:
            raise ConnectionLost("connection_failed", "no answer in time") from None
        except (OSError, InvalidHandshake, InvalidURI) as fault:
            raise ConnectionLost("connection_failed", str(fault)) from None
        connection = cls(socket)
        try:
            async with asyncio.timeout(within):
                await connection._greet(auth)
        except TimeoutError:
            connection.abort()
            raise ConnectionLost("connection_failed", "no greeting in time") from None
        except BaseException:
            connection.abort()
            raise
        return connection

    async def send(self, message: ClientMessage) -> None:
        """Say something; raises ConnectionLost."""
        await self._send(pack(message))

    async def send_pose(self, body: bytes) -> None:
        """Say where one is; ``body`` is 12 or 30 bytes."""
        await self._send(bytes((POSE_FRAME,)) + body)

    async def receive(self) -> ServerMessage | Presence | None:
        """The next message or presence frame; None for one of a kind not known here."""
        data = await self._receive()
        if not data or data[0] >= MESSAGES:
            return self._heard(unpack(data))
        return read_presence(data) if data[0] == PRESENCE_FRAME else None

    async def close(self) -> None:
        """End politely."""
        await self._socket.close()

    def abort(self) -> None:
        """End at once, as a cut cable does."""
        self._socket.transport.abort()

    async def _greet(self, auth: Auth) -> None:
        await self.send(auth)
        hello = await self._answer()
        if not isinstance(hello, Hello):
            raise ProtocolError("the first words are not hello")
        if not hello.oldest <= VERSION <= hello.version:
            raise ConnectionLost("version_unsupported", retry=False)
        ready = await self._answer()
        if not isinstance(ready, Ready):
            raise ProtocolError("auth was not answered")
        self.hello, self.ready = hello, ready

    async def _answer(self) -> ServerMessage | Presence | None:
        message = await self.receive()
        if isinstance(message, Error):
            raise Refused(message)
        return await self._answer() if isinstance(message, Bye) else message

    async def _send(self, data: bytes) -> None:
        try:
            await self._socket.send(data)
        except ConnectionClosed as end:
            raise self._lost(end) from None

    async def _receive(self) -> bytes:
        try:
            data = await self._socket.recv(decode=False)
        except ConnectionClosed as end:
            raise self._lost(end) from None
        return data

    def _heard(self, message: ServerMessage | None) -> ServerMessage | None:
        if isinstance(message, Bye):
            self._bye = message
        return message

    def _lost(self, end: ConnectionClosed) -> ConnectionLost:
        return ConnectionLost.after(end.rcvd.code if end.rcvd else None, self._bye)


async def _connect(url: str, tls: ssl.SSLContext | None) -> ClientConnection:
    secure = url.startswith("wss:")
    return await connect(
        url,
        ssl=(tls or True) if secure else None,
        subprotocols=[Subprotocol(SUBPROTOCOL)],
        compression=None,
        proxy=None,
        max_size=LARGEST,
        max_queue=WAITING,
        open_timeout=None,
        close_timeout=2,
    )
