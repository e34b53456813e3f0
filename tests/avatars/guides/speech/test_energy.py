from __future__ import annotations

from array import array
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.speech.energy import Stretch, following, stretches
from avatars.guides.speech.wav import Wave
from tests.server.outside.scripted_sounds import samples

RATE = 24_000


def sound(*parts: tuple[bool, int]) -> Wave:
    """Tones and silences of so many milliseconds."""
    whole = array("h")
    for on, ms in parts:
        if on:
            whole.extend(samples("音", ms / 1000 + 0.04)[480 : 480 + RATE * ms // 1000])
        else:
            whole.extend([0] * (RATE * ms // 1000))
    return Wave(whole, RATE)


def test_stretches_are_where_somebody_speaks() -> None:
    found = stretches(sound((False, 200), (True, 600), (False, 300), (True, 400), (False, 100)))
    assert found == [Stretch(200, 800), Stretch(1100, 1500)]


def test_the_mouth_is_shut_in_silences_and_open_between() -> None:
    spoken = sound((False, 200), (True, 800), (False, 400), (True, 800))
    laid = following("欢迎来到灵境园区参观", "zh", spoken)
    assert laid[0] == (0, "sil", 0.0) and laid[-1][1] == "sil"

    def at(ms: int) -> str:
        return [shape for start, shape, _ in laid if start <= ms][-1]

    assert at(100) == "sil" and at(1200) == "sil"
    assert at(600) != "sil" and at(1700) != "sil"


def test_silence_moves_no_mouth() -> None:
    assert following("你好", "zh", sound((False, 500))) == [(0, "sil", 0.0)]


@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 400)), max_size=6),
    st.text("你好园区abc 12，。", max_size=12),
)
def test_marks_over_any_sound_are_in_order_and_end_shut(
    parts: list[tuple[bool, int]], text: str
) -> None:
    spoken = sound(*parts) if any(ms for _, ms in parts) else sound((False, 10))
    laid = following(text, "zh", spoken)
    assert all(a[0] < b[0] for a, b in pairwise(laid))
    assert laid[-1][1] == "sil" and laid[-1][0] <= spoken.ms + 20
    assert all(0 <= weight <= 1 for _, _, weight in laid)
