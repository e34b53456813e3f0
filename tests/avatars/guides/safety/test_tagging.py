from __future__ import annotations

import json
import struct

from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.safety.labels import aigc
from avatars.guides.safety.tagging import media_type, tagged
from avatars.guides.speech.length import length_ms
from avatars.guides.speech.wav import chunks, wave
from tests.server.outside.scripted_sounds import tone

LABEL = aigc("云泽", "abc")


def test_wav_keeps_its_sound_and_gains_the_label() -> None:
    data = tone("你好")
    made = tagged(data, LABEL)
    assert wave(made) == wave(data) and media_type(made) == "audio/wav"
    assert struct.unpack_from("<I", made, 4)[0] == len(made) - 8
    names = {name: made[start:end] for name, start, end in chunks(made)}
    assert names[b"LIST"].startswith(b"INFOICMT") and LABEL.encode() in names[b"LIST"]


def test_mp3_gains_a_tag_and_loses_an_old_one() -> None:
    frames = (b"\xff\xfb\x90\x00" + bytes(413)) * 10
    made = tagged(b"ID3\x03\0\0\0\0\0\x05hello" + frames, LABEL)
    assert made.endswith(frames) and made.count(b"ID3") == 1 and b"hello" not in made
    assert LABEL.encode("utf-16-le") in made and "AIGC".encode("utf-16-le") in made
    assert length_ms(made) == length_ms(frames)


def page(body: bytes, number: int) -> bytes:
    lacing = b"\xff" * (len(body) // 255) + bytes([len(body) % 255])
    return b"OggS\0\0" + struct.pack("<qIIIB", 0, 7, number, 0, len(lacing)) + lacing + body


def test_ogg_gets_its_tags_anew() -> None:
    tags = b"OpusTags" + struct.pack("<I", 3) + b"abc" + struct.pack("<I", 0)
    data = page(b"OpusHead" + bytes(11), 0) + page(tags, 1) + page(b"sound", 2)
    made = tagged(data, LABEL)
    assert f"AIGC={LABEL}".encode() in made and made.endswith(page(b"sound", 2))
    at = made.index(b"OggS", 1)
    checked = made[at : made.index(b"OggS", at + 1)]
    assert _crc(checked[:22] + bytes(4) + checked[26:]) == struct.unpack_from("<I", checked, 22)[0]


def _crc(data: bytes) -> int:
    """CRC-32 of Ogg, by division bit by bit."""
    remainder = 0
    for bit in (byte >> shift & 1 for byte in data + bytes(4) for shift in range(7, -1, -1)):
        remainder = remainder << 1 | bit
        if remainder >> 32:
            remainder ^= 0x104C11DB7
    return remainder


@given(st.binary(max_size=120), st.sampled_from([b"", b"OggS", b"RIFF\0\0\0\0WAVE", b"ID3"]))
def test_anything_may_come(data: bytes, start: bytes) -> None:
    tagged(start + data, LABEL)


def test_other_files_stay_as_they_are() -> None:
    assert tagged(b"fLaC1234", LABEL) == b"fLaC1234" and media_type(b"fLaC1234") == ""
    assert json.loads(LABEL)["Label"] == "1"
