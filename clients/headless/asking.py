"""Asks the server something and waits for the answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from clients.headless.errors import ProtocolError, TimedOut
from clients.headless.messages import (
    ClientMessage,
    Done,
    Drafted,
    Joined,
    Manifest,
    Pong,
    Turn,
    WalkablePath,
)
from clients.headless.requests import Key, Requests
from clients.headless.session import Session

Answer = TypeVar("Answer", Done, Drafted, Joined, Manifest, Pong, Turn, WalkablePath)


class Asking:
    """Questions on one session; each is answered within ``timeout`` seconds or fails."""

    def __init__(self, session: Session, requests: Requests, timeout: float) -> None:
        self._session = session
        self._requests = requests
        self._timeout = timeout

    async def by_id(self, make: Callable[[int], ClientMessage], kind: type[Answer]) -> Answer:
        """Ask with a new id; ``make`` is given it."""
        id = self._requests.next_id()
        return await self.ask(make(id), kind, id)

    async def ask(self, question: ClientMessage, kind: type[Answer], key: Key) -> Answer:
        """Ask; raises Refused, ConnectionLost, TimedOut, ProtocolError."""
        connection = await self._session.connection()
        waiting = self._requests.open(key)
        try:
            async with asyncio.timeout(self._timeout):
                await connection.send(question)
                answer = await waiting
        except TimeoutError:
            raise TimedOut from None
        finally:
            self._requests.drop(key, waiting)
        if not isinstance(answer, kind):
            raise ProtocolError(f"{answer.t} is no answer to this")
        return answer
