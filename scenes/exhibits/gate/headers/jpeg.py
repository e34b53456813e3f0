"""JPEG (ITU-T T.81, annex B): segments up to the frame, and that the picture has an end."""

from __future__ import annotations

import re

from scenes.exhibits.gate.headers.header import Header, ends_early, is_invalid

__all__ = ["read_jpeg"]

FILL = re.compile(rb"\xff*")
FRAMES = frozenset({*range(0xC0, 0xD0), 0xDE}) - {0xC4, 0xC8, 0xCC}
ALONE = frozenset({0x01, *range(0xD0, 0xDA)})
"""Markers that no segment follows."""
HEAD = 4 * 2**20
"""Bytes in which the frame must begin; what stands before it is colour profiles and notes."""
MOST_MARKERS = 1000
WINDOW = 2**16


def read_jpeg(data: memoryview) -> Header:
    """A JPEG's size; raises HeaderError also for one whose end is missing."""
    head = bytes(data[:HEAD])
    at = 2
    for _ in range(MOST_MARKERS):
        kind, at = _marker(head, at)
        if kind in ALONE:
            continue
        size = int.from_bytes(head[at : at + 2], "big")
        if at + 2 > len(head):
            raise ends_early("segment")
        if size < 2:
            raise is_invalid("marker segment length")
        if kind in FRAMES:
            return _frame(data, head[at + 2 : at + size], size)
        at += size
    raise is_invalid("too many segments")


def _marker(head: bytes, at: int) -> tuple[int, int]:
    """The next marker, and where what belongs to it begins."""
    start = head.find(b"\xff", at)
    filled = FILL.match(head, start) if start >= 0 else None
    if filled is None or filled.end() == len(head):
        raise ends_early("no frame")
    return head[filled.end()], filled.end() + 1


def _frame(data: memoryview, body: bytes, size: int) -> Header:
    if len(body) < min(size - 2, 6):
        raise ends_early("frame")
    if len(body) < 6 or body[5] not in (1, 3):
        raise is_invalid("number of colour channels")
    height, width = int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
    if not width or not height:
        raise is_invalid(f"{width} × {height}")
    if not _has_end(data):
        raise ends_early("picture data")
    return Header("image/jpeg", width, height)


def _has_end(data: memoryview) -> bool:
    """Whether an end marker stands anywhere, looked for from the end: cameras add to files."""
    for end in range(len(data), 0, -WINDOW):
        if b"\xff\xd9" in bytes(data[max(0, end - WINDOW - 1) : end]):
            return True
    return False
