"""Reads presence frames: who is where, many times a second."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from clients.headless.errors import ProtocolError
from clients.headless.messages import (
    FULL_BODY,
    FULL_RECORD,
    HEAD_BODY,
    HEAD_RECORD,
    PRESENCE_FRAME,
    PRESENCE_HEADER,
)

HEADER = struct.Struct("<BBHHHI")
FULL = struct.Struct(f"<H{FULL_BODY}s")
HEAD = struct.Struct(f"<H{HEAD_BODY}s")


class Sighting(NamedTuple):
    """The bytes of somebody's last pose and the server's milliseconds (modulo 2³²) of it."""

    body: bytes
    time: int


@dataclass(frozen=True, slots=True)
class Presence:
    """One frame: ids with the bytes of their poses, how many are in the hall, and when."""

    bodies: dict[int, bytes]
    total: int
    time: int


def read_presence(data: bytes) -> Presence:
    """Read a frame whose first byte says presence; raises ProtocolError."""
    if len(data) < PRESENCE_HEADER:
        raise ProtocolError("a presence frame without a header")
    kind, _, full, head, total, time = HEADER.unpack_from(data)
    if kind != PRESENCE_FRAME or len(data) != _length(full, head):
        raise ProtocolError("a presence frame of the wrong length")
    return Presence(dict(_records(data, full)), total, time)


def _length(full: int, head: int) -> int:
    return PRESENCE_HEADER + full * FULL_RECORD + head * HEAD_RECORD


def _records(data: bytes, full: int) -> Iterator[tuple[int, bytes]]:
    split = _length(full, 0)
    view = memoryview(data)
    yield from FULL.iter_unpack(view[PRESENCE_HEADER:split])
    yield from HEAD.iter_unpack(view[split:])
