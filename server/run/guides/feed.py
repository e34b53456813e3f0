"""What goes on in dialogues, told to everybody who watches: bounded, and nobody is waited for."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

MOST_WAITING: Final = 512
"""Events that a watcher may be behind; then it is cut, and begins anew with how things are."""
MOST_WATCHERS: Final = 64


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: its name and what is told of it, as JSON."""

    name: str
    data: dict[str, Any]


class Stream:
    """One watcher's events, in order."""

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._queue: asyncio.Queue[Event | None] = asyncio.Queue(most + 1)
        self._most = most
        self.is_over = False

    def put(self, event: Event) -> None:
        """Tell of something; whoever is too far behind is told nothing more."""
        if self.is_over:
            return
        if self._queue.qsize() >= self._most:
            self.close()
        else:
            self._queue.put_nowait(event)

    def close(self) -> None:
        """Nothing more comes."""
        if not self.is_over:
            self.is_over = True
            self._queue.put_nowait(None)

    async def events(self, pause: float) -> AsyncIterator[Event | None]:
        """What comes, until the end; None whenever nothing came for ``pause`` seconds."""
        while True:
            try:
                async with asyncio.timeout(pause):
                    event = await self._queue.get()
            except TimeoutError:
                yield None
                continue
            if event is None:
                return
            yield event


@dataclass(slots=True)
class Feed:
    """The watchers of all dialogues."""

    _streams: set[Stream] = field(default_factory=set)

    @property
    def is_full(self) -> bool:
        """Whether no more may watch."""
        return len(self._streams) >= MOST_WATCHERS

    @contextlib.contextmanager
    def watch(self) -> Iterator[Stream]:
        """Events from now on."""
        stream = Stream()
        self._streams.add(stream)
        try:
            yield stream
        finally:
            self._streams.discard(stream)

    def tell(self, name: str, data: dict[str, Any]) -> None:
        """Tell everybody who watches."""
        event = Event(name, data)
        for stream in self._streams:
            stream.put(event)

    def close(self) -> None:
        """The park stops."""
        for stream in self._streams:
            stream.close()
