from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.speech.length import length_ms
from avatars.guides.speech.wav import wave
from tests.server.outside.scripted_sounds import samples, tone, wav


def test_samples_and_length() -> None:
    made = samples("你好", 0.5)
    sound = wave(wav(made))
    assert sound is not None and sound.samples == made and sound.ms == 500
    assert length_ms(wav(made)) == 500


def test_lengths_that_a_stream_did_not_know() -> None:
    data = bytearray(wav(samples("你好", 0.5)))
    for unknown in (0, 0xFFFFFFFF):
        struct.pack_into("<I", data, 40, unknown)
        sound = wave(bytes(data))
        assert sound is not None and sound.ms == 500


def test_other_files_are_none() -> None:
    assert wave(b"") is None and wave(b"RIFF0000WAVE") is None and wave(tone("x")[:20]) is None


@given(st.binary(max_size=200))
def test_anything_may_come(data: bytes) -> None:
    wave(data)
    wave(b"RIFF\0\0\0\0WAVE" + data)
    length_ms(data)
    length_ms(b"OggS" + data)
    length_ms(b"\xff\xfb" + data)
