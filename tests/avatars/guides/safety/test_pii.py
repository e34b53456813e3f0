from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.safety.pii import Mask, masked

SECRETS = [
    "13800138000", "138 0013 8000", "138-0013-8000", "+86 13800138000", "0512-62881234",
    "(0512)62881234", "400-800-1234", "+44 20 7946 0958", "li.lei@example.com.cn",
    "11010119900307851X", "110101199003078515", "6222 0212 3456 7890 123",
    "苏E12345", "苏A·B1234",
    "E12345678",
]  # fmt: skip
PLAIN = [
    "面积3,520平方米", "2026年5月1日", "45元/㎡", "A-101", "GB 45438-2025", "200-300元",
    "9:00-17:00",
    "编号20260501", "10000000元", "3-5年",
]  # fmt: skip


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("around", ["我是{}", "电话{}，谢谢", "call {} now", "{}"])
def test_personal_data_is_hidden(secret: str, around: str) -> None:
    mask = Mask()
    hidden = mask.hide(around.format(secret))
    assert secret not in hidden and "⟦" in hidden
    assert mask.show(hidden) == around.format(secret)


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_nobodys_stays(text: str) -> None:
    assert masked(text) == text


def test_accounts_are_hidden_by_what_they_are_called() -> None:
    assert "lilei_2020" not in masked("加我微信lilei_2020吧") and "微信" in masked(
        "微信号：lilei_2020"
    )


def test_the_same_gets_the_same_name() -> None:
    mask = Mask()
    assert mask.hide("13800138000和13800138000") == "⟦phone1⟧和⟦phone1⟧"


def test_names_that_were_never_given_are_dropped() -> None:
    assert Mask().show("拨打⟦phone7⟧") == "拨打"
    assert Mask().hide("⟦phone1⟧") == "[phone1]"


@given(st.lists(st.sampled_from([*SECRETS, *PLAIN, "，", "你好 ", "x"]), max_size=8))
def test_hiding_and_showing_is_the_identity(parts: list[str]) -> None:
    text, mask = "，".join(parts), Mask()
    assert mask.show(mask.hide(text)) == text
