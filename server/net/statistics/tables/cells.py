"""What of a JSON row goes into a cell, and how a cell is written so that it stays what it is."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final, Literal

from server.outside.spreadsheet import Cell

Kind = Literal["text", "number", "moment"]
FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What spreadsheets take for the beginning of a formula (OWASP, CSV injection)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title in both languages, and where its value is in a row.

    ``path`` names properties, one below the other; those of every item where a list is on the way.
    ``says`` gives words for codes.
    """

    path: str
    zh: str
    en: str
    kind: Kind = "text"
    says: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    value: Callable[[Mapping[str, Any]], Any] | None = None

    def title(self, lang: str) -> str:
        """What stands above it."""
        return self.en if lang == "en" else self.zh

    def cell(self, row: Mapping[str, Any], lang: str, ahead: int) -> Cell:
        """What a row has here; ``ahead`` is how many minutes the reader's clock is before UTC."""
        found = self.value(row) if self.value else _found(row, self.path.split("."))
        if self.kind == "moment":
            return _moment(found, ahead)
        if self.kind == "number" and _is_number(found):
            return float(found) if isinstance(found, float) else int(found)
        return self._words(found, lang)

    def _words(self, found: Any, lang: str) -> str:
        if isinstance(found, list | tuple | set):
            told = (self._words(each, lang) for each in found)
            return "; ".join(dict.fromkeys(each for each in told if each))
        if isinstance(found, Mapping):
            return _localised(found, lang)
        if isinstance(found, bool):
            return ("yes" if found else "no") if lang == "en" else ("是" if found else "否")
        said = self.says.get(str(found))
        return (said[1] if lang == "en" else said[0]) if said else _plain(found)


def csv_lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows as CSV (RFC 4180) in UTF-8; words that look like formulas are marked as words."""
    text = io.StringIO()
    csv.writer(text).writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _safe(cell: Cell) -> str | int | float:
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(cell, str) and cell.startswith(FORMULAS):
        return f"'{cell}"
    return "" if cell is None else cell


def _found(value: Any, path: list[str]) -> Any:
    if not path:
        return value
    if isinstance(value, list):
        return [_found(each, path) for each in value]
    if isinstance(value, Mapping):
        return _found(value.get(path[0]), path[1:])
    return None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _moment(value: Any, ahead: int) -> Cell:
    """Unix time in seconds as the reader's clock shows it; spreadsheets know no time zones."""
    if not _is_number(value):
        return None
    try:
        at = datetime.fromtimestamp(value, UTC) + timedelta(minutes=ahead)
    except (OverflowError, OSError, ValueError):
        return None
    return at.replace(tzinfo=None, microsecond=0)


def _localised(value: Mapping[str, Any], lang: str) -> str:
    """Words in the reader's language; any other object by its pairs."""
    if value.keys() <= {"zh", "en"}:
        first, other = ("en", "zh") if lang == "en" else ("zh", "en")
        return str(value.get(first) or value.get(other) or "")
    return "; ".join(f"{name}: {_plain(each)}" for name, each in value.items())


def _plain(value: Any) -> str:
    if isinstance(value, Mapping | list):
        return _json(value)
    return "" if value is None else str(value)


def _json(value: Any) -> str:
    """Something nested, as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
