"""RIFF/WAVE files: samples and length (Microsoft, Multimedia Programming Interface 1.0)."""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator
from typing import Final, NamedTuple

PCM: Final = 1
EXTENSIBLE: Final = 0xFFFE


class Wave(NamedTuple):
    """16-bit samples of one channel (others are left out), and how many a second."""

    samples: array[int]
    rate: int

    @property
    def ms(self) -> int:
        """How long it lasts."""
        return round(1000 * len(self.samples) / self.rate)


def chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, beginning and end of each chunk; ends that lie beyond the file are cut to it.

    Streaming services write a length of 0 or 0xFFFFFFFF for one that they did not know.
    """
    at = 12
    while at + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        start = at + 8
        unknown = name == b"data" and (size == 0 or start + size > len(data))
        end = len(data) if unknown else min(len(data), start + size)
        yield name, start, end
        at = end + (end - start) % 2


def wave(data: bytes) -> Wave | None:
    """The sound of a WAV file; None for any other file, or samples that are not 16-bit PCM."""
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE":
        return None
    form: tuple[int, ...] = ()
    for name, start, end in chunks(data):
        if name == b"fmt " and end - start >= 16:
            form = struct.unpack_from("<HHIIHH", data, start)
        if name == b"data" and form:
            return _samples(data[start:end], form)
    return None


def _samples(data: bytes, form: tuple[int, ...]) -> Wave | None:
    kind, channels, rate, _, _, bits = form
    if kind not in (PCM, EXTENSIBLE) or bits != 16 or not 1 <= channels <= 8:
        return None
    if not 4_000 <= rate <= 192_000:
        return None
    found = array("h")
    found.frombytes(data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        found.byteswap()
    return Wave(found[::channels], rate)
