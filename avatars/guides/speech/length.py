"""How long a sound lasts, told by its file: WAV, MP3, Ogg Opus."""

from __future__ import annotations

import struct
from typing import Final

from avatars.guides.speech.wav import wave

_RATES: Final = {
    3: (44_100, 48_000, 32_000),
    2: (22_050, 24_000, 16_000),
    0: (11_025, 12_000, 8_000),
}
_KBITS: Final = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBITS_2: Final = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
OPUS_HZ: Final = 48_000
"""Granules a second of Ogg Opus, whatever was recorded (RFC 7845 section 4)."""


def length_ms(data: bytes) -> int | None:
    """Milliseconds; None when the file does not tell."""
    sound = wave(data)
    if sound is not None:
        return sound.ms
    if data[:4] == b"OggS":
        return _ogg(data)
    return _mp3(data)


def _ogg(data: bytes) -> int | None:
    last = data.rfind(b"OggS")
    if last < 0 or last + 14 > len(data):
        return None
    granules: int = struct.unpack_from("<q", data, last + 6)[0]
    skip = data.find(b"OpusHead")
    early: int = struct.unpack_from("<H", data, skip + 10)[0] if 0 <= skip <= len(data) - 12 else 0
    return max(0, round(1000 * (granules - early) / OPUS_HZ)) if granules > 0 else None


def _mp3(data: bytes) -> int | None:
    """Frame by frame (ISO/IEC 11172-3, 13818-3; layer III)."""
    at, ms = _after_tag(data), 0.0
    while at + 4 <= len(data):
        frame = _frame(data, at)
        if frame is None:
            break
        size, length = frame
        at, ms = at + size, ms + length
    return round(ms) if ms else None


def _after_tag(data: bytes) -> int:
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for part in data[6:10]:
        size = size << 7 | part & 0x7F
    return 10 + size


def _frame(data: bytes, at: int) -> tuple[int, float] | None:
    """Bytes and milliseconds of the frame at ``at``."""
    one, two, three = data[at], data[at + 1], data[at + 2]
    version, layer = two >> 3 & 3, two >> 1 & 3
    if one != 0xFF or two & 0xE0 != 0xE0 or layer != 1 or version == 1:
        return None
    bits, rate = three >> 4, three >> 2 & 3
    if bits in (0, 15) or rate == 3:
        return None
    hertz = _RATES[version][rate]
    kbits = (_KBITS if version == 3 else _KBITS_2)[bits]
    samples = 1152 if version == 3 else 576
    return samples // 8 * kbits * 1000 // hertz + (three >> 1 & 1), 1000 * samples / hertz
