"""PDFs as text: pages, bookmarks, passwords that are none, and files that are no good."""

from __future__ import annotations

import pytest

from server.run.guides.formats.found import FormatError
from server.run.guides.formats.pdf import text_of, warm_up
from tests.server.run.guides.papers import locked, pdf, pdf_of


def test_pages_without_what_stands_on_each() -> None:
    warm_up()
    found = text_of(pdf("Lingjing Park, for internal use", "The floor load is 5 kN.", "3", pages=4))
    assert found.pages == 4
    assert found.text == "\n\n".join(["The floor load is 5 kN."] * 4)


def test_bookmarks_are_headings() -> None:
    found = text_of(locked(pdf("Rents", "Offices are 48 yuan."), "", ("Rents", "Elsewhere")))
    assert found.text == "## Rents\n\nOffices are 48 yuan."


def test_an_owners_password_hides_nothing_and_a_readers_does() -> None:
    page = pdf("Rents are 48 yuan.")
    assert text_of(locked(page, "")).text == "Rents are 48 yuan."
    with pytest.raises(FormatError, match="document_encrypted"):
        text_of(locked(page, "guess"))


def test_scans_and_rubbish_are_told_apart_from_text() -> None:
    for data in (b"%PDF-1.7", pdf_of(b"q Q"), pdf("x")[:120]):
        with pytest.raises(FormatError, match="document_unreadable"):
            text_of(data)
    with pytest.raises(FormatError, match="document_too_long"):
        text_of(pdf("x", pages=1001))


def test_a_page_that_is_broken_costs_only_itself() -> None:
    broken = pdf("Good.", pages=2).replace(b"/Contents 4 0 R", b"/Contents 9 0 R", 1)
    found = text_of(broken)
    assert (found.text, found.pages) == ("Good.", 2)
    assert found.notes in (("pages_unreadable",), ("pages_without_text",))
