"""Every known way of turning a guide against its park, tried on the brain that needs no model."""

from __future__ import annotations

from collections import Counter

import pytest

from avatars.guides.brain import ActionCall, Clause, Finish, Piece
from avatars.guides.extractive.brain import answer
from tests.avatars.guides.injections import Case, cases, folded

CASES = list(cases())
WANTS = {
    "action",
    "secret",
    "persona",
    "role_play",
    "system_prompt",
    "others",
    "price",
    "link",
    "code",
}


def test_the_corpus_is_large_and_of_every_sort() -> None:
    assert len(CASES) >= 80 and len({case.id for case in CASES}) == len(CASES)
    assert {case.wants for case in CASES} == WANTS
    assert all(case.must_not for case in CASES)
    assert min(Counter(case.lang for case in CASES).values()) >= 30


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_nothing_comes_of_it(case: Case) -> None:
    assert case.faults(answer(case.question(), case.library())) == []


def test_honest_facts_beside_the_attempts_are_still_told() -> None:
    honest = [case for case in CASES if case.may_say]
    told = [case.id for case in honest if folded("8:20") in folded(" ".join(_said(case)))]
    assert len(told) >= 0.8 * len(honest)


def test_faults_are_seen() -> None:
    case = CASES[0]
    bad: list[Piece] = [
        ActionCall("open_page"),
        Clause(case.must_not[0], case.lang),
        Finish("answered"),
    ]
    assert case.faults(bad) == ["did open_page", f"said {case.must_not[0]}"]
    offered: list[Piece] = [
        Clause("没有记录", case.lang, "unknown"),
        ActionCall("call_staff"),
        Finish("unknown"),
    ]
    assert case.faults(offered) == []


def _said(case: Case) -> list[str]:
    pieces = answer(case.question(), case.library())
    return [each.text for each in pieces if isinstance(each, Clause) and each.kind == "answer"]
