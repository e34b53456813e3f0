"""The scanner: bounds, text, numbers, and time and memory that hostile bytes cannot buy."""

from __future__ import annotations

import tracemalloc
from typing import Any

import msgpack  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.wire.errors import WireError
from server.wire.limits import CLIENT_BYTES, DEPTH, ITEMS
from server.wire.scan import scan
from tests.server.wire.strategies import json_values


def code_of(data: bytes) -> str:
    with pytest.raises(WireError) as caught:
        scan(data)
    return caught.value.code


@given(json_values)
def test_what_a_scene_may_hold_is_let_through(value: Any) -> None:
    scan(msgpack.packb(value))


@given(json_values, st.data())
def test_every_shorter_part_of_a_value_is_refused(value: Any, data: st.DataObject) -> None:
    whole = msgpack.packb(value)
    cut = data.draw(st.integers(0, len(whole) - 1))
    assert code_of(whole[:cut]) == "message_malformed" or cut == 0


@pytest.mark.parametrize("lead", [b"\x91", b"\x81\xa1k", b"\xdc\0\1", b"\xdf\0\0\0\1\xa1k"])
def test_depth_is_bounded(lead: bytes) -> None:
    scan(lead * DEPTH + b"\xc0")
    assert code_of(lead * (DEPTH + 1) + b"\xc0") == "too_deep"
    assert code_of(lead * 10_000 + b"\xc0") == "too_deep"


@pytest.mark.parametrize(
    "bomb",
    [
        b"\xdd\xff\xff\xff\xff",
        b"\xdf\xff\xff\xff\xff",
        b"\xdb\xff\xff\xff\xff",
        b"\xdd\x7f\xff\xff\xff" * 20,
        b"\x91\xdc\xff\xff\xc0",
    ],
)
def test_a_promised_length_costs_no_memory(bomb: bytes) -> None:
    tracemalloc.start()
    assert code_of(bomb) == "message_malformed"
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 100_000


def test_the_number_of_values_is_bounded() -> None:
    many = b"\xdd" + CLIENT_BYTES.to_bytes(4, "big") + b"\xc0" * CLIENT_BYTES
    assert code_of(many) == "too_many_values"
    scan(msgpack.packb([None] * (ITEMS - 1)))


def test_nested_bombs_count_every_value() -> None:
    row = msgpack.packb([0] * 255)
    assert code_of(b"\xdc\0\xff" + row * 255) == "too_many_values"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xa2\xc3\x28", "text_invalid"),
        (b"\xa3\xed\xa0\x80", "text_invalid"),
        (b"\x81\xa1\xff\xc0", "text_invalid"),
        (b"\xd9\x02\xff\xfe", "text_invalid"),
        (b"\x82\xa1a\x01\xa1a\x02", "key_repeated"),
        (b"\x82\xa1a\x01\xd9\x01a\x02", "key_repeated"),
        (b"\x81\x01\x02", "key_not_text"),
        (b"\x81\xc4\x01a\x02", "key_not_text"),
        (b"\xc4\x01a", "bytes_refused"),
        (b"\xc6\xff\xff\xff\xff", "bytes_refused"),
        (b"\xd4\x00\x00", "extension_refused"),
        (b"\xd6\xff\x00\x00\x00\x00", "extension_refused"),
        (b"\xc7\x00\x00", "extension_refused"),
        (b"\xca\x7f\xc0\x00\x00", "not_finite"),
        (b"\xcb\x7f\xf0" + bytes(6), "not_finite"),
        (b"\xcb\xff\xf0" + bytes(6), "not_finite"),
        (b"\xcb\x7f\xf8" + bytes(5) + b"\x01", "not_finite"),
        (b"\xcf" + b"\xff" * 8, "out_of_range"),
        (b"\xd3\x80" + bytes(7), "out_of_range"),
        (b"\xc0\xc0", "message_malformed"),
        (b"\xc1", "message_malformed"),
        (b"\xcb\x00", "message_malformed"),
    ],
)
def test_what_no_message_may_contain(data: bytes, code: str) -> None:
    assert code_of(data) == code


def test_the_place_of_a_fault_is_a_json_pointer() -> None:
    with pytest.raises(WireError) as caught:
        scan(msgpack.packb({"a/b": [0, {"~": float("nan")}]}))
    assert caught.value.pointer == "/a~1b/1/~0"


def test_a_long_key_does_not_make_a_long_pointer() -> None:
    with pytest.raises(WireError) as caught:
        scan(msgpack.packb({"k" * 5000: float("nan")}))
    assert len(caught.value.pointer) <= 256
