"""A mouth that follows a real sound: shut where it is silent, wider where it is loud."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy

from avatars.guides.speech.mouth import Mark, add
from avatars.guides.speech.visemes import beats
from avatars.guides.speech.wav import Wave

WINDOW_MS: Final = 20
SILENT: Final = 0.06
"""The part of its loudest windows below which a sound counts as silent."""
SHORTEST_MS: Final = 80
"""Silences shorter than this are within words: lips do not close for them."""


class Stretch(NamedTuple):
    """Part of a sound in which somebody speaks: milliseconds from its beginning."""

    start: int
    end: int


def stretches(sound: Wave) -> list[Stretch]:
    """Where somebody speaks, in order."""
    loud = _loudness(sound)
    speaks = loud >= SILENT
    found: list[Stretch] = []
    start: int | None = None
    for at, on in enumerate([*speaks, False]):
        if on and start is None:
            start = at
        if not on and start is not None:
            found.append(Stretch(start * WINDOW_MS, min(at * WINDOW_MS, sound.ms)))
            start = None
    return _joined(found)


def following(text: str, lang: str, sound: Wave) -> list[Mark]:
    """Marks of a text laid over its sound: shapes in the order of the words, shut in silences."""
    spoken = stretches(sound)
    if not spoken:
        return [(0, "sil", 0.0)]
    loud = _loudness(sound)
    shapes = [beat for beat in beats(text, lang) if not (beat.shape == "sil" and beat.ms > 60)]
    whole = sum(beat.ms for beat in shapes) or 1.0
    voiced = sum(each.end - each.start for each in spoken)
    found: list[Mark] = [] if spoken[0].start == 0 else [(0, "sil", 0.0)]
    at = 0.0
    for beat in shapes:
        ms = _place(at * voiced / whole, spoken)
        level = float(loud[min(len(loud) - 1, ms // WINDOW_MS)])
        weight = round(beat.weight * min(1.0, 0.45 + 0.55 * level), 2)
        add(found, (ms, beat.shape, weight))
        at += beat.ms
    return _shut_between(found, spoken)


def _loudness(sound: Wave) -> numpy.ndarray[tuple[int], numpy.dtype[numpy.float64]]:
    """Root mean square of each window, 1 being that of the loudest (the top twentieth)."""
    size = max(1, sound.rate * WINDOW_MS // 1000)
    samples = numpy.frombuffer(sound.samples.tobytes(), dtype=numpy.int16).astype(numpy.float64)
    count = max(1, -(-len(samples) // size))
    padded = numpy.zeros(count * size)
    padded[: len(samples)] = samples
    rms = numpy.sqrt((padded.reshape(count, size) ** 2).mean(axis=1))
    top = float(numpy.percentile(rms, 95))
    return numpy.minimum(rms / top, 1.0) if top >= 1.0 else numpy.zeros(count)


def _joined(found: Sequence[Stretch]) -> list[Stretch]:
    whole: list[Stretch] = []
    for each in found:
        if whole and each.start - whole[-1].end < SHORTEST_MS:
            whole[-1] = Stretch(whole[-1].start, each.end)
        else:
            whole.append(each)
    return whole


def _place(voiced: float, spoken: Sequence[Stretch]) -> int:
    """The moment of a sound after so many milliseconds of speech."""
    left = voiced
    for each in spoken:
        if left < each.end - each.start:
            return round(each.start + left)
        left -= each.end - each.start
    return spoken[-1].end


def _shut_between(found: list[Mark], spoken: Sequence[Stretch]) -> list[Mark]:
    """Put a shut mouth into each silence and at the end."""
    gaps = [(one.end, two.start) for one, two in pairwise(spoken)]
    kept: list[Mark] = []
    for mark in found:
        while gaps and mark[0] >= gaps[0][0]:
            last: Mark | None = kept[-1] if kept else None
            shut, again = gaps.pop(0)
            add(kept, (shut, "sil", 0.0))
            if last is not None and mark[0] > again:
                add(kept, (again, last[1], last[2]))
        add(kept, mark)
    while kept and kept[-1][0] >= spoken[-1].end:
        kept.pop()
    add(kept, (spoken[-1].end, "sil", 0.0))
    return kept
