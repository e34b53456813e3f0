"""Versions of a record, and what ends what."""

from __future__ import annotations

from datetime import date

from avatars.guides.knowledge.document import Document
from avatars.guides.knowledge.plain import document_of
from avatars.guides.knowledge.standing import standings

TODAY = date(2026, 6, 1)


def in_force(*documents: Document) -> set[str]:
    return {key for key, each in standings(documents).items() if each.holds(TODAY)}


def test_the_newer_year_ends_the_older() -> None:
    old = document_of("rent-2024.md", "# 租金补贴（2024年版）\n补 30%。")
    new = document_of("rent-2026.md", "# 租金补贴（2026年版）\n补 50%。")
    other = document_of("food.md", "# 食堂 2024\n11 点开饭。")
    assert in_force(old, new, other) == {"rent-2026.md", "food.md"}


def test_a_version_of_tomorrow_ends_nothing_yet() -> None:
    old = document_of("a.md", "# 价目表 v1\n自2024年1月1日起执行。")
    new = document_of("b.md", "# 价目表 v2\n自2027年1月1日起执行。")
    assert in_force(old, new) == {"a.md"}


def test_words_end_a_record_by_its_title() -> None:
    old = document_of("a.md", "# 园区停车管理规定\n每小时 5 元。")
    new = document_of("b.md", "# 车辆办法\n自2025年1月1日起施行，《园区停车管理规定》同时废止。")
    found = standings([old, new])
    assert found["a.md"].by == "b.md" and in_force(old, new) == {"b.md"}


def test_languages_are_no_versions() -> None:
    zh = document_of("zh/2024.md", "# 交通 2024\n地铁。")
    en = document_of("en/2025.md", "# Transport 2025\nMetro.")
    assert in_force(zh, en) == {"zh/2024.md", "en/2025.md"}
