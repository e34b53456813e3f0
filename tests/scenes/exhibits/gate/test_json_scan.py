from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.exhibits.gate import json_scan
from scenes.exhibits.gate.json_scan import scan_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=30,
)


def depth_of(value: Any) -> int:
    """Levels of lists and objects, as the definition says."""
    if isinstance(value, list):
        return 1 + max(map(depth_of, value), default=0)
    if isinstance(value, dict):
        return 1 + max(map(depth_of, value.values()), default=0)
    return 0


@given(VALUES, st.booleans())
def test_the_depth_is_that_of_the_value(value: Any, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only).encode()
    assert scan_json(text).depth == depth_of(value)


@given(VALUES, st.integers(1, 9))
def test_windows_do_not_change_what_is_seen(value: Any, window: int) -> None:
    text = json.dumps(value).encode()
    whole = scan_json(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_scan, "WINDOW", window)
        parts = scan_json(text)
    assert (parts.depth, parts.huge) == (whole.depth, whole.huge)


@given(st.binary())
def test_any_bytes_can_be_looked_over(data: bytes) -> None:
    assert scan_json(data).depth >= 0


def test_a_million_levels_are_counted_not_climbed() -> None:
    assert scan_json(b"[" * 1_000_000).depth == 1_000_000


def test_what_brackets_would_take_is_known_before_they_are_parsed() -> None:
    assert scan_json(b"[" + b"{}," * 1_000_000 + b"1]").memory > 200 * 2**20
    assert scan_json(b'{"uri":"' + b"A" * 1_000_000 + b'"}').memory < 1000


@pytest.mark.parametrize(
    ("text", "huge"),
    [
        (b'{"a":1e400}', True),
        (b'{"a":1E+400}', True),
        (b'{"a":[-1e999,2]}', True),
        (b'{"a":' + b"9" * 400 + b"}", True),
        (b'{"a":1e-400}', False),
        (b'{"a":1e30}', False),
        (b'{"a":"1e400"}', False),
        (b'{"a":true}', False),
        (b'{"a":' + b"9" * 100 + b"}", False),
    ],
)
def test_numbers_beyond_a_double_are_suspected(text: bytes, huge: bool) -> None:
    assert scan_json(text).huge is huge
