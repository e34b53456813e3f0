from __future__ import annotations

import struct

from avatars.guides.speech.length import length_ms


def test_mp3_frame_by_frame() -> None:
    frame = b"\xff\xfb\x90\x00" + bytes(413)  # MPEG-1 layer III, 128 kbit/s, 44.1 kHz: 417 bytes
    assert length_ms(frame * 100) == round(100 * 1152 / 44.1)
    tag = b"ID3\x03\0\0\0\0\0\x05hello"
    assert length_ms(tag + frame * 100) == round(100 * 1152 / 44.1)
    assert length_ms(b"\xff\xfb\x00\x00" * 9) is None


def test_ogg_by_its_last_granule() -> None:
    head = b"OggS" + bytes(23) + b"OpusHead\x01\x01" + struct.pack("<H", 312)
    last = b"OggS\0\x04" + struct.pack("<q", 48_000 * 2 + 312) + bytes(13)
    assert length_ms(head + bytes(8) + last) == 2000
