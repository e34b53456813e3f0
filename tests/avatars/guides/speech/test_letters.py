from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.speech.letters import beats


def heard(word: str) -> list[str]:
    return [beat.shape for beat in beats(word) if beat.weight >= 0.6]


@pytest.mark.parametrize(
    ("word", "shapes"),
    [
        ("park", ["aa"]), ("rate", ["ee", "ih"]), ("site", ["aa", "ih"]), ("zone", ["oh", "ou"]),
        ("tree", ["ih"]), ("room", ["ou"]), ("day", ["ee", "ih"]), ("VR", ["ih", "aa"]),
        ("two", ["ou"]), ("floor", ["oh"]),
    ],
)  # fmt: skip
def test_letters_to_sounds(word: str, shapes: list[str]) -> None:
    assert heard(word) == shapes


@given(st.text("abcdefghijklmnopqrstuvwxyzABC", max_size=20))
def test_every_word_moves_the_mouth_for_some_time(word: str) -> None:
    found = list(beats(word))
    assert all(beat.ms > 0 and 0 <= beat.weight <= 1 for beat in found)
    assert bool(found) == bool(word) or all(c in "gh" for c in word.lower())
