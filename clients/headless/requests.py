"""Questions that wait for their answers."""

from __future__ import annotations

import asyncio
from itertools import count
from typing import Any, Final

from clients.headless.errors import LingjingError, Refused
from clients.headless.messages import (
    Done,
    Drafted,
    Error,
    Joined,
    Manifest,
    Pong,
    ServerMessage,
    Turn,
    WalkablePath,
)

Key = int | tuple[str, float]
"""What tells questions apart: their id on the wire or, where there is none, their kind."""
JOIN: Final = ("join", 0.0)


def ping_key(at: float) -> Key:
    """The key of a ping, which is told from others by the time that it carries."""
    return ("ping", at)


class Requests:
    """Futures by key. A future is settled by its answer, a refusal, or a lost socket."""

    def __init__(self) -> None:
        self._ids = count(1)
        self._waiting: dict[Key, asyncio.Future[Any]] = {}

    def next_id(self) -> int:
        """A request id that is not in use."""
        return next(self._ids) % 2**32

    def open(self, key: Key) -> asyncio.Future[Any]:
        """The future of an answer; an older question of that key gives way."""
        self._refuse(key, LingjingError("superseded", "asked again"))
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        # Who asked may be gone when the refusal comes; nobody else wants to hear of it.
        future.add_done_callback(lambda done: done.cancelled() or done.exception())
        self._waiting[key] = future
        return future

    def drop(self, key: Key, future: asyncio.Future[Any]) -> None:
        """Wait for this answer no longer."""
        if self._waiting.get(key) is future:
            del self._waiting[key]

    def settle(self, message: ServerMessage) -> None:
        """Give a message to who waits for it, if anybody does."""
        match message:
            case Done(id=id) | WalkablePath(id=id) | Manifest(id=id):
                self._answer(id, message)
            case Drafted(id=int(id)) | Turn(id=int(id)):
                self._answer(id, message)
            case Joined():
                self._answer(JOIN, message)
            case Pong(at=at):
                self._answer(ping_key(at), message)
            case Error(id=id):
                self._refuse(JOIN if id is None else id, Refused(message))

    def fail(self, error: LingjingError) -> None:
        """No answer will come any more."""
        for key in list(self._waiting):
            self._refuse(key, error)

    def _answer(self, key: Key, message: ServerMessage) -> None:
        future = self._waiting.pop(key, None)
        if future is not None and not future.done():
            future.set_result(message)

    def _refuse(self, key: Key, error: LingjingError) -> None:
        future = self._waiting.pop(key, None)
        if future is not None and not future.done():
            future.set_exception(error)
