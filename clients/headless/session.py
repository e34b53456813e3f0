"""A connection that comes back: listening, and taking up a cut connection again."""

from __future__ import annotations

import asyncio
import random
import ssl
from dataclasses import dataclass
from typing import Protocol

from clients.headless.connection import Connection
from clients.headless.errors import ConnectionLost, LingjingError, ProtocolError
from clients.headless.messages import Auth, ClientMessage, ServerMessage
from clients.headless.presence import Presence


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try to come back: seconds in all, and the first and longest pause."""

    total: float = 60.0
    first: float = 0.2
    longest: float = 5.0


class Listener(Protocol):
    """Who is told what happens to a session."""

    def hear(self, message: ServerMessage | Presence) -> None:
        """This arrived."""

    def lost(self, fault: LingjingError) -> None:
        """The socket is gone; another may take its place."""

    def again(self) -> ClientMessage | None:
        """What to say first on the socket that takes the place of a lost one."""

    def ended(self, fault: LingjingError) -> None:
        """It is over."""


class Session:
    """Keeps one authenticated socket and listens to it.

    ``patience`` says how long to try when the socket is lost; None ends the session with it.
    """

    def __init__(
        self,
        url: str,
        auth: Auth,
        *,
        timeout: float,
        tls: ssl.SSLContext | None,
        patience: Patience | None,
    ) -> None:
        self.auth = auth
        self._url = url
        self._timeout = timeout
        self._tls = tls
        self._patience = patience
        self._task: asyncio.Task[None] | None = None
        self._connection: Connection | None = None
        self._end: LingjingError | None = None
        self.online = asyncio.Event()

    async def start(self, listener: Listener) -> Connection:
        """Connect and begin to listen; raises what ``Connection.open`` raises."""
        connection = self._connection = await self._open()
        self.online.set()
        self._task = asyncio.create_task(self._live(listener))
        return connection

    async def connection(self) -> Connection:
        """The socket, waiting a while for it to come back; raises ConnectionLost."""
        try:
            async with asyncio.timeout(self._timeout):
                return await self.back()
        except TimeoutError:
            raise ConnectionLost("connection_lost", "still away") from None

    async def back(self) -> Connection:
        """The socket, as soon as there is one; raises how the session ended."""
        await self.online.wait()
        if self._end is not None or self._connection is None:
            raise self._end or ConnectionLost("connection_lost")
        return self._connection

    async def send(self, message: ClientMessage) -> None:
        """Say something, waiting while the connection comes back; raises ConnectionLost."""
        await (await self.connection()).send(message)

    async def close(self) -> None:
        """End politely; nothing is heard afterwards."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._end = self._end or ConnectionLost("closed", retry=False)
        self.online.set()
        if self._connection is not None:
            await self._connection.close()

    def cut(self) -> None:
        """Lose the socket as a cut cable does; what is said from now on waits for the next one."""
        self.online.clear()
        if self._connection is not None:
            self._connection.abort()

    async def _open(self) -> Connection:
        return await Connection.open(self._url, self.auth, within=self._timeout, tls=self._tls)

    async def _live(self, listener: Listener) -> None:
        try:
            while True:
                fault = await self._listen(listener)
                self.online.clear()
                listener.lost(fault)
                await self._come_back(fault, listener.again())
        except LingjingError as fault:
            self._finish(listener, fault)
        except Exception as fault:
            self._finish(listener, ProtocolError(repr(fault)))
            raise

    def _finish(self, listener: Listener, fault: LingjingError) -> None:
        self.cut()
        self._end = fault
        self.online.set()
        listener.ended(fault)

    async def _listen(self, listener: Listener) -> ConnectionLost:
        assert self._connection is not None
        try:
            while True:
                message = await self._connection.receive()
                if message is not None:
                    listener.hear(message)
        except ConnectionLost as fault:
            return fault

    async def _come_back(self, fault: ConnectionLost, first: ClientMessage | None) -> None:
        if self._patience is None or not fault.retry:
            raise fault
        try:
            async with asyncio.timeout(self._patience.total):
                await self._try(self._patience, first)
        except TimeoutError:
            raise ConnectionLost("connection_lost", "could not come back", retry=False) from None

    async def _try(self, patience: Patience, first: ClientMessage | None) -> None:
        pause = patience.first
        while not await self._try_once(first):
            # Spread out: everyone in a hall is cut in the same moment.
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))
            pause = min(patience.longest, pause * 2)

    async def _try_once(self, first: ClientMessage | None) -> bool:
        try:
            connection = await self._open()
            if first is not None:
                await connection.send(first)
        except ConnectionLost as fault:
            if not fault.retry:
                raise
            return False
        self._connection = connection
        self.online.set()
        return True
