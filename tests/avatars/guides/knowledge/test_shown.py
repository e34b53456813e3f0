"""What texts show without naming it."""

from __future__ import annotations

import pytest

from avatars.guides.knowledge.concepts import phrase
from avatars.guides.knowledge.shown import shown
from avatars.guides.knowledge.stems import stem
from avatars.guides.knowledge.terms import terms


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("玻璃房报修：000-7000-119", "phone"),
        ("ring +00 777 01010 after six", "phone"),
        ("write to kiln@pottery.example", "email"),
        ("陶艺学生打六折", "discount"),
        ("窑炉押三付一", "deposit"),
    ],
)
def test_a_value_shows_what_it_is_of(text: str, concept: str) -> None:
    assert concept in terms(text).concepts


@pytest.mark.parametrize("text", ["2026-11-20", "面积 12000 平方米", "14:30–18:00", "六层折叠门"])
def test_other_numbers_show_nothing(text: str) -> None:
    assert not shown(text)


def test_small_words_may_stand_inside_a_phrase() -> None:
    assert phrase("end the lease") == phrase("end my lease")
    assert "terminate" in terms("can I end our lease in May?").concepts
    assert "terminate" not in terms("the end of a leaf").concepts


def test_forms_of_irregular_words_meet() -> None:
    assert stem("driven") == stem("drive") == stem("drove")
    assert stem("tonnes") == stem("tons")


def test_words_of_other_parks_are_known() -> None:
    assert "studio" in terms("租一间工作室").concepts
    assert "muster" in terms("Where is the assembly point?").concepts
    assert "hot_work" in terms("焊接要办证吗").concepts
    assert "airport" not in terms("May I fly a drone?").concepts


def test_numbered_stages_are_codes() -> None:
    assert "stage:2" in terms("二号棚多少钱").codes
    assert terms("2号摄影棚").codes == terms("二号摄影棚").codes


def test_signs_of_everyday_talk_inside_a_name_are_part_of_it() -> None:
    assert "红点奖" in [mark.text for mark in terms("拿了红点奖").marks]
