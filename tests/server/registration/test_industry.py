from __future__ import annotations

import itertools

import pytest

from server.registration.industry import DIVISIONS, EVERYDAY, SECTIONS, found, is_business


def test_the_standard_is_whole() -> None:
    assert "".join(SECTIONS) == "ABCDEFGHIJKLMNOPQRST"
    assert list(DIVISIONS) == [f"{n:02}" for n in range(1, 98)]
    sections = [section for section, _ in itertools.groupby(d.section for d in DIVISIONS.values())]
    assert sections == list(SECTIONS)
    assert len({each.zh for each in DIVISIONS.values()}) == 97
    assert all(each.zh and each.en for each in SECTIONS.values())
    assert all(each.zh and each.en for each in DIVISIONS.values())


def test_each_section_holds_its_divisions() -> None:
    sizes = {s: sum(d.section == s for d in DIVISIONS.values()) for s in SECTIONS}
    assert list(sizes.values()) == [5, 7, 31, 3, 4, 2, 8, 2, 3, 4, 1, 2, 3, 4, 3, 1, 2, 5, 6, 1]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *(("软件", "65"), ("軟件", "65"), ("software", "65"), ("机器人", "34"), ("快递", "60")),
        *(("C 汽车", "36"), ("72", "72"), ("ｓａａｓ", "65"), ("金融 保险", "68")),
    ],
)
def test_one_finds_ones_industry(words: str, code: str) -> None:
    assert code in [each.code for each in found(words)]


def test_nothing_is_found_by_nonsense_and_everything_by_nothing() -> None:
    assert found("龘") == [] and len(found("")) == 97


def test_no_firm_is_in_the_state_or_abroad() -> None:
    assert is_business("65") and not is_business("92") and not is_business("97")
    assert not is_business("00")
    assert set(EVERYDAY) <= set(DIVISIONS)
