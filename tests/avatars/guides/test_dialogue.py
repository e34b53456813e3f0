"""Follow-ups made whole, and what was heard."""

from __future__ import annotations

import pytest

from avatars.guides.brain import Clause, Exchange
from avatars.guides.dialogue import heard, resolved


@pytest.mark.parametrize(
    ("before", "answer", "text", "holds", "lacks"),
    [
        ("B1栋的租金是多少？", "35 元", "那层高呢？", "b1栋 层高", "租金"),
        ("B1栋的租金是多少？", "35 元", "B2呢？", "租金 B2", "b1"),
        ("二楼的面积多大", "", "那三楼呢？", "面积 三楼", "二楼"),
        ("食堂在哪？", "", "那停车场呢？", "在哪 停车场", "食堂"),
        ("人才公寓谁能申请？", "", "需要多少押金？", "人才公寓 押金", "？？"),
        (
            "What is the rent of Building B1?",
            "",
            "and for the second floor?",
            "rent b1 second",
            "？",
        ),
        ("租金最便宜的是哪栋？", "B2栋，28 元", "它的层高是多少？", "b2栋 层高", "？？"),
        ("What does Orrin Optics do?", "", "How many people does it employ?", "orrin optics", "？"),
    ],
)
def test_follow_ups(before: str, answer: str, text: str, holds: str, lacks: str) -> None:
    whole = resolved(text, (Exchange(before, answer),))
    assert all(part.lower() in whole.lower() for part in holds.split()), whole
    assert lacks not in whole


@pytest.mark.parametrize(
    "text", ["食堂的营业时间和人均消费是多少？", "How do I book a visit to the park?"]
)
def test_questions_that_stand_alone_stay(text: str) -> None:
    assert resolved(text, (Exchange("B1栋的租金是多少？", "35"),)) == text
    assert resolved("那层高呢？", ()) == "那层高呢？"


def test_two_follow_ups_in_a_row() -> None:
    history = (Exchange("B1栋的租金是多少？", "35"), Exchange("那层高呢？", "6 米"))
    assert {"b2", "层高"} <= set(resolved("B2呢？", history).lower().replace("栋", "").split())


CLAUSES = [Clause("一二三四五六七八九十", "zh"), Clause("十九八七六五四三二一", "zh")]


def test_what_was_heard() -> None:
    assert heard(CLAUSES, 1, 0) == "一二三四五六七八九十"
    assert heard(CLAUSES, 1, 900) == "一二三四五六七八九十 十九八七六…"
    assert heard(CLAUSES, 1, 100, [1000, 200]).endswith("十九八七六…")
    assert heard(CLAUSES, 2, 5) == "一二三四五六七八九十 十九八七六五四三二一"
    assert heard(CLAUSES, 0, 0) == "" and heard([], 3, 100) == ""
