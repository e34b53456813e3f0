from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.media.found import MediaError, Video
from scenes.media.policy import MediaPolicy
from scenes.media.webm import is_webm, read_webm
from tests.scenes.media.films import element, webm, webm_track


def read(data: bytes) -> Video:
    return read_webm(memoryview(data), MediaPolicy())


def test_a_film_is_known_without_decoding_it() -> None:
    assert read(webm()) == Video("video/webm", 1280, 720, 9.5, ("vp9", "opus"))


def test_it_is_known_by_its_first_bytes() -> None:
    assert is_webm(memoryview(webm()))
    assert not is_webm(memoryview(b"RIFF"))


def test_a_recording_whose_length_was_never_written_is_taken() -> None:
    unknown = bytearray(webm())
    at = unknown.index(b"\x18\x53\x80\x67") + 4
    unknown[at : at + 8] = b"\x01" + b"\xff" * 7
    assert read(bytes(unknown)).width == 1280


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (webm(kind=b"matroska"), "VIDEO_CODEC"),
        (webm(webm_track(codec=b"V_MPEG4/ISO/AVC")), "VIDEO_CODEC"),
        (webm(webm_track(2, b"A_OPUS")), "VIDEO_NO_PICTURE"),
        (webm(webm_track(1, b"V_VP8", element(0x6D80, b""))), "VIDEO_ENCRYPTED"),
        (webm(cluster=False), "VIDEO_TRUNCATED"),
        (webm()[:80], "VIDEO_TRUNCATED"),
        (element(0x1A45DFA3, element(0x4282, b"webm")), "VIDEO_TRUNCATED"),
    ],
)
def test_what_cannot_be_played_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(MediaError) as caught:
        read(data)
    assert caught.value.findings[0].code == code


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=12), st.integers(0))
def test_a_spoiled_film_is_read_or_refused(changes: list[tuple[int, int]], cut: int) -> None:
    spoiled = bytearray(webm())
    for at, value in changes:
        spoiled[at % len(spoiled)] = value
    data = bytes(spoiled[: max(4, len(spoiled) - cut % 300)])
    try:
        read(data)
    except MediaError as error:
        assert error.findings
