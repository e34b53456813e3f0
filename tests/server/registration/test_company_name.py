"""Names of firms: taken apart, judged, and held against each other."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from server.registration.company_name import check, conflicts, folded, normalised, parts, similar
from server.registration.script import simplified

REGIONS = ("北京", "上海市", "苏州", "深圳市", "江苏省", "")
TRADES = ("灵境", "智行", "云栖谷", "晨曦", "万象更新", "海瑞")
BUSINESSES = ("科技", "信息技术", "机器人", "商贸", "文化传播", "供应链管理")
FORMS = ("有限公司", "有限责任公司", "股份有限公司")
NAMES = st.builds(
    lambda *words: "".join(words),
    *map(st.sampled_from, (REGIONS, TRADES, BUSINESSES, FORMS)),
)


def codes(name: str, *, is_new: bool = True) -> dict[str, str]:
    return {each.code: each.severity for each in check(name, is_new=is_new)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("华为技术有限公司", ("", "华为", "技术", "有限公司")),
        ("深圳市腾讯计算机系统有限公司", ("深圳市", "腾讯", "计算机系统", "有限公司")),
        ("腾讯科技（深圳）有限公司", ("深圳", "腾讯", "科技", "有限公司")),
        ("腾讯科技(深圳)有限公司", ("深圳", "腾讯", "科技", "有限公司")),
        ("阿里巴巴（中国）网络技术有限公司", ("中国", "阿里巴巴", "网络技术", "有限公司")),
        ("三一重工股份有限公司", ("", "三一", "重工", "股份有限公司")),
        (
            "江苏省苏州市吴中区灵岩电子科技有限公司",
            ("江苏省苏州市吴中区", "灵岩", "电子科技", "有限公司"),
        ),
        ("苏州工业园区智行机器人有限公司", ("苏州工业园区", "智行", "机器人", "有限公司")),
        ("杭州云谷投资合伙企业（有限合伙）", ("杭州", "云谷", "投资", "合伙企业（有限合伙）")),
        ("立信会计师事务所（特殊普通合伙）", ("", "立信", "会计师", "事务所（特殊普通合伙）")),
        ("昆山市绿源果蔬专业合作社", ("昆山市", "绿源", "果蔬", "专业合作社")),
        ("华为技术有限公司上海分公司", ("", "华为", "技术", "分公司")),
        ("长春长安汽车有限公司", ("长春", "长安", "汽车", "有限公司")),
    ],
)
def test_a_name_is_taken_apart(name: str, expected: tuple[str, ...]) -> None:
    assert parts(name) == expected
    assert codes(name) == {}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "name_missing"),
        ("　\u200b", "name_missing"),
        ("灵" * 101, "name_long"),
        ("Lingjing 有限公司", "name_not_han"),
        ("北京灵境３科技有限公司", "name_not_han"),
        ("北京灵境科技有限公司!", "name_not_han"),
        ("北京灵境の科技有限公司", "name_not_han"),
        ("北京灵境科技", "name_form_missing"),
        ("有限公司", "trade_name_missing"),
        ("北京科技有限公司", "trade_name_missing"),
        ("北京信息技术服务有限公司", "trade_name_missing"),
        ("北京境科技有限公司", "trade_name_short"),
        ("北京有限公司", "trade_name_place"),
        ("上海分公司", "trade_name_place"),
        ("北京灵境（科技有限公司", "name_brackets"),
        ("北京灵境）（科技有限公司", "name_brackets"),
        ("北京灵境（）科技有限公司", "name_brackets"),
        ("中国灵境科技有限公司", "name_state"),
        ("北京国家级科技有限公司", "name_superlative"),
        ("北京最佳灵境科技有限公司", "name_superlative"),
        ("北京人民政府科技有限公司", "name_authority"),
        ("上海美国贸易有限公司", "name_foreign"),
        ("深圳灵境（日本）科技有限公司", "name_foreign"),
        ("深圳八三四一科技有限公司", "name_numerals"),
        ("北京澳门赌场管理有限公司", "name_indecent"),
        ("北京爱心基金会科技有限公司", "name_charity"),
    ],
)
def test_what_is_wrong_with_a_name(name: str, code: str) -> None:
    assert codes(name).get(code) == "error"


def test_everything_wrong_is_told_at_once() -> None:
    assert set(codes("中国ABC最佳(")) >= {
        *("name_not_han", "name_brackets", "name_form_missing", "name_state", "name_superlative")
    }


@pytest.mark.parametrize("name", ["中国石油天然气集团有限公司", "海南航空控股股份有限公司"])
def test_what_an_authority_granted_is_a_warning(name: str) -> None:
    assert "error" in codes(name).values()
    assert set(codes(name, is_new=False).values()) == {"warning"}


def test_countries_inside_a_word_are_none() -> None:
    assert codes("北京春日本草科技有限公司") == {}


def test_a_name_is_kept_as_a_licence_prints_it() -> None:
    assert normalised(" 腾讯科技 (深圳)\u3000有限公司\u200b") == "腾讯科技（深圳）有限公司"
    assert normalised("⼀⼆科技有限公司") == "一二科技有限公司"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("北京灵境科技有限公司", "北京市灵境科技股份有限公司"),
        ("北京灵境科技有限公司", "北京靈境科技有限公司"),
        ("北京灵境科技有限公司", "灵境科技（北京）有限公司"),
        ("北京灵境科技有限公司", "北京灵境有限公司"),
        ("腾讯科技（深圳）有限公司", "深圳市騰訊科技 有限公司"),
        ("灵境科技有限公司", "灵境科技集团有限公司"),
    ],
)
def test_names_that_conflict(one: str, other: str) -> None:
    assert conflicts(one, other) and conflicts(other, one) and similar(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("北京灵境科技有限公司", "上海灵境科技有限公司"),
        ("北京灵境科技有限公司", "北京灵境餐饮有限公司"),
        ("北京云栖谷科技有限公司", "北京云溪谷科技有限公司"),
        ("北京云栖谷科技有限公司", "北京新云栖谷科技有限公司"),
    ],
)
def test_names_that_are_near(one: str, other: str) -> None:
    assert similar(one, other) and not conflicts(one, other)


def test_names_that_differ() -> None:
    assert not similar("北京灵境科技有限公司", "北京晨曦科技有限公司")
    assert not similar("", "") and not conflicts("", "")


@given(NAMES)
def test_made_names_pass_and_conflict_with_themselves_in_any_dress(name: str) -> None:
    assert [each for each in check(name) if each.severity == "error"] == []
    dressed = " ".join(name).translate(str.maketrans("灵苏术", "靈蘇術"))
    assert folded(dressed) == folded(name) and conflicts(dressed, name)


@given(NAMES, NAMES)
def test_to_conflict_goes_both_ways(one: str, other: str) -> None:
    assert conflicts(one, other) == conflicts(other, one)
    assert similar(one, other) == similar(other, one)
    assert similar(one, other) or not conflicts(one, other)


@given(st.text(max_size=500))
def test_any_text_gets_an_answer(text: str) -> None:
    assert all(each.pointer == "/fields/name" for each in check(text))
    assert normalised(normalised(text)) == normalised(text)
    assert folded(folded(text)) == folded(text)


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=90))
def test_nothing_of_a_name_is_lost(text: str) -> None:
    assume("（" not in text)
    told = parts(text)
    if "有限" not in text:
        assert len("".join(told)) == len(simplified(text))
