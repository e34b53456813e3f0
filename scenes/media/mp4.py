"""MP4 looked at without decoding: boxes, tracks, codecs.

ISO/IEC 14496-12 (boxes), 14496-15 (avc1, avcC). H.264 alone is taken as video: it is what every
browser and headset plays.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from scenes.media.found import MediaError, Video
from scenes.media.policy import MediaPolicy

__all__ = ["is_mp4", "read_mp4"]

MOST_BOXES = 20_000
H264 = {b"avc1", b"avc3"}
SOUND = {b"mp4a", b"Opus", b".mp3"}
STILL = {b"heic", b"heix", b"avif", b"avis", b"mif1", b"msf1"}
SELF_CONTAINED = 1
VISUAL_ENTRY, AUDIO_ENTRY = 86, 36
"""Bytes of a sample entry before its own boxes."""


class Box(NamedTuple):
    """A box: its type and its content."""

    kind: bytes
    data: memoryview
    at: int


class Track(NamedTuple):
    """One track: vide, soun or another handler; its sample entries."""

    handler: bytes
    entries: tuple[Box, ...]


def is_mp4(data: memoryview) -> bool:
    """Whether a file begins with a file type box that is not a still picture's."""
    return bytes(data[4:8]) == b"ftyp" and bytes(data[8:12]) not in STILL


def read_mp4(data: memoryview, policy: MediaPolicy) -> Video:
    """What a film is; raises MediaError."""
    top = list(_boxes(data))
    movie = next((box for box in top if box.kind == b"moov"), None)
    if movie is None:
        raise MediaError("VIDEO_TRUNCATED", "moov")
    inside = list(_boxes(movie.data))
    tracks = [_track(box.data, len(data)) for box in inside if box.kind == b"trak"]
    pictures = [e for track in tracks if track.handler == b"vide" for e in track.entries]
    if not pictures:
        raise MediaError("VIDEO_NO_PICTURE")
    sounds = [e for track in tracks if track.handler == b"soun" for e in track.entries]
    for entry in pictures:
        _check_codec(entry, H264)
    for entry in sounds:
        _check_codec(entry, SOUND)
    if not any(box.kind in (b"mdat", b"moof") for box in top):
        raise MediaError("VIDEO_TRUNCATED", "mdat")
    width, height = _size(pictures[0])
    if not 0 < width <= policy.max_video_side or not 0 < height <= policy.max_video_side:
        raise MediaError("VIDEO_TOO_LARGE", f"{width} × {height}")
    seconds = _seconds(inside)
    if seconds is not None and seconds > policy.max_seconds:
        raise MediaError("VIDEO_TOO_LONG", f"{seconds:.0f} s")
    names = (_avc(pictures[0]), *dict.fromkeys(_sound(entry) for entry in sounds))
    return Video("video/mp4", width, height, seconds, names)


def _boxes(data: memoryview, start: int = 0) -> Iterator[Box]:
    """The boxes side by side in some bytes; raises MediaError where one reaches past them."""
    at, seen = start, 0
    while at < len(data):
        if at + 8 > len(data):
            raise MediaError("VIDEO_TRUNCATED", f"{at}")
        size, kind = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1:
            if at + 16 > len(data):
                raise MediaError("VIDEO_TRUNCATED", f"{at}")
            size, head = struct.unpack_from(">Q", data, at + 8)[0], 16
        elif size == 0:
            size = len(data) - at
        if size < head or at + size > len(data):
            raise MediaError("VIDEO_TRUNCATED", kind.decode("latin-1"))
        seen += 1
        if seen > MOST_BOXES:
            raise MediaError("VIDEO_INVALID", "boxes")
        yield Box(kind, data[at + head : at + size], at)
        at += size


def _child(data: memoryview, *path: bytes) -> memoryview | None:
    for kind in path:
        found = next((box.data for box in _boxes(data) if box.kind == kind), None)
        if found is None:
            return None
        data = found
    return data


def _track(data: memoryview, size: int) -> Track:
    handler = _child(data, b"mdia", b"hdlr")
    table = _child(data, b"mdia", b"minf", b"stbl")
    if handler is None or len(handler) < 12 or table is None:
        raise MediaError("VIDEO_INVALID", "trak")
    _check_references(data)
    _check_chunks(table, size)
    described = _child(table, b"stsd")
    if described is None or len(described) < 8:
        raise MediaError("VIDEO_INVALID", "stsd")
    return Track(bytes(handler[8:12]), tuple(_boxes(described, 8)))


def _check_references(track: memoryview) -> None:
    """Samples lie in this file: a reference to another would make a player fetch it."""
    references = _child(track, b"mdia", b"minf", b"dinf", b"dref")
    for box in _boxes(references, 8) if references is not None else ():
        flags = int.from_bytes(box.data[1:4], "big") if len(box.data) >= 4 else 0
        if not flags & SELF_CONTAINED:
            raise MediaError("VIDEO_OUTSIDE", box.kind.decode("latin-1"))


def _check_chunks(table: memoryview, size: int) -> None:
    """Every chunk begins inside the file: what was cut off in transfer is seen here."""
    for kind, number in ((b"stco", ">u4"), (b"co64", ">u8")):
        offsets = _child(table, kind)
        if offsets is None or len(offsets) < 8:
            continue
        count = int.from_bytes(offsets[4:8], "big")
        if count * np.dtype(number).itemsize != len(offsets) - 8:
            raise MediaError("VIDEO_INVALID", kind.decode())
        if count and int(np.frombuffer(offsets, number, count, 8).max()) >= size:
            raise MediaError("VIDEO_TRUNCATED", "mdat")


def _check_codec(entry: Box, known: set[bytes]) -> None:
    if entry.kind in (b"encv", b"enca"):
        raise MediaError("VIDEO_ENCRYPTED")
    if entry.kind not in known:
        raise MediaError("VIDEO_CODEC", entry.kind.decode("latin-1").strip())


def _size(entry: Box) -> tuple[int, int]:
    if len(entry.data) < VISUAL_ENTRY - 8:
        raise MediaError("VIDEO_INVALID", "avc1")
    width, height = struct.unpack_from(">HH", entry.data, 24)
    return width, height


def _avc(entry: Box) -> str:
    """``avc1.64001f``: profile, constraints and level out of the decoder's configuration."""
    setup = next((b for b in _boxes(entry.data, VISUAL_ENTRY - 8) if b.kind == b"avcC"), None)
    if setup is None or len(setup.data) < 7 or setup.data[0] != 1:
        raise MediaError("VIDEO_INVALID", "avcC")
    return f"{entry.kind.decode()}.{bytes(setup.data[1:4]).hex()}"


def _sound(entry: Box) -> str:
    return {b"mp4a": "mp4a.40.2", b"Opus": "opus", b".mp3": "mp3"}[entry.kind]


def _seconds(movie: list[Box]) -> float | None:
    """The movie header's duration; None where it does not say, as in a stream of fragments."""
    header = next((box.data for box in movie if box.kind == b"mvhd"), None)
    if header is None or len(header) < 32:
        raise MediaError("VIDEO_INVALID", "mvhd")
    scale, duration = (
        struct.unpack_from(">IQ", header, 20)
        if header[0] == 1
        else struct.unpack_from(">II", header, 12)
    )
    return duration / scale if scale and duration else None
