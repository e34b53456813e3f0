from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.strict_json import LARGE, parse_json
from scenes.exhibits.policy import Policy

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=20,
)
REFUSED = {
    b"": "INVALID_JSON",
    b"   ": "INVALID_JSON",
    b"{": "INVALID_JSON",
    b'{"a":1}x': "INVALID_JSON",
    b'{"a":1}\0\0': "INVALID_JSON",
    b'{"a":1,}': "INVALID_JSON",
    b"{'a':1}": "INVALID_JSON",
    b"{a:1}": "INVALID_JSON",
    b'{"a":01}': "INVALID_JSON",
    b'{"a":+1}': "INVALID_JSON",
    b'{"a":1.}': "INVALID_JSON",
    b'{"a":0x10}': "INVALID_JSON",
    b'{"a":NaN}': "INVALID_JSON",
    b'{"a":-Infinity}': "INVALID_JSON",
    b'{"a":"\x01"}': "INVALID_JSON",
    b'{"a":"\\x41"}': "INVALID_JSON",
    b'{"a":"\xff"}': "INVALID_JSON",
    b'{"a":"\xc0\x80"}': "INVALID_JSON",
    b'{"a":"\xed\xa0\x80"}': "INVALID_JSON",
    b"\xef\xbb\xbf{}": "INVALID_JSON",
    '{"a":1}'.encode("utf-16"): "INVALID_JSON",
    b"/* */{}": "INVALID_JSON",
    b"[]": "TYPE_MISMATCH",
    b"null": "TYPE_MISMATCH",
    b'"x"': "TYPE_MISMATCH",
    b'{"a":1,"a":2}': "DUPLICATE_KEY",
    b'{"b":{"a":1,"a":1}}': "DUPLICATE_KEY",
    b'{"\\u0061":1,"a":1}': "DUPLICATE_KEY",
    b'{"\\ud800":1,"\\ud801":1}': "DUPLICATE_KEY",
    b'{"a":1e400}': "NUMBER_TOO_LARGE",
    b'{"a":' + b"9" * 5000 + b"}": "NUMBER_TOO_LARGE",
    b'{"a":' + b"[" * 100 + b"]" * 100 + b"}": "JSON_TOO_DEEP",
    b"[" * 100_000: "JSON_TOO_DEEP",
    b'{"a":' * 100_000: "JSON_TOO_DEEP",
    b'{"a":[' + b"{}," * 2_000_000 + b"1]}": "JSON_TOO_COMPLEX",
}


def parsed(text: bytes, policy: Policy | None = None) -> tuple[dict[str, Any] | None, list[str]]:
    report = Report(10)
    value = parse_json(text, policy or Policy(), report)
    return value, [finding.code for finding in report.findings]


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: repr(text[:24]))
def test_what_is_not_strict_json_is_refused(text: bytes) -> None:
    assert parsed(text) == (None, [REFUSED[text]])


KEYS = st.text(st.characters(codec="utf-8")).filter(lambda key: key != "__proto__")


@given(st.dictionaries(KEYS, JSON), st.booleans())
def test_what_is_strict_json_is_what_it_says(value: dict[str, Any], escaped: bool) -> None:
    text = json.dumps(value, ensure_ascii=escaped).encode()
    assert parsed(text)[0] == value


@given(st.binary(max_size=200))
def test_any_bytes_are_an_object_or_a_refusal(data: bytes) -> None:
    value, codes = parsed(data)
    assert (value is None) == bool(codes)


def test_too_many_bytes_are_not_even_looked_at() -> None:
    assert parsed(b'{"a":1}', Policy(max_json_bytes=6)) == (None, ["JSON_TOO_LARGE"])


def test_half_a_character_becomes_the_sign_for_one_that_is_lost() -> None:
    text = b'{"a":["\\ud800",["x\\udfff"]],"\\ud801":{"b":"\\ud83d\\ude00"}}'
    value = {"a": ["\ufffd", ["x\ufffd"]], "\ufffd": {"b": "😀"}}
    assert parsed(text) == (value, ["ODD_NAME"] * 2)


def test_a_name_that_javascript_takes_for_a_prototype_is_kept_under_another() -> None:
    value, codes = parsed(b'{"extras":{"__proto__":{"admin":true}}}')
    assert value == {"extras": {"___proto__": {"admin": True}}} and codes == ["ODD_NAME"]
    assert parsed(b'{"__proto__":1,"___proto__":2}') == (None, ["DUPLICATE_KEY"])


def test_rare_characters_in_a_large_text_take_no_four_bytes_for_each() -> None:
    filler = b"A" * (LARGE + 1)
    value, codes = parsed(b'{"uri":"' + filler + b'","name":"' + "😀".encode() + b'"}')
    assert value is not None and value["name"] == "😀" and codes == []
    many = b'{"uri":"' + filler + b'","name":"' + "😀".encode() * 30_000 + b'"}'
    assert parsed(many) == (None, ["JSON_TOO_COMPLEX"])


def test_a_broken_character_beside_a_rare_one_is_refused() -> None:
    filler = b"A" * (LARGE + 1)
    text = b'{"uri":"' + filler + b'","name":"' + "😀".encode() + b'\xff"}'
    assert parsed(text) == (None, ["INVALID_JSON"])
    assert parsed(text.replace(b"\xff", b"\xf4\xbf\xbf\xbf")) == (None, ["INVALID_JSON"])
