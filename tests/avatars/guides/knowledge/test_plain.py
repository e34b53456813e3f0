"""Plain files as records."""

from __future__ import annotations

from datetime import date

from avatars.guides.knowledge.plain import document_of


def test_front_matter_is_read_and_the_text_stays() -> None:
    text = (
        "---\ntitle: 停车办法\nlang: zh\nvalid_from: 2025-01-01\n有效期至: 2026-12-31\n"
        "visibility: 内部\nregions: Yunze District, Harbour\n---\n# 停车\n5 元。\n"
    )
    found = document_of("a/b.md", text)
    assert (found.id, found.title, found.text) == ("a/b.md", "停车办法", text)
    assert (found.valid_from, found.valid_until) == (date(2025, 1, 1), date(2026, 12, 31))
    assert found.visibility == "staff" and found.regions == ("Yunze District", "Harbour")


def test_what_the_caller_knows_goes_first() -> None:
    found = document_of("a.md", "# X\nvalid until 2020-01-01", title="Y", lang="zh", version=3)
    assert (found.title, found.lang, found.version) == ("Y", "zh", 3)


def test_a_title_comes_from_the_heading_or_the_name() -> None:
    assert document_of("a/rent.md", "# Rents\nx").title == "Rents"
    assert document_of("a/租金 2026.csv", "a,b\n1,2\n").title == "租金 2026"


def test_a_status_ends_a_record() -> None:
    found = document_of("a.md", "---\nstatus: 废止\n---\n正文")
    assert found.valid_until is not None and found.valid_until < date(2000, 1, 1)
