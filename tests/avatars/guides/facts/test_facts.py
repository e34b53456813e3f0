"""What is read out of a text: quantities with units, days, times, names, codes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from avatars.guides.facts.digits import chinese, english
from avatars.guides.facts.names import names
from avatars.guides.facts.plain import plain
from avatars.guides.facts.read import facts
from avatars.guides.facts.units import UNITS, unit_of
from avatars.guides.facts.when import Day


def quantities(text: str) -> list[tuple[str, Fraction, str]]:
    return [
        (q.dimension, q.value, "/".join(sorted(q.per)))
        for q in facts(text).quantities
        if not q.weak
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("租金45元/㎡·月", [("CNY", Fraction(45), "m2/month")]),
        ("每平方米每天1.5元", [("CNY", Fraction(3, 2), "day/m2")]),
        ("RMB 45 per square metre per month", [("CNY", Fraction(45), "m2/month")]),
        ("¥1.2万", [("CNY", Fraction(12_000), "")]),
        ("三千五百二十平方米", [("m2", Fraction(3520), "")]),
        ("一百二", [("", Fraction(120), "")]),
        ("5kN/㎡", [("Pa", Fraction(5000), "")]),
        ("十千瓦", [("W", Fraction(10_000), "")]),
        ("10-20元", [("CNY", Fraction(10), ""), ("CNY", Fraction(20), "")]),
        ("八五折", [("off", Fraction(17, 20), "")]),
        ("三成", [("%", Fraction(3, 10), "")]),
        ("两年半", [("month", Fraction(30), "")]),
        ("半年", [("month", Fraction(6), "")]),
        ("千分之五", [("%", Fraction(1, 200), "")]),
        ("第三层", [("#floor", Fraction(3), "")]),
        ("third floor", [("#floor", Fraction(3), "")]),
        ("18 000 r/min", [("", Fraction(18_000), "")]),
        ("比例 1 : 10", [("ratio", Fraction(1, 10), "")]),
        ("1/3的面积", [("%", Fraction(1, 3), "")]),
        ("一个一个看，十分有趣", []),
        ("One of us will come.", []),
    ],
)
def test_quantities(text: str, wanted: list[tuple[str, Fraction, str]]) -> None:
    assert quantities(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026年5月1日", Day(2026, 5, 1)),
        ("二〇二六年五月", Day(2026, 5, 0)),
        ("1 May 2026", Day(2026, 5, 1)),
        ("May 1st", Day(0, 5, 1)),
        ("2026/5/1", Day(2026, 5, 1)),
        ("in 2026.", Day(2026, 0, 0)),
    ],
)
def test_days(text: str, wanted: Day) -> None:
    assert [f.day for f in facts(text).days] == [wanted]


def test_a_year_is_carried_through_a_span_and_counts_are_no_years() -> None:
    days = {f.day for f in facts("2026年1月1日至12月31日").days}
    assert Day(2026, 12, 31) in days
    assert facts("2000 people").days == () and facts("24个月").days == ()


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("下午5点半", 1050), ("17:30", 1050), ("5:30 pm", 1050), ("noon", 720), ("9时", 540)],
)
def test_times(text: str, minutes: int) -> None:
    assert [f.minutes for f in facts(text).times] == [minutes]


def test_names_and_codes() -> None:
    found = set(names("云泽精机有限公司的王磊经理在 A-101 展示《星图》和 TOPCon 组件"))
    assert {"王磊", "星图", "A-101", "TOPCon"} <= found
    assert any(name.endswith("云泽精机有限公司") for name in found)
    assert list(names("The rent of Building A is 5 kW, see VR and AI.")) == []
    assert "Emberline" in set(names("It belongs to Emberline Works."))


def test_numerals() -> None:
    assert chinese("一点二万") == 12_000 and chinese("二〇二六") == 2026
    assert chinese("三亿五千万") == 350_000_000
    assert english("three thousand five hundred and twenty") == 3520
    assert english("hundred") is None


def test_units_are_exact_and_each_word_is_found() -> None:
    assert all(unit_of(word) == unit for word, unit in UNITS.items())
    assert UNITS["亩"].size == Fraction(2000, 3) and unit_of("furlong") is None


def test_one_way_of_writing() -> None:
    assert plain("３，５２０㎡[1][2]").strip() == "3520m2"
    assert plain("A-101,520") == "A-101,520" and plain("1,234,567") == "1234567"
