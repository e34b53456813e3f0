"""Lines of a page made into paragraphs again: pages break lines where the paper ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

WIDE: Final = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f]"
ENDED: Final = re.compile(r"[。！？；：.!?;:…”’」』）)]\s*$")
HEADING: Final = re.compile(
    r"^(第[一二三四五六七八九十百\d]{1,4}[章节编篇部]|[一二三四五六七八九十]{1,3}、|附[件录表])"
)
ITEM: Final = re.compile(
    r"^([-*•·●○■□▪–—]\s|[（(]?[一二三四五六七八九十]{1,3}[）)、]|[（(]?\d{1,3}([.．]\d{1,3})*[）)、.．]?\s"
    r"|第[一二三四五六七八九十百\d]{1,4}条)"
)
PAGE_NUMBER: Final = re.compile(
    r"^[-–—\s]*(第\s*)?\d{1,4}(\s*页)?(\s*[/／共of]+\s*\d{1,4}\s*页?)?[-–—\s]*$"
)
LOOSE: Final = re.compile(rf"(?<={WIDE}) (?={WIDE})")
FULL: Final = 0.8
"""A line that fills so much of the page's width goes on in the next."""
LONGEST_HEADING: Final = 40
LONGEST_CELL: Final = 12
OFTEN: Final = 0.6
"""A first or last line that stands on so many of the pages is a header or a footer."""


def paragraphs(pages: Sequence[str], titles: Collection[str] = ()) -> str:
    """The text of pages as paragraphs with an empty line between; ``titles`` become headings.

    What stands at the head or foot of most pages, and page numbers, are left out. Rows that have
    as many cells each become a table as Markdown has it.
    """
    lines = [[_tidy(line) for line in page.splitlines()] for page in pages]
    furniture = _furniture(lines)
    known = {_bare(title) for title in titles} - {""}
    sheet = _Sheet()
    for page in lines:
        width = _width(page)
        for number, line in enumerate(page):
            edge = number < 2 or number >= len(page) - 2
            if not line or (edge and (line in furniture or PAGE_NUMBER.match(line))):
                continue
            if _is_heading(line, known):
                sheet.put(f"## {line}", "")
            elif _is_row(line, width):
                sheet.put(line, "row")
            else:
                sheet.put(line, "text", whole=not _goes_on(line, width))
    return sheet.text()


class _Sheet:
    """Paragraphs as they are put together."""

    def __init__(self) -> None:
        self._made: list[list[str]] = []
        """Lines of paragraphs: rows of one table, else a single line."""
        self._open = ""
        """What the last paragraph is, while another line may join it."""

    def put(self, line: str, kind: str, *, whole: bool = False) -> None:
        """Add a line: to the paragraph that goes on, else as the first of another."""
        if kind == self._open == "row":
            self._made[-1].append(line)
        elif kind == self._open == "text" and not ITEM.match(line):
            self._made[-1] = [_joined(self._made[-1][0], line)]
        else:
            self._made.append([line])
        self._open = "" if whole else kind

    def text(self) -> str:
        """All of them."""
        return "\n\n".join(_table(lines) for lines in self._made)


def _table(lines: Sequence[str]) -> str:
    """Rows as Markdown writes a table, when all have as many cells; else as they stand."""
    rows = [line.split(" ") for line in lines]
    width = len(rows[0])
    if len(rows) < 2 or any(len(row) != width for row in rows) or "|" in "".join(lines):
        return "\n".join(lines)
    told = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([told[0], "|" + " --- |" * width, *told[1:]])


def _tidy(line: str) -> str:
    line = re.sub(r"[ \t\u00a0]+", " ", line).strip()
    # Letters set apart one by one are a way of setting; other spaces are the author's.
    pieces = line.split(" ")
    apart = len(pieces) > 2 and sum(map(len, pieces)) < 1.5 * len(pieces)
    return LOOSE.sub("", line) if apart else line


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _is_heading(line: str, known: Collection[str]) -> bool:
    if len(line) > LONGEST_HEADING:
        return _bare(line) in known
    return _bare(line) in known or (HEADING.match(line) is not None and not ENDED.search(line))


def _furniture(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    if len(pages) < 3:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line]
        seen.update({*lines[:1], *lines[-1:]})
    return frozenset(line for line, times in seen.items() if times >= len(pages) * OFTEN)


def _size(line: str) -> int:
    """How wide it is, in halves of a Chinese character."""
    return sum(2 if "\u2e80" <= c <= "\uff60" else 1 for c in line)


def _is_row(line: str, width: int) -> bool:
    """Whether it may be a row of a table: a few short pieces that make no sentence."""
    cells = line.split(" ")
    short = max(map(len, cells)) <= LONGEST_CELL and _size(line) < width * FULL
    wide = sum(1 for cell in cells if re.search(WIDE, cell))
    return len(cells) >= 3 and short and not ENDED.search(line) and (wide > 0 or _has_number(cells))


def _has_number(cells: Sequence[str]) -> bool:
    return sum(1 for cell in cells if cell[:1].isdigit()) * 2 >= len(cells)


def _width(lines: Sequence[str]) -> int:
    return max((_size(line) for line in lines), default=0)


def _goes_on(line: str, width: int) -> bool:
    return not ENDED.search(line) and _size(line) >= width * FULL and width >= 40


def _joined(before: str, after: str) -> str:
    if before.endswith("-") and after[:1].islower() and before[-2:-1].isalpha():
        return before[:-1] + after
    wide = _size(before[-1]) == 2 or _size(after[0]) == 2
    return before + ("" if wide else " ") + after
