from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.media.found import MediaError, Video
from scenes.media.mp4 import is_mp4, read_mp4
from scenes.media.policy import MediaPolicy
from tests.scenes.media.films import mp4, picture_entry, sound_entry, track


def read(data: bytes) -> Video:
    return read_mp4(memoryview(data), MediaPolicy())


def refusal(data: bytes) -> str:
    with pytest.raises(MediaError) as caught:
        read(data)
    return caught.value.findings[0].code


def test_a_film_is_known_without_decoding_it() -> None:
    codecs = ("avc1.64001f", "mp4a.40.2")
    assert read(mp4()) == Video("video/mp4", 1280, 720, 12.0, codecs)


def test_a_film_is_told_from_a_still_picture() -> None:
    assert is_mp4(memoryview(mp4()))
    assert not is_mp4(memoryview(mp4(brand=b"avif")))
    assert not is_mp4(memoryview(b""))


def test_a_film_that_does_not_know_its_length_is_taken() -> None:
    assert read(mp4(seconds=0)).seconds is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (mp4(track(b"vide", picture_entry(b"hvc1"))), "VIDEO_CODEC"),
        (mp4(track(b"vide", picture_entry(b"encv"))), "VIDEO_ENCRYPTED"),
        (
            mp4(track(b"vide", picture_entry()), track(b"soun", sound_entry(b"ac-3"))),
            "VIDEO_CODEC",
        ),
        (mp4(track(b"soun", sound_entry())), "VIDEO_NO_PICTURE"),
        (mp4(track(b"vide", picture_entry(), chunks=(10**9,))), "VIDEO_TRUNCATED"),
        (mp4(track(b"vide", picture_entry(), here=False)), "VIDEO_OUTSIDE"),
        (mp4(track(b"vide", picture_entry(width=9000))), "VIDEO_TOO_LARGE"),
        (mp4(track(b"vide", picture_entry(width=0))), "VIDEO_TOO_LARGE"),
        (mp4(seconds=10**6), "VIDEO_TOO_LONG"),
        (mp4(media=False), "VIDEO_TRUNCATED"),
        (mp4()[:-1], "VIDEO_TRUNCATED"),
        (mp4()[:60], "VIDEO_TRUNCATED"),
    ],
)
def test_what_cannot_be_played_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


@given(st.lists(st.tuples(st.integers(0, 700), st.integers(0, 255)), max_size=12), st.integers(0))
def test_a_spoiled_film_is_read_or_refused(changes: list[tuple[int, int]], cut: int) -> None:
    spoiled = bytearray(mp4())
    for at, value in changes:
        spoiled[at % len(spoiled)] = value
    data = bytes(spoiled[: max(12, len(spoiled) - cut % 300)])
    try:
        read(data)
    except MediaError as error:
        assert error.findings
