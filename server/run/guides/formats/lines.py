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
OFTEN: Final = 0.6
"""A first or last line that stands on so many of the pages is a header or a footer."""


def paragraphs(pages: Sequence[str], titles: Collection[str] = ()) -> str:
    """The text of pages as paragraphs with an empty line between; ``titles`` become headings.

    What stands at the head or foot of most pages, and page numbers, are left out.
    """
    lines = [[_tidy(line) for line in page.splitlines()] for page in pages]
    furniture = _furniture(lines)
    known = {_bare(title) for title in titles} - {""}
    made: list[str] = []
    going = ""
    for page in lines:
        width = _width(page)
        for number, line in enumerate(page):
            edge = number < 2 or number >= len(page) - 2
            if not line or (edge and (line in furniture or PAGE_NUMBER.match(line))):
                continue
            if _is_heading(line, known):
                made += [going, f"## {line}"]
                going = ""
            elif going and not ITEM.match(line):
                going = _joined(going, line)
            else:
                made.append(going)
                going = line
            if going and not _goes_on(line, width):
                made.append(going)
                going = ""
    return "\n\n".join(part for part in (*made, going) if part)


def _tidy(line: str) -> str:
    line = re.sub(r"[ \t\u00a0]+", " ", line).strip()
    loose = len(LOOSE.findall(line))
    # Letters set apart one by one are a way of setting; a single space is the author's.
    return LOOSE.sub("", line) if loose > 2 and loose * 3 > len(line) - loose else line


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


def _width(lines: Sequence[str]) -> int:
    return max((_size(line) for line in lines), default=0)


def _goes_on(line: str, width: int) -> bool:
    return not ENDED.search(line) and _size(line) >= width * FULL and width >= 40


def _joined(before: str, after: str) -> str:
    if before.endswith("-") and after[:1].islower() and before[-2:-1].isalpha():
        return before[:-1] + after
    wide = _size(before[-1]) == 2 or _size(after[0]) == 2
    return before + ("" if wide else " ") + after
