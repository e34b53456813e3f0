"""The Chrome DevTools Protocol over two pipes: JSON, each message ended by a zero byte."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable
from typing import Any, Final

from server.outside.browser.errors import BrowserError

Json = dict[str, Any]
LONGEST: Final = 64 * 2**20
"""Bytes of one message: a large picture in base64 is a tenth of this."""


class Wire:
    """Calls and their answers; events go to whoever listens to their session."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        ends: tuple[asyncio.ReadTransport, asyncio.WriteTransport],
    ) -> None:
        self._reader = reader
        self._hearing, self._writer = ends
        self._last = 0
        self._waiting: dict[int, asyncio.Future[Json]] = {}
        self._listeners: dict[str, Callable[[str, Json], None]] = {}
        self._reading: asyncio.Task[None] | None = None
        self.closed = False

    @classmethod
    async def open(cls, read: int, write: int) -> Wire:
        """Speak through these descriptors, which belong to the wire from now on."""
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader(limit=LONGEST)
        hearing, _ = await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(read, "rb", 0)
        )
        writer, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, os.fdopen(write, "wb", 0))
        wire = cls(reader, (hearing, writer))
        wire._reading = asyncio.create_task(wire._read())
        return wire

    async def call(self, method: str, params: Json | None = None, session: str = "") -> Json:
        """Ask for something and wait for the answer; raises BrowserError."""
        if self.closed:
            raise BrowserError("the browser is gone")
        self._last = number = self._last + 1
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        self._send(number, method, params or {}, session)
        try:
            return await answer
        finally:
            self._waiting.pop(number, None)

    def tell(self, method: str, params: Json, session: str) -> None:
        """Ask for something whose answer nobody waits for."""
        if not self.closed:
            self._last += 1
            self._send(self._last, method, params, session)

    def listen(self, session: str, listener: Callable[[str, Json], None]) -> None:
        """Hand every event of a session, its name and its parameters, to `listener`."""
        self._listeners[session] = listener

    def forget(self, session: str) -> None:
        """Nobody listens to this session any more."""
        self._listeners.pop(session, None)

    def close(self) -> None:
        """Hang up; whoever waits for an answer gets BrowserError."""
        if self.closed:
            return
        self.closed = True
        if not self._writer.is_closing():  # once the browser is gone, it has closed itself
            self._writer.abort()
        self._hearing.close()
        if self._reading is not None:
            self._reading.cancel()
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(BrowserError("the browser is gone"))

    def _send(self, number: int, method: str, params: Json, session: str) -> None:
        message: Json = {"id": number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        self._writer.write(json.dumps(message).encode() + b"\0")

    async def _read(self) -> None:
        try:
            while True:
                self._take(json.loads((await self._reader.readuntil(b"\0"))[:-1]))
        except (EOFError, ValueError, asyncio.LimitOverrunError, OSError):
            self.close()

    def _take(self, message: Json) -> None:
        if "id" not in message:
            listener = self._listeners.get(message.get("sessionId", ""))
            if listener is not None:
                listener(message["method"], message["params"])
            return
        answer = self._waiting.get(message["id"])
        if answer is None or answer.done():
            return
        if "error" in message:
            answer.set_exception(BrowserError(str(message["error"].get("message"))))
        else:
            answer.set_result(message["result"])
