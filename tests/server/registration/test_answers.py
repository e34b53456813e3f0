from __future__ import annotations

from typing import Any

import pytest

from server.registration.answers import Answer, findings, is_empty, normalise, plain
from server.registration.fields import BY_NAME
from tests.server.registration.filled import TODAY


def found(name: str, value: Any, **others: Any) -> list[str]:
    return [each.code for each in findings(Answer(BY_NAME[name], value, others, TODAY))]


def test_what_counts_as_nothing() -> None:
    assert is_empty(None) and is_empty(" \u3000") and not is_empty(False) and not is_empty(0)


@pytest.mark.parametrize(
    "name", ["张三", "欧阳娜娜", "阿卜杜拉·买买提", "ZHANG Xiaoling", "O'Neil Jr."]
)
def test_names_of_people(name: str) -> None:
    assert found("legal_rep", name) == []


@pytest.mark.parametrize("name", ["张", "张三1", "<b>张三</b>", "张_三", "🙂🙂", "·张三"])
def test_what_is_no_name_of_a_person(name: str) -> None:
    assert found("legal_rep", name) == ["not_a_person"]


def test_numbers_are_judged_by_the_kind_of_document() -> None:
    assert found("id_number", "E12345678", id_kind="passport") == []
    assert found("id_number", "E12345678", id_kind="resident_id") == ["id_length"]
    assert found("id_number", "E12345678") == ["id_length"]
    assert found("id_number", "E12345678", id_kind=["passport"]) == ["id_length"]


def test_days_however_they_are_written() -> None:
    for text in ("2019-04-18", "2019/4/18", "2019.4.18", "２０１９年４月１８日", " 2019-4-18 "):
        assert normalise(BY_NAME["established"], text) == "2019-04-18"
    assert normalise(BY_NAME["established"], "2019-13-40") == "2019-13-40"
    assert found("established", "20190418") == []


def test_nothing_hidden_is_kept() -> None:
    assert plain("灵\u202e境\u200b\n园区") == "灵境 园区"
    assert normalise(BY_NAME["name_en"], "A\u0000B") == "AB"


def test_what_is_far_too_long_is_not_worked_on() -> None:
    text = " 1" * 10_000
    assert normalise(BY_NAME["phone"], text) is text


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u2066", "\ufeff"])
def test_english_words_hide_and_turn_nothing(sign: str) -> None:
    assert found("name_en", f"Ling{sign}jing") == ["not_english"]
