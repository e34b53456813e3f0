from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from avatars.guides.speech.thoughts import Thoughts


def said(text: str, size: int) -> str:
    thoughts = Thoughts()
    parts = [thoughts.feed(text[at : at + size]) for at in range(0, len(text), size)]
    return "".join(parts) + thoughts.rest()


@given(st.lists(st.sampled_from(["<think>", "</think>", "好。", "a<b", "<", "thi", "nk>"])),
       st.integers(1, 9))  # fmt: skip
def test_thoughts_are_left_out_however_they_come(parts: list[str], size: int) -> None:
    text = "".join(parts)
    assert said(text, size) == re.sub(r"<think>.*?(?:</think>|$)", "", text, flags=re.S)


def test_text_is_not_held_back_for_nothing() -> None:
    thoughts = Thoughts()
    assert thoughts.feed("租金45元[1]。") == "租金45元[1]。"
    assert thoughts.feed("<thi") == "" and thoughts.feed("s>") == "<this>"
