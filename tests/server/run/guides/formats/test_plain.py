"""Text in any encoding of offices comes out character for character; nothing else does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.run.guides.formats.found import FormatError
from server.run.guides.formats.kinds import kind_of, named
from server.run.guides.formats.plain import decoded

HONEST = st.text(alphabet="租金元每平方米，。\r\n\t 12.8%Rent㎡", min_size=20).filter(
    lambda t: "租" in t
)


@given(HONEST, st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32")))
def test_nothing_is_lost(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


def test_older_files_of_windows() -> None:
    text = "园区标准厂房租金为每平方米每天一元五角。"
    assert decoded(text.encode("gb18030")) == text


@given(st.binary(min_size=64, max_size=300).map(lambda data: data + bytes(9)))
def test_what_is_no_text_is_refused(data: bytes) -> None:
    try:
        assert "\0" not in decoded(data)
    except FormatError as error:
        assert error.code == "document_unreadable"


def test_what_a_file_is() -> None:
    assert named("a.b.MARKDOWN") == "md"
    assert kind_of("a.txt", b"%PDF-1.7") == "pdf"
    assert kind_of("a.md", b"we speak of %PDF-1.7 here") == "md"
    for name in ("a", "a.xlsx", "", "a.pdf.exe"):
        with pytest.raises(FormatError, match="document_kind"):
            kind_of(name, b"x")
