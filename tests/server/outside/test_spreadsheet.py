"""Workbooks hold what was written, and no formula."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from server.outside.spreadsheet import LONGEST, Workbook

MOMENT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC).replace(tzinfo=None)


def test_words_numbers_and_moments(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    book = Workbook(path, "[展品]: *?/\\" + "x" * 40, ["名称", "at"])
    book.add([["=1+1", MOMENT], [None, 3], ["https://a.example", 0.5]])
    book.add([["x" * (LONGEST + 10), None]])
    book.close()
    with zipfile.ZipFile(path) as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
        names = file.read("xl/workbook.xml").decode()
    assert "<f>" not in sheet and "hyperlink" not in sheet
    assert "=1+1" in sheet and "名称" in sheet and "<v>0.5</v>" in sheet
    assert "x" * LONGEST in sheet and "x" * (LONGEST + 1) not in sheet
    assert 'name=" 展品' in names
