"""The mouth of a clause: deterministic marks and a length, with or without any sound.

Chinese is read by pinyin, Latin letters by letters-to-sounds; numbers, units and signs are said as
they would be in the clause's language. Where a real recording has a known length the marks stretch
to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from avatars.guides.speech import letters, pinyin
from avatars.guides.speech.mouth import Beat, Mark, marks_of, pause
from avatars.guides.speech.spoken import said

__all__ = ["beats", "duration", "marks"]

RUN: Final = re.compile(
    r"(?P<han>[㐀-鿿豈-﫿]+)|(?P<latin>[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?)|(?P<other>.)", re.S
)
PAUSES: Final = {
    **dict.fromkeys("。！？!?.", 320.0),
    **dict.fromkeys("；;：:…", 260.0),
    **dict.fromkeys("，,", 200.0),
    **dict.fromkeys("、—·", 120.0),
    " ": 35.0,
    "\n": 260.0,
}
"""Milliseconds of silence for what stands between words."""
LEAST_MS: Final = 200
"""The shortest that a clause takes, whatever stands in it."""
LAST_MS: Final = 120.0
"""The silence that ends a clause."""


def beats(text: str, lang: str) -> list[Beat]:
    """What the mouth does, one position after the other, at its own pace."""
    found = list(_read(said(text, lang).strip()))
    while found and found[-1].shape == "sil":
        found.pop()
    return [*found, pause(LAST_MS)]


def duration(text: str, lang: str) -> int:
    """Milliseconds that a clause takes to say, at an unhurried pace; the same every time."""
    return max(LEAST_MS, round(sum(beat.ms for beat in beats(text, lang))))


def marks(text: str, lang: str, ms: int | None = None) -> list[Mark]:
    """Marks of the mouth, in order; the last shuts it, shortly before the end.

    ``ms``: the real length of its sound in milliseconds; without it, ``duration``.
    """
    return marks_of(beats(text, lang), duration(text, lang) if ms is None else max(0, ms))


def _read(text: str) -> Iterator[Beat]:
    for run in RUN.finditer(text):
        if run["han"]:
            yield from pinyin.beats(run["han"])
        elif run["latin"]:
            yield from letters.beats(run["latin"].replace("’", "'").replace("'", ""))
        elif run["other"] in PAUSES:
            yield pause(PAUSES[run["other"]])
