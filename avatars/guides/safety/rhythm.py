"""The sound that says "this voice is an AI's": short, long, short, short (GB 45438-2025, audio).

In Morse code ·− ·· is "AI". One beep of 660 Hz, a dot of 80 ms, a dash three times as long.
"""

from __future__ import annotations

import math
import struct
from array import array
from typing import Final

RATE: Final = 24_000
"""Samples a second."""
PITCH_HZ: Final = 660.0
DOT_MS: Final = 80
PATTERN: Final = ((DOT_MS, DOT_MS), (3 * DOT_MS, 3 * DOT_MS), (DOT_MS, DOT_MS), (DOT_MS, 0))
"""Milliseconds of each beep, and of the silence behind it: A, a gap as between letters, I."""
LOUD: Final = 7_000
FADE_MS: Final = 6


def samples(rate: int = RATE) -> array[int]:
    """The rhythm as 16-bit samples, one channel."""
    found = array("h")
    for beep, gap in PATTERN:
        found.extend(_beep(beep * rate // 1000, rate))
        found.extend([0] * (gap * rate // 1000))
    return found


def pcm(rate: int = RATE) -> bytes:
    """The rhythm as PCM: signed 16 bit, little-endian, one channel."""
    made = samples(rate)
    return struct.pack(f"<{len(made)}h", *made)


def length_ms() -> int:
    """How long it takes."""
    return sum(beep + gap for beep, gap in PATTERN)


def _beep(count: int, rate: int) -> list[int]:
    fade = max(1, FADE_MS * rate // 1000)
    return [
        round(
            LOUD
            * min(1.0, n / fade, (count - 1 - n) / fade)
            * math.sin(2 * math.pi * PITCH_HZ * n / rate)
        )
        for n in range(count)
    ]
