"""A live connection for tests: keeps what is written to it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import msgspec

from server.run.talk import PoseTable
from server.wire import messages as wire

_ids = count(1)
_decode = msgspec.msgpack.Decoder(wire.AnyServerMessage).decode


class PaperLine:
    """Every frame that was sent, and how it was closed."""

    def __init__(self) -> None:
        self.id = f"line-{next(_ids)}"
        self.slot = -1
        self.table: PoseTable | None = None
        self.frames: list[bytes] = []
        self.closed: tuple[int, str] | None = None

    @property
    def raw_write(self) -> Callable[[bytes], None]:
        return self.frames.append

    def watch(self, watcher: Callable[[bool], None]) -> None:
        watcher(True)

    def send(self, frame: bytes | memoryview) -> None:
        self.frames.append(bytes(frame))

    def close(self, code: int, reason: str) -> None:
        self.closed = (code, reason)

    def heard(self) -> list[Any]:
        """The messages written so far, presence frames left out."""
        payloads = (frame[4 if frame[1] == 126 else 2 if frame[1] < 126 else 10 :]
                    for frame in self.frames)  # fmt: skip
        return [_decode(payload) for payload in payloads if payload[0] >= 0x10]

    def last(self) -> Any:
        """The newest message."""
        return self.heard()[-1]
