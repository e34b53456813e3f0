"""Wrong numbers do not pass, and right ones do however they are written."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.facts.digits import chinese, english
from avatars.guides.grounding import unfounded
from avatars.guides.speech import numerals

FOUNDED: list[tuple[str, list[str]]] = [
    ("面积三千五百二十平方米", ["总面积3,520㎡"]),
    ("面积5.28亩", ["3520平方米"]),
    ("租金1.2万元", ["租金12,000元"]),
    ("二〇二六年五月一日起", ["自2026-05-01起施行"]),
    ("百分之二十", ["补贴20%"]),
    ("打五折", ["半价优惠"]),
    ("半价", ["按50%收取"]),
    ("下午5点关门", ["开放时间9:00-17:00"]),
    ("10到20元", ["10-20元/㎡"]),
    ("约三至五年", ["3-5年"]),
    ("荷载5kN/㎡", ["楼面荷载 5 kN/m²"]),
    ("The floor load is 5 kN/m2", ["楼面荷载 5千牛/平方米"]),
    ("It opens at 9 am on May 1, 2026.", ["2026年5月1日 9:00"]),
    ("三分之一", ["1/3的面积"]),
    ("月租金45元/㎡", ["编号: A-101; 面积(㎡): 520; 月租金(元/㎡): 45"]),
    ("请跟我来，一个一个看，十分有趣", []),
    ("A-101在3层", ["A-101，三楼"]),
    ("电话0512-6288 1234", ["0512-62881234"]),
    ("灵境科技有限公司在二号楼", ["2号楼：灵境科技有限公司"]),
    ("The third floor has 12 companies.", ["3层有12家企业"]),
    ("Half price for one year.", ["第一年半价"]),
    ("地铁2号线", ["2号线"]),
    ("There are three thousand five hundred seats", ["3500个座位"]),
    ("每家企业每年最高20万元", ["每家企业每年最高 20 万元。"]),
    ("2026年1月1日至12月31日", ["2026-01-01 至 2026-12-31"]),
    ("两年半", ["2.5年"]),
    ("The rent is RMB 45 per square metre per month.", ["租金45元/㎡·月"]),
    ("It is sixty square metres.", ["60㎡"]),
    ("租金为每平方米每月45元", ["租金45元/㎡/月"]),
    ("30% 补贴", ["按实缴租金的 30% 补贴"]),
    ("24个月", ["两年"]),
    ("VR体验", ["VR"]),
    ("You can register online; we'll help.", ["线上入驻"]),
]
INVENTED: list[tuple[str, list[str]]] = [
    ("租金3520元", ["面积3520㎡"]),
    ("补贴30%", ["补贴20%"]),
    ("2027年", ["2026年"]),
    ("八折", ["减免20%"]),
    ("45元/㎡/天", ["45元/㎡/月"]),
    ("免费停车", ["停车5元/小时"]),
    ("王经理会接待您", ["李经理"]),
    ("华为公司入驻", ["灵境科技公司"]),
    ("Tesla Motors has a booth.", ["Jingwei has a booth"]),
    ("3家企业", ["3层楼"]),
    ("90天", ["3个月"]),
    ("电话13800138000", ["0512-62881234"]),
    ("1万元", ["1000元"]),
    ("B-102", ["A-101"]),
    ("5月2日", ["2026-05-01"]),
    ("free of charge", ["5 yuan"]),
    ("三千", ["三百"]),
    ("The rent is 7 yuan", ["租金 70 元"]),
    ("twenty percent", ["10%"]),
    ("半价", ["免租期三个月"]),
    ("我们保证批下来", ["申请后审核"]),
    ("6点", ["5点"]),
    ("八十八元", ["88㎡"]),
    ("Call 400-800-1234", ["400-800-1235"]),
    ("99 years", ["2099"]),
]


@pytest.mark.parametrize(("text", "sources"), FOUNDED)
def test_what_a_source_holds_is_founded(text: str, sources: list[str]) -> None:
    assert unfounded(text, sources) == []


@pytest.mark.parametrize(("text", "sources"), INVENTED)
def test_what_no_source_holds_is_found_out(text: str, sources: list[str]) -> None:
    assert unfounded(text, sources)


def test_kinds_are_told_apart() -> None:
    found = unfounded("2027年5月1日起华为公司租金为每月88元，共3层。", ["无"])
    assert {each.kind for each in found} == {"date", "name", "price", "number"}


def test_known_names_need_no_source() -> None:
    assert unfounded("I am Xiaojing.", [], "en") != []
    assert unfounded("I am Xiaojing.", [], "en", ("Xiaojing",)) == []


def ways(value: int) -> list[str]:
    """A whole number as people write it."""
    full = str(value).translate({ord(str(d)): chr(0xFF10 + d) for d in range(10)})
    many = [str(value), f"{value:,}", full, numerals.chinese(value)]
    if value % 100 == 0:
        many.append(f"{Fraction(value, 10_000).__float__():g}万")
    return many


@given(st.data(), st.integers(2, 999_999), st.sampled_from(["元", "平方米", "千瓦", "吨"]))
def test_a_number_is_founded_in_every_way_of_writing(
    data: st.DataObject, value: int, unit: str
) -> None:
    one, two = (data.draw(st.sampled_from(ways(value))) for _ in range(2))
    assert unfounded(f"共有{one}{unit}。", [f"合计{two}{unit}"]) == []


@given(st.data(), st.integers(2, 999_999), st.integers(2, 999_999))
def test_another_number_is_never_founded(data: st.DataObject, said: int, held: int) -> None:
    one, two = data.draw(st.sampled_from(ways(said))), data.draw(st.sampled_from(ways(held)))
    assert bool(unfounded(f"租金共{one}元。", [f"租金共{two}元"])) == (said != held)


@given(st.integers(2, 999_999), st.sampled_from(["m2", "kW", "tonnes", "percent", "floors"]))
def test_english_words_are_numbers(value: int, unit: str) -> None:
    assert unfounded(f"It has {numerals.english(value)} {unit}.", [f"{value:,} {unit}"], "en") == []
    assert unfounded(f"It has {numerals.english(value)} {unit}.", [f"{value + 1} {unit}"], "en")


@given(
    st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.dates(date(1990, 1, 1), date(2099, 12, 31))
)
def test_days_however_written(one: date, two: date) -> None:
    year = numerals.digits(str(one.year), "zh")
    month, day = numerals.chinese(one.month), numerals.chinese(one.day)
    forms = [
        f"{one.year}年{one.month}月{one.day}日",
        f"{year}年{month}月{day}日",
        f"{one:%B} {one.day}, {one.year}",
        one.isoformat(),
    ]
    for said in forms:
        assert (
            unfounded(f"自{said}起", [two.isoformat()]) == []
            if one == two
            else unfounded(f"自{said}起", [two.isoformat()])
        )
        assert unfounded(f"自{said}起", [one.isoformat()]) == []


@given(st.integers(1, 100), st.integers(1, 100))
def test_percentages(said: int, held: int) -> None:
    for form in (f"{said}%", f"百分之{numerals.chinese(said)}", f"{said} percent"):
        assert bool(unfounded(f"补贴{form}", [f"补贴{held}%"])) == (said != held)


@given(st.integers(0, 10**11))
def test_numerals_are_read_back(value: int) -> None:
    assert chinese(numerals.chinese(value)) == value
    assert english(numerals.english(value)) == value


@given(st.text(max_size=80), st.text(max_size=80))
def test_anything_can_be_judged(text: str, source: str) -> None:
    unfounded(text, [source])
    assert unfounded(text, [text]) == []
