"""WebM looked at without decoding: EBML elements, tracks, codecs.

RFC 8794 (EBML), RFC 9559 (Matroska), the WebM container guidelines.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from scenes.media.found import MediaError, Video
from scenes.media.policy import MediaPolicy

__all__ = ["is_webm", "read_webm"]

EBML, SEGMENT, INFO, TRACKS, CLUSTER = 0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B, 0x1F43B675
DOC_TYPE, TIMESTAMP_SCALE, DURATION = 0x4282, 0x2AD7B1, 0x4489
TRACK_ENTRY, TRACK_TYPE, CODEC_ID, VIDEO, ENCODINGS = 0xAE, 0x83, 0x86, 0xE0, 0x6D80
PIXEL_WIDTH, PIXEL_HEIGHT = 0xB0, 0xBA
PICTURE, SOUND = 1, 2
CODECS = {
    PICTURE: {"V_VP8": "vp8", "V_VP9": "vp9", "V_AV1": "av01"},
    SOUND: {"A_OPUS": "opus", "A_VORBIS": "vorbis"},
}
MOST_ELEMENTS = 100_000


class Element(NamedTuple):
    """An EBML element: its id and what is in it."""

    id: int
    data: memoryview


def is_webm(data: memoryview) -> bool:
    """Whether a file begins as EBML does."""
    return bytes(data[:4]) == EBML.to_bytes(4, "big")


def read_webm(data: memoryview, policy: MediaPolicy) -> Video:
    """What a film is; raises MediaError."""
    top = {element.id: element.data for element in _elements(data, until=SEGMENT)}
    head = {element.id: element.data for element in _elements(top.get(EBML, data[:0]))}
    if _text(head.get(DOC_TYPE)) != "webm":
        raise MediaError("VIDEO_CODEC", _text(head.get(DOC_TYPE)) or "EBML")
    inside = list(_elements(top.get(SEGMENT, data[:0]), until=CLUSTER))
    by_id = {element.id: element.data for element in inside}
    if TRACKS not in by_id or CLUSTER not in by_id:
        raise MediaError("VIDEO_TRUNCATED")
    entries = [e.data for e in _elements(by_id[TRACKS]) if e.id == TRACK_ENTRY]
    tracks = [{e.id: e.data for e in _elements(entry)} for entry in entries]
    codecs = tuple(dict.fromkeys(_codec(track) for track in tracks))
    pictures = [track for track in tracks if _number(track.get(TRACK_TYPE)) == PICTURE]
    if not pictures:
        raise MediaError("VIDEO_NO_PICTURE")
    sizes = {e.id: e.data for e in _elements(pictures[0].get(VIDEO, data[:0]))}
    width, height = _number(sizes.get(PIXEL_WIDTH)), _number(sizes.get(PIXEL_HEIGHT))
    if not 0 < width <= policy.max_video_side or not 0 < height <= policy.max_video_side:
        raise MediaError("VIDEO_TOO_LARGE", f"{width} × {height}")
    seconds = _seconds(by_id.get(INFO, data[:0]))
    if seconds is not None and seconds > policy.max_seconds:
        raise MediaError("VIDEO_TOO_LONG", f"{seconds:.0f} s")
    return Video("video/webm", width, height, seconds, codecs)


def _elements(data: memoryview, until: int | None = None) -> Iterator[Element]:
    """Elements side by side, the one ``until`` being the last.

    That one may have an unknown size or be cut at the end; any other that reaches past its
    parent raises MediaError.
    """
    at, seen = 0, 0
    while at < len(data):
        name, at = _vint(data, at, keep_marker=True)
        size, begin = _vint(data, at, keep_marker=False)
        end = len(data) if size < 0 else begin + size
        if end > len(data):
            raise MediaError("VIDEO_TRUNCATED", f"{name:x}")
        if size < 0 and name != until:
            raise MediaError("VIDEO_INVALID", f"{name:x}")
        yield Element(name, data[begin:end])
        seen += 1
        if seen > MOST_ELEMENTS:
            raise MediaError("VIDEO_INVALID", "elements")
        if name == until:
            return
        at = end


def _vint(data: memoryview, at: int, *, keep_marker: bool) -> tuple[int, int]:
    """A variable-length number and where it ends; -1 for the reserved unknown size."""
    if at >= len(data) or not data[at]:
        raise MediaError("VIDEO_INVALID", f"{at}")
    width = 9 - data[at].bit_length()
    if at + width > len(data) or (keep_marker and width > 4):
        raise MediaError("VIDEO_TRUNCATED", f"{at}")
    value = int.from_bytes(data[at : at + width], "big")
    if keep_marker:
        return value, at + width
    value &= (1 << 7 * width) - 1
    return (-1 if value == (1 << 7 * width) - 1 else value), at + width


def _codec(track: dict[int, memoryview]) -> str:
    kind, name = _number(track.get(TRACK_TYPE)), _text(track.get(CODEC_ID))
    if ENCODINGS in track:
        raise MediaError("VIDEO_ENCRYPTED")
    known = CODECS.get(kind, {}).get(name)
    if known is None:
        raise MediaError("VIDEO_CODEC", name or str(kind))
    return known


def _seconds(info: memoryview) -> float | None:
    found = {element.id: element.data for element in _elements(info)}
    scale = _number(found.get(TIMESTAMP_SCALE)) or 1_000_000
    length = found.get(DURATION)
    if length is None or len(length) not in (4, 8):
        return None
    ticks = float(struct.unpack(">f" if len(length) == 4 else ">d", length)[0])
    return ticks * scale / 1e9 if 0 < ticks < 1e15 else None


def _number(data: memoryview | None) -> int:
    return int.from_bytes(data[:8], "big") if data is not None else 0


def _text(data: memoryview | None) -> str:
    return bytes(data[:64]).rstrip(b"\0").decode("ascii", "replace") if data is not None else ""
