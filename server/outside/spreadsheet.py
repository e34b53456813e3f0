"""Workbooks for Excel (Office Open XML). Only this file uses xlsxwriter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]

Cell = str | int | float | datetime | None
LONGEST: Final = 32_767
"""Characters that one cell of Excel holds."""
MOST_ROWS: Final = 1_048_575
"""Rows of a sheet below its head."""
_WIDTH, _NAME = 22, 31


class Workbook:
    """A workbook of one sheet, written row by row in memory that does not grow.

    Words are always written as words, so that nothing in them is taken for a formula. Blocking:
    call it in a thread.
    """

    def __init__(self, path: Path, name: str, head: Sequence[str]) -> None:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(str(path), options)
        self._sheet = self._book.add_worksheet(_sheet_name(name))
        self._moment = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        bold = self._book.add_format({"bold": True, "bottom": 1})
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_column(0, max(0, len(head) - 1), _WIDTH)
        for column, words in enumerate(head):
            self._sheet.write_string(0, column, words, bold)
        self._rows = 0

    def add(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Write more rows; those beyond what a sheet holds are left out."""
        for row in rows[: max(0, MOST_ROWS - self._rows)]:
            self._rows += 1
            for column, cell in enumerate(row):
                self._write(column, cell)

    def close(self) -> None:
        """Finish the file."""
        self._book.close()

    def _write(self, column: int, cell: Cell) -> None:
        if isinstance(cell, datetime):
            self._sheet.write_datetime(self._rows, column, cell, self._moment)
        elif isinstance(cell, int | float):
            self._sheet.write_number(self._rows, column, cell)
        elif cell:
            self._sheet.write_string(self._rows, column, cell[:LONGEST])


def _sheet_name(name: str) -> str:
    """A name that Excel takes: some signs are not allowed, nor is it long."""
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in name)[:_NAME].strip("'") or "1"
