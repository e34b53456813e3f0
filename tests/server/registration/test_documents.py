from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.registration.documents import (
    KINDS,
    LARGEST,
    MEDIA_TYPES,
    has_code,
    is_by_agent,
    missing,
    required,
    sniff,
)
from tests.server.registration.filled import filled, new_firm


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"%PDF-2.0\n", "application/pdf"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "image/png"),
        (b"", None),
        (b"%PDF", None),
        (b"%PDF-x", None),
        (b"\n%PDF-1.7", None),
        (b"<html>%PDF-1.7", None),
        (b"GIF89a", None),
        (b"PK\x03\x04", None),
        (b"MZ", None),
        (b"<svg xmlns=", None),
        (b"\x89PNG\n\x1a\n", None),
    ],
)
def test_files_show_what_they_are(head: bytes, media_type: str | None) -> None:
    assert sniff(head) == media_type


@given(st.binary(max_size=64))
def test_any_bytes_get_an_answer(head: bytes) -> None:
    assert sniff(head) in (None, *MEDIA_TYPES)


def names(values: dict[str, object]) -> list[str]:
    return [kind.name for kind in required(values)]


def test_which_documents_a_case_calls_for() -> None:
    own = filled(contact_name="张小灵")
    assert names(own) == ["licence", "legal_rep_id", "commitment"]
    assert names(filled()) == ["licence", "legal_rep_id", "authorisation", "commitment"]
    assert names(new_firm(contact_name="张 小灵")) == ["name_notice", "legal_rep_id", "commitment"]
    later = new_firm(contact_name="张小灵", credit_code="914403001922038216")
    assert names(later) == ["licence", "name_notice", "legal_rep_id", "commitment"]


def test_what_is_there_is_not_missing() -> None:
    assert missing(filled(), dict.fromkeys(KINDS, True)) == []
    assert missing(filled(), {"licence": []})[0].pointer == "/documents/licence"


def test_questions_about_the_answers() -> None:
    assert is_by_agent(filled()) and not is_by_agent({}) and not is_by_agent({"legal_rep": "张"})
    assert has_code(filled()) and not has_code({"credit_code": 5})


def test_every_kind_explains_itself() -> None:
    for name, kind in KINDS.items():
        assert kind.name == name and kind.most > 0
        assert all((*kind.label, *kind.help))
    assert LARGEST == 10 * 1024 * 1024
