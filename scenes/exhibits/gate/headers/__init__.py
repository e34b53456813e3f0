"""Pictures known by their first bytes: which format, how large. No pixel is decoded here."""

from __future__ import annotations

from scenes.exhibits.gate.headers.avif import read_avif
from scenes.exhibits.gate.headers.header import Header, HeaderError
from scenes.exhibits.gate.headers.jpeg import read_jpeg
from scenes.exhibits.gate.headers.ktx2 import read_ktx2
from scenes.exhibits.gate.headers.png import read_png
from scenes.exhibits.gate.headers.webp import read_webp

__all__ = ["Header", "HeaderError", "read_header", "sniff"]

SHORTEST = 14
"""Bytes below which nothing is a picture, as the validator has it."""
READERS = {
    "image/png": read_png,
    "image/jpeg": read_jpeg,
    "image/webp": read_webp,
    "image/ktx2": read_ktx2,
    "image/avif": read_avif,
}


def sniff(data: memoryview) -> str | None:
    """The media type that the first bytes show; None when they show none that glTF has."""
    head = bytes(data[:32])
    if len(head) < SHORTEST:
        return None
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"RIFF") and head[8:14] == b"WEBPVP":
        return "image/webp"
    if head.startswith(b"\xabKTX 20\xbb\r\n\x1a\n"):
        return "image/ktx2"
    avif = head[4:8] == b"ftyp" and head[8:12] in (b"avif", b"avis", b"mif1", b"msf1", b"miaf")
    return "image/avif" if avif else None


def read_header(data: memoryview) -> Header | None:
    """What a picture says of itself; None when it is none; raises HeaderError when it is bad."""
    mime = sniff(data)
    return None if mime is None else READERS[mime](data)
