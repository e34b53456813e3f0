"""Buildings, floors and the like, however they are written."""

from __future__ import annotations

import pytest

from avatars.guides.knowledge.codes import codes, families, is_in_range
from avatars.guides.knowledge.fold import folded


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("floor:2", ["二楼的租金", "2层", "2F 办公", "the second floor", "on floor 2", "楼层：2"]),
        ("id:b1", ["B1栋", "b1", "Building B1", "B1 座", "Ｂ１栋"]),
        ("house:3", ["3号楼", "三号楼", "3栋", "Building 3", "No. 3 building"]),
        ("house:a", ["A座", "Tower A"]),
        ("line:2", ["地铁2号线", "metro line 2", "二号线"]),
        ("gate:南", ["南门", "the south gate"]),
        ("phase:2", ["二期", "phase II", "II 期"]),
        ("nth:1", ["第一年", "首年", "the first year"]),
        ("year:2025", ["2025年", "2025 年度", "in 2025"]),
        ("floor:-1", ["地下一层", "负一楼"]),
    ],
)
def test_one_code(code: str, texts: list[str]) -> None:
    for text in texts:
        assert code in {each.key for each in codes(folded(text))}, text


@pytest.mark.parametrize("text", ["2000元", "24h", "CO2 排放", "层高 6 米", "2026 元"])
def test_no_code(text: str) -> None:
    assert not [each for each in codes(folded(text)) if each.kind != "floor"]


@pytest.mark.parametrize(
    ("text", "floor", "inside"),
    [
        *(("二层以上27元", 4, True), ("二层以上27元", 1, False), ("3-5层", 4, True)),
        *(("floors 10 to 18", 12, True), ("3至5楼", 6, False)),
    ],
)
def test_ranges(text: str, floor: int, inside: bool) -> None:
    assert is_in_range(f"floor:{floor}", folded(text)) is inside


def test_families() -> None:
    assert "house" in families("id:b1") and families("floor:2") == {"floor"}
