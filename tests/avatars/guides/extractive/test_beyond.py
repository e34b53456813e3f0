"""What no records answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.extractive import beyond
from avatars.guides.extractive.chatter import small_talk

BEYOND = [
    "駐車場はどこですか？",
    "家賃はいくらですか",
    "임대료는 얼마입니까?",
    "Сколько стоит аренда?",
    "Où est le restaurant ?",
    "Wo ist die Kantine?",
    "¿Cuánto cuesta el alquiler?",
    "写一首关于秋天的诗",
    "讲个笑话",
    "Write a poem about autumn",
    "Translate good evening into German",
    "12乘以7等于多少？",
    "What is 12 times 7?",
    "Which party should I vote for?",
    "What is the meaning of life?",
    "选举该投谁？",
    "苹果手机多少钱？",
    "How much is an iPhone?",
]
WITHIN = [
    "停车多少钱？",
    "3*3 的展位多少钱？",
    "能不能帮忙翻译合同？",
    "Do you translate contracts into English?",
    "Where is the café?",
    "Is there a die-casting works in the park?",
    "入园要写一份申请吗？",
    "A5-0902 多大？",
    "手机充电柜多少钱？",
    "Which party pays the service charge?",
    "Who votes in the tenants' council?",
]


@pytest.mark.parametrize("text", BEYOND)
def test_it_is_beyond_the_records(text: str) -> None:
    assert beyond.is_beyond(text)


@pytest.mark.parametrize("text", WITHIN)
def test_it_is_within_them(text: str) -> None:
    assert not beyond.is_beyond(text)


@given(st.text("ab园租 ", min_size=1, max_size=6), st.integers(4, 60))
def test_what_is_only_repeated_is_read_once(unit: str, times: int) -> None:
    if unit.strip():
        assert len(beyond.once((unit * times).strip())) <= 4 * len(unit)


@given(st.from_regex(r"[0-9]{1,12}", fullmatch=True))
def test_digits_are_left_as_they_are(number: str) -> None:
    assert beyond.once(f"电话 {number}") == f"电话 {number}"


@pytest.mark.parametrize("text", ["租", "?", "😀😀", "", "…！"])
def test_one_sign_says_nothing(text: str) -> None:
    assert beyond.says_nothing(text)


@pytest.mark.parametrize("text", ["How old are you?", "你几岁？", "您今年多大年纪？"])
def test_a_guide_asked_its_age_says_who_it_is(text: str) -> None:
    assert small_talk(text) == "who"


@pytest.mark.parametrize("text", ["How old is the park?", "园区多少年了？"])
def test_the_age_of_a_park_is_no_small_talk(text: str) -> None:
    assert small_talk(text) == ""
