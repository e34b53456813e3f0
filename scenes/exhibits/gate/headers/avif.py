"""AVIF (ISO/IEC 23000-22, boxes of ISO/IEC 14496-12): the largest picture that it describes."""

from __future__ import annotations

from scenes.exhibits.gate.headers.header import Header, ends_early, is_invalid

__all__ = ["read_avif"]

HEAD = 2**16
"""Bytes in which the descriptions stand, before the pictures."""
MOST_BOXES = 1000
EXTENT = b"ispe"


def read_avif(data: memoryview) -> Header:
    """An AVIF's size; raises HeaderError."""
    _check_boxes(data)
    head = bytes(data[:HEAD])
    sizes = list(_extents(head))
    if not sizes:
        raise is_invalid("no picture size")
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    if not width or not height:
        raise is_invalid(f"{width} × {height}")
    return Header("image/avif", width, height, head[8:12] == b"avis")


def _extents(head: bytes) -> list[tuple[int, int]]:
    sizes = []
    at = head.find(EXTENT)
    while at >= 0 and at + 16 <= len(head):
        width, height = head[at + 8 : at + 12], head[at + 12 : at + 16]
        sizes.append((int.from_bytes(width, "big"), int.from_bytes(height, "big")))
        at = head.find(EXTENT, at + 4)
    return sizes


def _check_boxes(data: memoryview) -> None:
    """The boxes of the top level end inside the file; a size of 0 means: up to its end."""
    at = 0
    for _ in range(MOST_BOXES):
        if at == len(data):
            return
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size == 0:
            return
        if size < 8:
            raise is_invalid("box")
        at += size
        if at > len(data):
            raise ends_early("box")
    raise is_invalid("too many boxes")
