"""Cells say what rows have, and spreadsheets take none of it for a formula."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.net.statistics.tables.cells import FORMULAS, Column, csv_lines

AT = datetime(2026, 11, 20, 14, 0, tzinfo=UTC).replace(tzinfo=None)
ROW: dict[str, Any] = {
    "title": {"zh": "泵", "en": ""},
    "places": [{"hall": "a"}, {"hall": "b"}, {"hall": "a"}],
    "state": "done",
    "n": 3,
    "ok": True,
    "at": 1_795_183_200.7,
    "odd": {"x": 1, "y": [2]},
}


@pytest.mark.parametrize(
    ("path", "zh", "en"),
    [
        ("title", "泵", "泵"),
        ("places.hall", "a; b", "a; b"),
        ("ok", "是", "yes"),
        ("odd", "x: 1; y: [2]", "x: 1; y: [2]"),
        ("nothing.here", "", ""),
        ("n.below", "", ""),
    ],
)
def test_words(path: str, zh: str, en: str) -> None:
    column = Column(path, "中", "En")
    assert (column.cell(ROW, "zh-CN", 0), column.cell(ROW, "en", 0)) == (zh, en)


def test_codes_get_words_and_numbers_stay_numbers() -> None:
    said = Column("state", "状态", "State", says={"done": ("完成", "done!")})
    assert (said.cell(ROW, "zh-CN", 0), said.cell(ROW, "en", 0)) == ("完成", "done!")
    assert Column("n", "", "", "number").cell(ROW, "en", 0) == 3
    assert Column("x", "", "", value=lambda row: row["n"] * 2).cell(ROW, "en", 0) == "6"


def test_moments_are_on_the_readers_clock() -> None:
    column = Column("at", "时间", "At", "moment")
    assert column.cell(ROW, "en", 0) == AT
    assert column.cell(ROW, "en", 480) == AT + timedelta(hours=8)
    assert column.cell({"at": None}, "en", 0) is None
    assert column.cell({"at": 1e300}, "en", 0) is None


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1)))
def test_csv_is_read_back_and_holds_no_formula(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_lines(rows).decode(), newline="")))
    for before, after in zip(rows, read, strict=True):
        for told, found in zip(before, after or [""], strict=True):
            assert not found.startswith(FORMULAS)
            assert found.removeprefix("'") == told.removeprefix("'")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx"])
def test_formulas_are_marked(cell: str) -> None:
    assert csv_lines([[cell, -3, None]]).decode().startswith(("'", "\"'"))
    assert b",-3," in csv_lines([[cell, -3, None]])
