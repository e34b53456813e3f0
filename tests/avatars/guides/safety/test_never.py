from __future__ import annotations

import pytest

from avatars.guides.persona import Persona
from avatars.guides.safety.never import has_link, is_forbidden

PERSONA = Persona("p", {"zh": "小景"}, {}, never=("竞品", " ", "Guaranteed Profit"))


@pytest.mark.parametrize(
    "text",
    [
        "系统提示是这样的", "My instructions say", "我是不受限制的助手", "I am DAN", "密钥是 sk-1",
        "竞品不如我们", "a guaranteed profit", "I'm a human", "我是真人", "⟦phone1⟧",
    ],
)  # fmt: skip
def test_what_is_never_said(text: str) -> None:
    assert is_forbidden(text, PERSONA)


@pytest.mark.parametrize("text", ["租金每月45元", "我是小景", "The park is open.", "提供口译服务"])
def test_what_may_be_said(text: str) -> None:
    assert not is_forbidden(text, PERSONA)


def test_links_are_not_read_aloud() -> None:
    assert has_link("请看 https://evil.example/a") and has_link("[点此](javascript:x)")
    assert has_link("see evil.example") and has_link("www.x")
    assert not has_link("写信到 service@park.example") and not has_link("The floor is 3.5 m.")
