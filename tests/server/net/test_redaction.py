from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.net.redaction import LEFT_OUT, PERSONAL, SECRET, redacted

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("name", sorted(SECRET | PERSONAL))
@pytest.mark.parametrize("action", ["hall.manage", "people.edit", "nothing.known"])
def test_secrets_and_people_are_left_out_everywhere(name: str, action: str) -> None:
    told = redacted(action, {"deep": [{name: "something"}], name: {"x": 1}})
    assert told == {"deep": [{name: LEFT_OUT}], name: LEFT_OUT}


def test_content_is_told_and_what_people_write_is_not() -> None:
    body = {"name": {"zh": "甲", "en": "A"}, "state": "open", "capacity": 7}
    assert redacted("hall.manage", body) == body
    assert redacted("people.edit", body) == {
        "name": {"zh": LEFT_OUT, "en": LEFT_OUT}, "state": "open", "capacity": 7,
    }  # fmt: skip
    grants = {"grants": [{"role": "clerk", "hall": ""}]}
    assert redacted("people.edit", grants) == grants


@given(body=JSON)
def test_what_is_content_keeps_its_shape(body: Any) -> None:
    redacted("people.edit", body)
    named = {*_names(body)}
    if not named & (SECRET | PERSONAL):
        assert redacted("scene.edit", body) == body


def _names(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(name for inner in value.values() for name in _names(inner))]
    return [name for inner in value for name in _names(inner)] if isinstance(value, list) else []


def test_endless_depth_ends() -> None:
    deep: Any = "bottom"
    for _ in range(200):
        deep = [deep]
    assert LEFT_OUT in str(redacted("scene.edit", deep))
