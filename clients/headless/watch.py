"""Waiting for something to be true, and following what happens."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from weakref import WeakSet

from clients.headless.errors import LingjingError
from clients.headless.messages import ServerMessage
from clients.headless.world import World

Condition = Callable[[World], object]


class Stream:
    """What happened and was not yet read: bounded, the oldest goes first and is counted."""

    def __init__(self, limit: int) -> None:
        self.messages: deque[ServerMessage] = deque(maxlen=limit)
        self.missed = 0
        self.news = asyncio.Event()

    def put(self, message: ServerMessage) -> None:
        """Take one message."""
        self.missed += len(self.messages) == self.messages.maxlen
        self.messages.append(message)
        self.news.set()


class Watch:
    """Everybody who waits on one world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._conditions: dict[asyncio.Future[None], Condition] = {}
        # Weak: who stops following need not say so.
        self._streams: WeakSet[Stream] = WeakSet()
        self._end: LingjingError | None = None

    async def until(self, condition: Condition) -> None:
        """Return when the condition holds; it is looked at after every change."""
        if self._end is not None:
            raise self._end
        if condition(self._world):
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._conditions[future] = condition
        try:
            await future
        finally:
            self._conditions.pop(future, None)

    def events(self, limit: int) -> AsyncIterator[ServerMessage]:
        """Follow what the server says, from now to the end of the connection."""
        stream = Stream(limit)
        self._streams.add(stream)
        return self._follow(stream)

    async def _follow(self, stream: Stream) -> AsyncIterator[ServerMessage]:
        while stream.messages or self._end is None:
            stream.news.clear()
            while stream.messages:
                yield stream.messages.popleft()
            if self._end is None:
                await stream.news.wait()

    def tell(self, message: ServerMessage | None) -> None:
        """The world has changed; ``message`` says how, and is None for poses."""
        if message is not None:
            for stream in self._streams:
                stream.put(message)
        for future, condition in list(self._conditions.items()):
            self._look(future, condition)

    def end(self, error: LingjingError) -> None:
        """Nothing will change any more."""
        self._end = error
        for future in self._conditions:
            if not future.done():
                future.set_exception(error)
        for stream in self._streams:
            stream.news.set()

    def _look(self, future: asyncio.Future[None], condition: Condition) -> None:
        if future.done():
            return
        try:
            holds = bool(condition(self._world))
        except Exception as fault:  # noqa: BLE001 - a caller's condition: its fault is told to them
            future.set_exception(fault)
            return
        if holds:
            future.set_result(None)
