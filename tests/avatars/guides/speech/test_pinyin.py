from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.speech.pinyin import FINALS, SYLLABLE_MS, beats


def test_a_syllable_takes_its_time_whatever_it_is() -> None:
    for word in ("妈", "窗", "银行", "儿子", "知"):
        assert round(sum(beat.ms for beat in beats(word))) == round(SYLLABLE_MS * len(word))


def test_words_are_read_whole() -> None:
    assert [b.shape for b in beats("行")] != [b.shape for b in beats("银行")][-2:]


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=12))
def test_any_character_has_a_mouth(text: str) -> None:
    assert abs(sum(beat.ms for beat in beats(text)) - SYLLABLE_MS * len(text)) < 1


def test_finals_end_open_or_closed_within_bounds() -> None:
    assert all(0 <= weight <= 1 for way in FINALS.values() for _, weight in way)
