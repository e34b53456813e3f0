"""``Upload-Metadata``: what is written is what is read, and nothing else is."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.errors import RequestError
from server.net.metadata import decode

KEYS = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters=","),
               min_size=1, max_size=12)  # fmt: skip
VALUES = st.text(st.characters(codec="utf-8"), max_size=20)


def written(pairs: dict[str, str]) -> str:
    coded = {key: base64.b64encode(value.encode()).decode() for key, value in pairs.items()}
    return ",".join(f"{key} {value}".strip() for key, value in coded.items())


@given(st.dictionaries(KEYS, VALUES, max_size=8))
def test_what_is_written_is_what_is_read(pairs: dict[str, str]) -> None:
    assert decode(written(pairs)) == pairs


@given(st.text(max_size=100))
def test_anything_else_is_read_or_refused(field: str) -> None:
    try:
        assert all(isinstance(value, str) for value in decode(field).values())
    except RequestError as error:
        assert error.code == "upload_metadata"


@pytest.mark.parametrize("field", ["a " + "A" * 5000, ",".join(f"k{n}" for n in range(40)), "a,a"])
def test_too_much_is_refused(field: str) -> None:
    with pytest.raises(RequestError):
        decode(field)


def test_nothing_is_nothing() -> None:
    assert decode("") == decode("  ") == {}
