from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.contact import email, phone


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("13800138000", "+8613800138000"), ("+86 138 0013 8000", "+8613800138000")),
        *(("0086-138-0013-8000", "+8613800138000"), ("１３８００１３８０００", "+8613800138000")),
        *(("19912345678", "+8619912345678"), ("010-88886666", "+861088886666")),
        *(("(020) 8333 1234", "+862083331234"), ("0512-6666888", "+865126666888")),
        *(("0755-86013388转8012", "+8675586013388;ext=8012"), ("400-800-8000", "+864008008000")),
        *(("+86 10 8888 6666", "+861088886666"), ("+1 415 555 2671", "+14155552671")),
        *(("+852 2123 4567", "+85221234567"), ("00441632960960", "+441632960960")),
    ],
)
def test_numbers(text: str, number: str) -> None:
    assert phone(text) == number
    assert phone(number) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", "12345", "1380013800", "138001380000", "12800138000", "86-13800138000", "+8612345"),
        *("+0123456789", "+1234567890123456", "电话", "13800138000转1", "1380013800a", "9" * 41),
        "١٣٨٠٠١٣٨٠٠٠",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert phone(text) == ""


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("a@b.com", "a@b.com"),
        (" Zhang.San+park@Example.COM ", "Zhang.San+park@example.com"),
        ("ａ＠ｂ．ｃｏｍ", "a@b.com"),
        ("a@公司.中国", "a@公司.中国"),
        ("a_b@xn--fiqs8s.xn--fiqs8s", "a_b@xn--fiqs8s.xn--fiqs8s"),
    ],
)
def test_addresses(text: str, address: str) -> None:
    assert email(text) == address


@pytest.mark.parametrize(
    "text",
    [
        *("", "a", "a@", "@b.com", "a@b", "a..b@c.com", ".a@b.com", "a b@c.com", "a@-b.com"),
        *("a@b-.com", "a@b..com", "a@127.0.0.1", "a@b.com\nBcc: c@d.com", "张@b.com", '"a"@b.com'),
        *("a" * 65 + "@b.com", "a@" + "b" * 64 + ".com", "a@" + "b." * 130 + "com", "a@b_c.com"),
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert email(text) == ""


@given(st.text())
def test_any_text_gets_an_answer_and_answers_stay(text: str) -> None:
    assert phone(phone(text)) == phone(text)
    assert email(email(text)) == email(text)
