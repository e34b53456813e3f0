"""Files of questions are read strictly; what is compared is what one hears."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.brain import Exchange
from server.commands.bench_guide_questions import TODAY, QuestionsError, folded, read

ROW: dict[str, Any] = {
    "id": "a",
    "q": "多少钱？",
    "lang": "zh",
    "kind": "number",
    "answerable": True,
}


def line(**fields: Any) -> str:
    return json.dumps({**ROW, **fields}, ensure_ascii=False)


def test_a_question_is_read_with_all_that_it_may_have() -> None:
    (asked,) = read(
        line(
            sources=["a.md", "b.md"],
            facts=["一", ["2", "二"]],
            history=[{"q": "租金？", "a": "三元。"}],
            today="2025-06-01",
            actions=["call_staff"],
        )
        + "\n\n"
    )
    assert asked.sources == {"a.md", "b.md"}
    assert asked.facts == (("一",), ("2", "二"))
    assert asked.history == (Exchange("租金？", "三元。"),)
    assert asked.today == date(2025, 6, 1)
    assert asked.actions == {"call_staff"}


def test_the_day_does_not_come_from_the_clock() -> None:
    assert read(line())[0].today == TODAY


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no question"),
        ("{", "line 1"),
        ("[]", "line 1"),
        (line(kind="rude"), "'rude' is none of"),
        (line(lang="fr"), "'fr' is none of"),
        (line(today="tomorrow"), "line 1"),
        (json.dumps({"id": "a"}), "KeyError"),
        (f"{line()}\n{line()}", "same id"),
    ],
)
def test_what_is_none_is_refused_with_its_line(text: str, why: str) -> None:
    with pytest.raises(QuestionsError, match=why):
        read(text)


def test_width_case_blanks_and_thousands_are_not_heard() -> None:
    assert folded("１ 280 元") == folded("1,280元") == "1280元"
    assert folded("Exit 2") == "exit2"


@given(st.text())
def test_nothing_unheard_is_left(text: str) -> None:
    assert not any(sign.isspace() or sign == "," for sign in folded(text))
