"""Faults of the wire: words in both languages, pointers, close codes."""

from __future__ import annotations

from typing import get_args

import pytest

from server.wire.codes import CODES, CodeName
from server.wire.errors import WireError, escape, words_for
from server.wire.messages import Detail, Error


def test_a_refusal_speaks_the_readers_language() -> None:
    fault = WireError("missing_field", "/at", request=4)
    assert fault.to_message("zh-CN", "r-1") == Error(
        "missing_field",
        "缺少必填字段",
        [Detail("/at", "missing_field", "error", "缺少必填字段")],
        "r-1",
        4,
    )
    assert fault.to_message("en", "r-1").message == "A required field is missing"
    assert str(fault) == "missing_field at /at"


def test_the_pointer_grows_from_the_inside_out() -> None:
    assert WireError("not_finite").inside(2).inside("a/b").pointer == "/a~1b/2"


def test_a_key_is_escaped_as_rfc_6901_says() -> None:
    assert escape("~/") == "~0~1"


@pytest.mark.parametrize("code", get_args(CodeName))
def test_every_code_has_words_in_both_languages(code: CodeName) -> None:
    assert any("\u4e00" <= letter <= "\u9fff" for letter in words_for(code, "zh-CN"))
    assert words_for(code, "en").isascii()


def test_the_table_and_the_names_agree() -> None:
    assert list(CODES) == list(get_args(CodeName))


def test_no_two_reasons_share_a_close_code() -> None:
    closing = [code.close for code in CODES.values() if code.close is not None]
    assert len(closing) == len(set(closing))
    assert all(1000 < number < 1016 or 4000 <= number < 5000 for number in closing)
