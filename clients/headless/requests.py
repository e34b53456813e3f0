"""Questions that wait for their answers."""

from __future__ import annotations

import asyncio
from itertools import count
from typing import Any, Final

from clients.headless.errors import LingjingError, Refused
from clients.headless.messages import (
    Done,
    Error,
    Joined,
    Manifest,
    Pong,
    ServerMessage,
    WalkablePath,
)

JOIN: Final = -1
PING: Final = -2
"""Places of the questions that have no id on the wire: there is one of each at a time."""


class Requests:
    """Futures by request id. A future is settled by its answer, a refusal, or a lost socket."""

    def __init__(self) -> None:
        self._ids = count(1)
        self._waiting: dict[int, asyncio.Future[Any]] = {}

    def open(self, id: int | None = None) -> tuple[int, asyncio.Future[Any]]:
        """A new id and the future of its answer; an older question of that id gives way."""
        chosen = next(self._ids) % 2**32 if id is None else id
        self._refuse(chosen, LingjingError("superseded", "asked again"))
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        # Who asked may be gone when the refusal comes; nobody else wants to hear of it.
        future.add_done_callback(lambda done: done.cancelled() or done.exception())
        self._waiting[chosen] = future
        return chosen, future

    def drop(self, id: int, future: asyncio.Future[Any]) -> None:
        """Wait for this answer no longer."""
        if self._waiting.get(id) is future:
            del self._waiting[id]

    def settle(self, message: ServerMessage) -> None:
        """Give a message to who waits for it, if anybody does."""
        match message:
            case Done(id=id) | WalkablePath(id=id) | Manifest(id=id):
                self._answer(id, message)
            case Joined():
                self._answer(JOIN, message)
            case Pong():
                self._answer(PING, message)
            case Error(id=id):
                self._refuse(JOIN if id is None else id, Refused(message))

    def fail(self, error: LingjingError) -> None:
        """No answer will come any more."""
        for id in list(self._waiting):
            self._refuse(id, error)

    def _answer(self, id: int, message: ServerMessage) -> None:
        future = self._waiting.pop(id, None)
        if future is not None and not future.done():
            future.set_result(message)

    def _refuse(self, id: int, error: LingjingError) -> None:
        future = self._waiting.pop(id, None)
        if future is not None and not future.done():
            future.set_exception(error)
