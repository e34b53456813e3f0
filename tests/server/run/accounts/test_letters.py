"""What accounts are written: both languages, one address, nothing that does not belong."""

from __future__ import annotations

import pytest

from server.run.accounts import letters
from server.run.accounts.letters import CHANGED
from server.run.notices.kinds import KINDS
from server.run.notices.notice import Notice

EMAIL, PHONE = "li@park.example", "+8613800138000"
ALL: list[Notice] = [
    letters.sign_in_code(EMAIL, "zh-CN", "123456", "a_1"),
    letters.sign_in_code(PHONE, "zh-CN", "123456", "a_1"),
    letters.recovery(EMAIL, "en", "https://park.example/x", "a_1"),
    letters.invitation(EMAIL, "en", "https://park.example/x", "i_1"),
    letters.signed_in(EMAIL, "en", "Firefox", "192.0.2.1", "a_1"),
    *(letters.security(EMAIL, "zh-CN", what, "a_1") for what in CHANGED),
]


@pytest.mark.parametrize("letter", ALL, ids=lambda letter: letter.kind)
def test_every_letter_is_of_a_known_kind_and_sealed_for_somebody(letter: Notice) -> None:
    assert letter.kind in KINDS and letter.person and letter.ref == letter.person
    assert letter.to.way == ("phone" if letter.to.value == PHONE else "email")
    for words in (letter.title, letter.text):
        assert words is None or (set(words) == {"zh", "en"} and all(words.values()))
