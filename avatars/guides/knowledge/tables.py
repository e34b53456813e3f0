"""Tables in a text: rows of CSV, of Markdown, of lines with tabs or bars; each cell by offsets."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

DELIMITERS: Final = (",", "\t", ";", "|", "，")
_NUMERIC: Final = re.compile(r"[\s\d.,%¥￥$/:+\-~㎡]+$")
_RULED: Final = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
MOST_COLUMNS: Final = 60


class Cell(NamedTuple):
    """A cell under its column's name, by offsets into the text; quotes of CSV not included."""

    name: str
    start: int
    end: int
    text: str


class Row(NamedTuple):
    """A row; without cells when it names columns, rules them off or heads the table."""

    start: int
    end: int
    cells: tuple[Cell, ...] = ()


class Rows(NamedTuple):
    """A table's rows, those that name its columns among them."""

    rows: tuple[Row, ...]


class Piped(NamedTuple):
    """A table inside a text and how many of its lines it takes."""

    rows: Rows
    lines: int


class Liney(Protocol):
    """A line of a text with its offsets."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def text(self) -> str:
        """Its words."""


Span = tuple[int, int]


def separated(text: str, begin: int, name: str) -> Rows | None:
    """The rows of a text that is a CSV (or TSV) as a whole; None when it is none."""
    declared = name.lower().endswith((".csv", ".tsv"))
    head = text[begin : begin + 20_000]
    if not declared and ("。" in head or "\n#" in head or "|" in head):
        return None
    for delimiter in DELIMITERS:
        if delimiter not in head:
            continue
        records = _records(text, begin, delimiter)
        if declared or _is_regular(records, text):
            return _named(text, [r for r in records if any(a < b for a, b in r)])
    return None


def _is_regular(records: list[list[Span]], text: str) -> bool:
    widths = [len(record) for record in records]
    if len(records) < 3 or widths[0] < 2 or len(set(widths)) != 1:
        return False
    cells = [b - a for record in records[:200] for a, b in record]
    return sum(cells) / len(cells) <= 40


def _records(text: str, begin: int, delimiter: str) -> list[list[Span]]:
    """Cells of each record by offsets; quoted cells may hold delimiters and line ends."""
    cell = re.compile(
        rf'[ ]*"((?:[^"]|"")*)"[ ]*(?={re.escape(delimiter)}|\r?\n|$)|([^{re.escape(delimiter)}\r\n]*)'
    )
    records: list[list[Span]] = []
    record: list[Span] = []
    at = begin
    while at <= len(text):
        found = cell.match(text, at)
        assert found is not None
        record.append(_trimmed(text, *(found.span(1) if found[1] is not None else found.span(2))))
        at = found.end()
        if text[at : at + 1] == delimiter and len(record) < 4096:
            at += 1
            continue
        if any(a < b for a, b in record):
            records.append(record)
        record = []
        at = _line_end(text, at)
    return records


def _line_end(text: str, at: int) -> int:
    ended = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)").match(text, at)
    return len(text) + 1 if ended is None or ended.end() >= len(text) else ended.end()


def _trimmed(text: str, start: int, end: int) -> Span:
    raw = text[start:end]
    inner = raw.strip().strip("\ufeff")
    if not inner:
        return start, start
    start += raw.index(inner)
    return start, start + len(inner)


def _named(text: str, records: list[list[Span]]) -> Rows:
    rows: list[Row] = []
    names: list[str] = []
    for number, record in enumerate(records):
        spans = record[:MOST_COLUMNS]
        start, end = _edges(text, record)
        filled = [text[a:b] for a, b in spans if a < b]
        if not names and number < 5 and number + 1 < len(records):
            if len(filled) > 1 and _names_columns(filled):
                names = [text[a:b] for a, b in spans]
                rows.append(Row(start, end))
                continue
            if len(filled) == 1:
                rows.append(Row(start, end))
                continue
        rows.append(Row(start, end, _cells(text, names, spans)))
    return Rows(tuple(rows))


def _edges(text: str, record: list[Span]) -> Span:
    start, end = record[0][0], max(b for _, b in record)
    start -= start > 0 and text[start - 1] == '"'
    end += text[end : end + 1] == '"'
    return start, end


def _names_columns(cells: list[str]) -> bool:
    return not any(_NUMERIC.match(cell) for cell in cells) and max(map(len, cells)) <= 60


def _cells(text: str, names: Sequence[str], spans: Sequence[Span]) -> tuple[Cell, ...]:
    return tuple(
        Cell(names[n] if n < len(names) else "", a, b, text[a:b].replace('""', '"'))
        for n, (a, b) in enumerate(spans)
        if a < b
    )


def piped(lines: Sequence[Liney], i: int) -> Piped | None:
    """The table that begins at line ``i``: bars with a ruled line, or two lines of tabs or bars."""
    mark = "|" if "|" in lines[i].text else "\t" if "\t" in lines[i].text else ""
    if not mark or i + 1 >= len(lines) or mark not in lines[i + 1].text:
        return None
    ruled = bool(_RULED.match(lines[i + 1].text))
    width = len(_split(lines[i], mark))
    if width < 2 and not ruled:
        return None
    size = 2
    while i + size < len(lines) and mark in lines[i + size].text:
        size += 1
    names = [cell[2] for cell in _split(lines[i], mark)]
    if not ruled and not _names_columns([name for name in names if name] or ["1"]):
        names = []
    rows = [_row(lines[i + n], mark, names, bool(names) and n == 0) for n in range(size)]
    return Piped(Rows(tuple(rows)), size)


def _row(line: Liney, mark: str, names: list[str], heads: bool) -> Row:
    if heads or _RULED.match(line.text):
        return Row(line.start, line.end)
    cells = (
        Cell(names[n] if n < len(names) else "", a, b, words)
        for n, (a, b, words) in enumerate(_split(line, mark)[:MOST_COLUMNS])
        if words
    )
    return Row(line.start, line.end, tuple(cells))


def _split(line: Liney, mark: str) -> list[tuple[int, int, str]]:
    text = line.text
    at, end = 0, len(text)
    if mark == "|":
        at += text.startswith("|")
        end -= text.endswith("|") and len(text) > 1
    found = []
    for part in text[at:end].split(mark):
        inner = part.strip()
        start = line.start + at + len(part) - len(part.lstrip())
        found.append((start, start + len(inner), inner.strip("*` ")))
        at += len(part) + 1
    return found
