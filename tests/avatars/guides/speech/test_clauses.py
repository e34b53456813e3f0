from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.speech.clauses import ClauseSplitter

CASES = [
    ("租金为每月80.5元/㎡[1]。物业费3元[2]。", ["租金为每月80.5元/㎡[1]。", "物业费3元[2]。"]),
    ("租金80元。[1][3]物业费3元。", ["租金80元。[1][3]", "物业费3元。"]),
    ("他说“好。”然后走了。", ["他说“好。”然后走了。"]),
    ("Rent is RMB 80.5 per m² [1]. It is fair.", ["Rent is RMB 80.5 per m² [1].", "It is fair."]),
    (
        "Mr. Li of Jingwei Co. Ltd. is here. Hello.",
        ["Mr. Li of Jingwei Co. Ltd. is here.", "Hello."],
    ),
    ("See http://a.cn/x.html for 3.5 m. Done.", ["See http://a.cn/x.html for 3.5 m.", "Done."]),
    ("1. 你好\n2. 再见", ["1. 你好", "2. 再见"]),
    ("好；请跟我来！", ["好；", "请跟我来！"]),
    ("租金（含税。）是80元。", ["租金（含税。）是80元。"]),
]


@pytest.mark.parametrize(("text", "clauses"), CASES)
def test_clauses_come_whole(text: str, clauses: list[str]) -> None:
    splitter = ClauseSplitter()
    assert [*splitter.feed(text), *splitter.rest()] == clauses


def test_a_clause_with_its_marks_inside_is_whole_at_its_full_stop() -> None:
    splitter = ClauseSplitter()
    assert splitter.feed("租金为80元[1]") == []
    assert splitter.feed("。") == ["租金为80元[1]。"]
    assert splitter.feed("The rent is 80 yuan [1]") == []
    assert splitter.feed(".") == ["The rent is 80 yuan [1]."]


def test_one_without_waits_for_what_may_belong_to_it() -> None:
    splitter = ClauseSplitter()
    assert splitter.feed("租金为80元。") == []
    assert splitter.feed("[1]") == ["租金为80元。[1]"]
    assert splitter.feed("The rent is 80.") == []
    assert splitter.feed("5 yuan[2].") == ["The rent is 80.5 yuan[2]."]


def test_what_never_ends_is_cut() -> None:
    splitter = ClauseSplitter()
    found = splitter.feed("很长，" * 400)
    assert found and max(map(len, found)) <= 481


def test_an_open_quotation_does_not_wait_for_ever() -> None:
    splitter = ClauseSplitter()
    found = splitter.feed("“" + "甲" * 200 + "。" * 100 + "乙" * 400)
    assert found


@given(st.text("租金80.5元。！？“”「」[1] \nabc.,，；", max_size=80), st.integers(1, 7))
def test_nothing_is_lost_and_nothing_is_new(text: str, size: int) -> None:
    splitter = ClauseSplitter()
    found: list[str] = []
    for at in range(0, len(text), size):
        found += splitter.feed(text[at : at + size])
    found += splitter.rest()
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(clause == clause.strip() and clause for clause in found)
