from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.outside.jws import (
    LONGEST,
    SignatureError,
    key_of,
    new_key,
    proven,
    public_part,
    sign,
)

KEY = new_key()
TOLD = {"jti": "RZ2026", "company": {"zh": "灵境", "en": "Lingjing"}}
TOKEN = sign(TOLD, KEY)
PUBLIC = [public_part(KEY)]


def test_what_was_signed_is_proven_by_the_public_half() -> None:
    assert proven(TOKEN, PUBLIC) == TOLD
    assert key_of(TOKEN) == KEY["kid"]
    assert "d" not in PUBLIC[0]


def test_another_key_proves_nothing() -> None:
    other = public_part(new_key())
    with pytest.raises(SignatureError, match="key_unknown"):
        proven(TOKEN, [other])
    with pytest.raises(SignatureError, match="forged"):
        proven(TOKEN, [{**other, "kid": KEY["kid"]}])


@given(st.integers(0, len(TOKEN) - 1), st.characters(codec="ascii"))
def test_one_sign_changed_proves_nothing(at: int, sign_: str) -> None:
    changed = TOKEN[:at] + sign_ + TOKEN[at + 1 :]
    if _read(changed) != _read(TOKEN):
        with pytest.raises(SignatureError):
            proven(changed, PUBLIC)


def _read(token: str) -> list[bytes] | None:
    """The bytes that are signed; the last sign of a part has bits that mean nothing."""
    try:
        parts = token.split(".")
        return [parts[0].encode(), parts[1].encode(), base64.urlsafe_b64decode(parts[2] + "==")]
    except (ValueError, IndexError):
        return None


@pytest.mark.parametrize("algorithm", ["none", "HS256"])
def test_no_other_algorithm_is_believed(algorithm: str) -> None:
    header = base64.urlsafe_b64encode(json.dumps({"alg": algorithm, "kid": KEY["kid"]}).encode())
    token = ".".join((header.decode().rstrip("="), TOKEN.split(".")[1], TOKEN.split(".")[2]))
    with pytest.raises(SignatureError):
        proven(token, PUBLIC)


@given(st.one_of(st.text(max_size=200), st.text("abcAB09-_.=", max_size=400)))
def test_no_text_is_taken_for_a_statement(text: str) -> None:
    with pytest.raises(SignatureError):
        proven(text, PUBLIC)


@pytest.mark.parametrize("payload", [[1], "text", None])
def test_a_statement_is_an_object(payload: Any) -> None:
    with pytest.raises(SignatureError, match="unreadable"):
        proven(sign(payload, KEY), PUBLIC)


def test_too_long_is_not_looked_at() -> None:
    with pytest.raises(SignatureError, match="unreadable"):
        key_of("a" * (LONGEST + 1))
