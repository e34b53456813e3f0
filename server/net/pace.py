"""Reads in a crowd are gathered: one look at all sockets every millisecond or two.

A busy loop wakes for nearly every pose that arrives, and waking costs more than reading. While
many frames a second come in, the loop therefore naps for a moment between two looks at its
sockets and finds several waiting at each. Nobody waits longer than a nap for it.
"""

from __future__ import annotations

import asyncio
import time

BUSY = 4000.0
"""Frames a second from which napping pays."""
CALM = 2500.0
"""Frames a second below which it ends."""


class Pace:
    """Naps between the turns of the running loop while the load is high."""

    def __init__(self, nap: float) -> None:
        """Nap for ``nap`` seconds at a time; 0 never naps."""
        self._nap = nap
        self._handle: asyncio.Handle | None = None

    @property
    def napping(self) -> bool:
        """Whether the loop naps at present."""
        return self._handle is not None

    def observe(self, frames_per_second: float) -> None:
        """Begin or end napping, by how much comes in."""
        if self.napping and frames_per_second < CALM:
            self.stop()
        elif not self.napping and self._nap > 0 and frames_per_second > BUSY:
            self._turn(asyncio.get_running_loop())

    def stop(self) -> None:
        """Nap no more."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _turn(self, loop: asyncio.AbstractEventLoop) -> None:
        if self._handle is not None:
            time.sleep(self._nap)
        self._handle = loop.call_soon(self._turn, loop)
