"""Sounds and vectors of the scripted model server: made of the words, the same every time."""

from __future__ import annotations

import hashlib
import math
import struct
from array import array

from avatars.guides.speech.visemes import duration

RATE = 24_000
"""Samples a second, as speech endpoints commonly give."""
DIMENSIONS = 64


def tone(text: str) -> bytes:
    """A WAV (PCM, 16 bit, mono) of one tone, as long as the words take to say, 20 ms of silence
    around it; its pitch tells the words apart."""
    lang = "zh" if any("一" <= c <= "鿿" for c in text) else "en"
    return wav(samples(text, duration(text, lang) / 1000))


def samples(text: str, seconds: float) -> array[int]:
    """The tone alone, swelling five times a second as syllables do."""
    pitch = 180 + hashlib.sha256(text.encode()).digest()[0]
    count = int(seconds * RATE)
    edge = int(0.02 * RATE)
    return array(
        "h",
        (
            0 if n < edge or n >= count - edge else int(
                9000 * (0.6 + 0.4 * math.sin(2 * math.pi * 5 * n / RATE))
                * math.sin(2 * math.pi * pitch * n / RATE)
            )
            for n in range(count)
        ),
    )  # fmt: skip


def wav(pcm: array[int], rate: int = RATE) -> bytes:
    """A RIFF/WAVE file of 16-bit samples."""
    data = pcm.tobytes()
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16)
    body = b"WAVE" + form + struct.pack("<4sI", b"data", len(data)) + data
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def vector(text: str) -> list[float]:
    """Bigrams hashed into a unit vector: texts alike lie close together."""
    found = [0.0] * DIMENSIONS
    plain = "".join(text.lower().split())
    for at in range(max(1, len(plain) - 1)):
        found[hashlib.sha256(plain[at : at + 2].encode()).digest()[0] % DIMENSIONS] += 1.0
    norm = math.sqrt(sum(x * x for x in found)) or 1.0
    return [x / norm for x in found]
