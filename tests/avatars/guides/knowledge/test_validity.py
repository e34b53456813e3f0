"""What records say of the time in which they hold."""

# ruff: noqa: E501 - records are read as one line
from __future__ import annotations

from datetime import date

import pytest

from avatars.guides.knowledge.document import Document
from avatars.guides.knowledge.split import cuts
from avatars.guides.knowledge.validity import NEVER, of_section, validity

FIRST, LAST = date(2024, 1, 1), date(2025, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "# 办法\n有效期：2024年1月1日至2025年12月31日。",
        "# 办法\n本办法自2024年1月1日起施行，有效期两年。",
        "# 办法\n正文。\n本办法自2024年1月1日起施行，有效期至2025年12月31日。",
        "# Scheme\nValid from 1 January 2024 to 31 December 2025.",
        "# Scheme\nThis scheme is effective from 1 January 2024. This scheme is valid until 31 December 2025.",
    ],
)
def test_a_whole_record(text: str) -> None:
    assert validity(text)[:2] == (FIRST, LAST)


@pytest.mark.parametrize(
    ("text", "repealed"),
    [
        ("# 补贴办法（已废止）\n正文", True),
        ("# Old scheme\nThis policy has been repealed.", True),
        ("# 新办法\n自2025年1月1日起施行，原《旧办法》同时废止。", False),
    ],
)
def test_repealed(text: str, repealed: bool) -> None:
    assert validity(text).repealed is repealed


def test_a_deadline_is_no_end() -> None:
    assert validity("# 通知\n申报截止时间为2025年3月31日。").last is None


def test_open_end() -> None:
    assert validity("# 办法\n2026 年 4 月 1 日起，长期有效。") == (date(2026, 4, 1), None, False)


def test_a_section_ends_alone() -> None:
    text = "# 政策一览\n\n## 甲\n补贴 10 万元。有效期至2024年12月31日。\n\n## 乙\n补贴 20 万元。\n\n## 丙\n本条已废止。"
    assert validity(text) == (None, None, False)
    units = {
        unit.headings[-1]: unit for cut in cuts(Document("a.md", "a", text)) for unit in cut.units
    }
    assert units["甲"].last == date(2024, 12, 31)
    assert units["乙"].last is None
    assert units["丙"].last == NEVER


def test_a_row_ends_alone() -> None:
    text = "项目,金额,有效期至\n甲,10万元,2024-12-31\n乙,20万元,2030-12-31\n"
    units = [unit for cut in cuts(Document("a.csv", "a", text)) for unit in cut.units]
    assert [unit.last for unit in units] == [date(2024, 12, 31), date(2030, 12, 31)]
    assert not units[0].holds(date(2026, 1, 1)) and units[1].holds(date(2026, 1, 1))


def test_a_section_without_days() -> None:
    assert of_section("租金每月 35 元。") == (None, None, False)
