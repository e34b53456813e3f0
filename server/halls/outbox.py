"""Who takes a tick's frames: one writer a slot, none while its peer does not keep up.

Frames of poses may be skipped, messages may not: a message goes to its connection at once and in
order, a frame only to a slot that is writable at the moment.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from avatars.presence import FrameSet

Write = Callable[[bytes], None]


class Receiver(Protocol):
    """A connection as the outbox needs it."""

    @property
    def raw_write(self) -> Write:
        """Hand a whole WebSocket frame to the transport."""

    def watch(self, watcher: Callable[[bool], None]) -> None:
        """Have ``watcher`` told, now and at every change, whether frames should be written."""


class Delivered(NamedTuple):
    """What one tick handed to the transports."""

    frames: int
    bytes: int
    skipped: int


class Outbox:
    """The writers of one room's slots."""

    def __init__(self, capacity: int) -> None:
        self.paused: NDArray[np.bool_] = np.ones(capacity, np.bool_)
        """Slots that are to be sent nothing: nobody there, or not keeping up."""
        self._writers: list[Write | None] = [None] * capacity
        self._seated: list[Receiver | None] = [None] * capacity

    def seat(self, slot: int, receiver: Receiver) -> None:
        """Let this slot's frames go to ``receiver`` from now on."""
        self._seated[slot] = receiver
        write = receiver.raw_write

        def watcher(writable: bool) -> None:
            if self._seated[slot] is receiver:
                self._writers[slot] = write if writable else None
                self.paused[slot] = not writable

        receiver.watch(watcher)

    def unseat(self, slot: int, receiver: Receiver | None = None) -> None:
        """Send this slot nothing more, unless somebody other than ``receiver`` sits there now."""
        if receiver is not None and self._seated[slot] is not receiver:
            return
        self._seated[slot] = None
        self._writers[slot] = None
        self.paused[slot] = True

    def deliver(self, frames: FrameSet) -> Delivered:
        """Hand over the frames of a tick. Nothing here waits for anybody."""
        sent = size = 0
        writers = self._writers
        if (shared := frames.shared) is not None:
            for slot in frames.shared_slots:
                write = writers[slot]
                if write is not None:
                    write(shared)
                    sent += 1
            size = sent * len(shared)
        buffer = frames.buffer
        for slot, start, end in zip(frames.slots, frames.starts, frames.ends, strict=True):
            write = writers[slot]
            if write is not None:
                write(buffer[start:end])
                sent += 1
                size += end - start
        due = len(frames.shared_slots) + len(frames.slots)
        return Delivered(sent, size, due - sent + frames.missed)
