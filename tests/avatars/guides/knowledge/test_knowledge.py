"""A folder of records from end to end: files become records, records become what is found."""

# ruff: noqa: E501 - records are read as one line
from __future__ import annotations

from datetime import date

from avatars.guides.knowledge.library import Library
from avatars.guides.knowledge.names import names_of
from avatars.guides.knowledge.plain import document_of

FILES = {
    "companies.csv": "Company,Building,Employees\nOrrin Optics,B1,120\nTallow Robotics Ltd,B2,60\n",
    "房源.md": "# 房源\n\n| 编号 | 租金（元/平方米·月） |\n|---|---|\n| A-101 | 30 |\n| A-102 | 32 |\n",
    "faq.txt": "问：食堂几点开？\n答：11:00 至 13:30。\n\n问：能带宠物吗？\n答：不能。\n",
}
LIBRARY = Library.of([document_of(name, text) for name, text in FILES.items()])


def first(query: str) -> str:
    return LIBRARY.search(query, today=date(2026, 1, 1))[0].passage.text


def test_rows_are_found_by_key_and_column() -> None:
    assert first("A-102 的租金").endswith("| A-102 | 32 |")
    assert "Tallow" in first("How many people work for Tallow Robotics?")


def test_answers_are_found_by_their_questions() -> None:
    assert "不能" in first("可以带狗吗")


def test_names_are_what_records_call_things() -> None:
    known = names_of(LIBRARY.cuts)
    assert {"orrin optics", "tallow robotics"} <= set(known)
    assert "房源" not in known
    assert LIBRARY.share("orrin") == 0.0


def test_the_same_files_make_the_same_library() -> None:
    again = Library.of([document_of(name, text) for name, text in FILES.items()])
    assert again.passages == LIBRARY.passages and again.frequency == LIBRARY.frequency
