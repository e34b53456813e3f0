"""Keeps the beat: calls back a fixed number of times a second, and measures its own lateness."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Ticker:
    """Calls ``beat(lateness in seconds)`` at ``hz``; a late beat is not followed by a burst."""

    def __init__(self, hz: int, beat: Callable[[float], None]) -> None:
        self._period = 1.0 / hz
        self._beat = beat
        self._handle: asyncio.TimerHandle | None = None
        self._due = 0.0

    def start(self) -> None:
        """Begin, on the running loop."""
        loop = asyncio.get_running_loop()
        self._due = loop.time() + self._period
        self._handle = loop.call_at(self._due, self._fire, loop)

    def stop(self) -> None:
        """End; a beat under way is finished."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _fire(self, loop: asyncio.AbstractEventLoop) -> None:
        late = loop.time() - self._due
        self._due = max(self._due + self._period, loop.time())
        self._handle = loop.call_at(self._due, self._fire, loop)
        self._beat(late)
