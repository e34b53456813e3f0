"""The build of a text: headings, paragraphs, items of lists, questions, rows of tables.

Reads Markdown, plain text and CSV alike, in one pass over the lines. Every stretch is given by
offsets; front matter and comments are marked as ``meta``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from avatars.guides.knowledge import tables
from avatars.guides.knowledge.tables import Cell

BlockKind = Literal["heading", "text", "item", "row", "header", "meta"]


class Block(NamedTuple):
    """A stretch of a text. ``lead`` is what an item hangs on; ``cells`` are a row's."""

    kind: BlockKind
    start: int
    end: int
    headings: tuple[str, ...] = ()
    lead: str = ""
    cells: tuple[Cell, ...] = ()


class Line(NamedTuple):
    """A line without its white space at both ends; ``indent`` in characters."""

    start: int
    end: int
    text: str
    indent: int


_LINE: Final = re.compile(r"[^\r\n]+")
_FRONT: Final = re.compile(r"\ufeff?---[ \t]*\r?\n(?:.*\r?\n){0,60}?---[ \t]*(?:\r?\n|$)")
_ATX: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_BOLD: Final = re.compile(r"(?:\*\*|__)([^*_]{1,60})(?:\*\*|__)[：:]?$")
_UNDERLINE: Final = re.compile(r"(?:={3,}|-{3,})$")
_RULE: Final = re.compile(r"(?:[-*_=~]\s*){3,}$")
_ITEM: Final = re.compile(
    r"(?:[-*+•·●○▪‣◦■□◆]|\d{1,3}[.)、．](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳])\s*(?=\S)"
)
_PART: Final = re.compile(
    r"(?P<one>第[一二三四五六七八九十百\d]{1,4}[章节部分编])|(?P<two>[一二三四五六七八九十]{1,3}[、.．])"
    r"|(?P<three>[（(][一二三四五六七八九十]{1,3}[）)])|(?P<four>\d{1,2}(?:\.\d{1,2}){0,3}[、.．\s])"
    r"|(?P<five>[【\[［][^】\]］]{1,30}[】\]］]$)|(?P<six>(?:chapter|section|part|article)\s+\w+)",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"(?:\*\*|[-*+]\s+|\d{1,3}[.、)]\s*)*(?:q\s*\d*|问|question(?: \d+)?)\s*\d*\s*[：:.、]\s*(.+)",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[。！？!?；;.：:，,、|]$")
_PAIR: Final = re.compile(r"[^：:。！？]{1,24}[：:](?!//)")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKS: Final = re.compile(r"[*_`#]+")


@dataclass(slots=True)
class _Reader:
    """Where in the build the reading is: open headings with their depth, what items hang on."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    lead: str = ""
    items: list[tuple[int, str]] = field(default_factory=list)

    def path(self) -> tuple[str, ...]:
        return tuple(words for _, words in self.headings if words)

    def enter(self, depth: int, words: str) -> None:
        while self.headings and self.headings[-1][0] >= depth:
            self.headings.pop()
        self.headings.append((depth, words))
        self.lead, self.items = "", []


def blocks(text: str, name: str = "") -> tuple[Block, ...]:
    """The build of a text; ``name`` of its file, which may tell that it is a CSV."""
    front = _FRONT.match(text)
    begin = front.end() if front else 0
    made: list[Block] = [Block("meta", 0, begin)] if front else []
    separated = tables.separated(text, begin, name)
    if separated is not None:
        return (*made, *(_of_table(separated, _Reader())))
    hidden = [m.span() for m in _COMMENT.finditer(text, begin)]
    lines = [line for line in _lines(text, begin) if not _within(line, hidden)]
    made += (Block("meta", *span) for span in hidden)
    made += _read(text, lines)
    return tuple(sorted(made, key=lambda block: block.start))


def _within(line: Line, spans: list[tuple[int, int]]) -> bool:
    return any(start <= line.start and line.end <= end for start, end in spans)


def _lines(text: str, begin: int) -> list[Line]:
    found = []
    for match in _LINE.finditer(text, begin):
        raw = match[0]
        inner = raw.strip()
        if inner:
            start = match.start() + len(raw) - len(raw.lstrip())
            found.append(Line(start, start + len(inner), inner, len(raw) - len(raw.lstrip())))
    return found


def _read(text: str, lines: list[Line]) -> Iterator[Block]:
    reader, i = _Reader(), 0
    while i < len(lines):
        table = tables.piped(lines, i)
        if table is not None:
            yield from _of_table(table.rows, reader)
            i += table.lines
            continue
        heading = _heading(text, lines, i)
        if heading is not None:
            depth, words, taken = heading
            reader.enter(depth, words)
            yield Block("heading", lines[i].start, lines[i + taken - 1].end, reader.path())
            i += taken
            continue
        size = _together(text, lines, i)
        yield _block(reader, lines[i : i + size], text)
        i += size


def _of_table(rows: tables.Rows, reader: _Reader) -> Iterator[Block]:
    for row in rows.rows:
        kind: BlockKind = "row" if row.cells else "header"
        yield Block(kind, row.start, row.end, reader.path(), reader.lead, row.cells)


def _heading(text: str, lines: list[Line], i: int) -> tuple[int, str, int] | None:
    line = lines[i]
    if found := _ATX.match(line.text):
        return len(found[1]), plain_words(found[2]), 1
    if _is_underlined(text, lines, i):
        return (1 if lines[i + 1].text[0] == "=" else 2), plain_words(line.text), 2
    if asked := _ASKS.match(line.text):
        return 9, plain_words(asked[1]), 1
    if found := _BOLD.match(line.text):
        return (9 if found[1].strip()[-1] in "?？" else 7), plain_words(found[1]), 1
    if line.text[-1] in "?？" and len(line.text) <= 80 and i + 1 < len(lines):
        following = lines[i + 1]
        if not _ITEM.match(line.text) or following.text[-1] not in "?？":
            return 9, plain_words(line.text), 1
    return _part(text, lines, i)


def _is_underlined(text: str, lines: list[Line], i: int) -> bool:
    line = lines[i]
    if i + 1 >= len(lines) or len(line.text) > 80 or _ENDS.search(line.text):
        return False
    below = lines[i + 1]
    return bool(_UNDERLINE.match(below.text)) and text[line.end : below.start].count("\n") == 1


def _part(text: str, lines: list[Line], i: int) -> tuple[int, str, int] | None:
    line = lines[i]
    if len(line.text) > 40 or _ENDS.search(line.text) or i + 1 >= len(lines):
        return None
    if found := _PART.match(line.text):
        if found["four"] and _PART.match(lines[i + 1].text) and _is_next(line, lines[i + 1]):
            return None
        depth = next(n for n, k in enumerate(found.groupdict(), 2) if found[k])
        return depth, plain_words(line.text), 1
    alone = i == 0 or text[lines[i - 1].end : line.start].count("\n") > 1
    is_prose = len(lines[i + 1].text) > len(line.text)
    if alone and is_prose and not _ITEM.match(line.text) and not _PAIR.match(line.text):
        apart = text[line.end : lines[i + 1].start].count("\n") > 1
        if i == 0 or apart or len(line.text) <= 24:
            return (1 if i == 0 else 6), plain_words(line.text), 1
    return None


def _is_next(line: Line, following: Line) -> bool:
    one, two = re.match(r"\d+", line.text), re.match(r"\d+", following.text)
    return bool(one and two and int(two[0]) == int(one[0]) + 1)


def _together(text: str, lines: list[Line], i: int) -> int:
    """How many lines from ``i`` are one paragraph that was only wrapped."""
    widest, size = len(lines[i].text), 1
    while i + size < len(lines) and size < 400:
        last, new = lines[i + size - 1], lines[i + size]
        gap = text[last.end : new.start]
        if gap.count("\n") > 1 or _stands_alone(new) or "|" in new.text or "\t" in new.text:
            break
        widest = max(widest, len(new.text))
        if _ENDS.search(last.text) and last.text[-1] not in "，,、;；":
            break
        if len(last.text) < 24 or len(last.text) < widest * 0.7:
            break
        size += 1
    return size


def _stands_alone(line: Line) -> bool:
    patterns = (_ATX, _ITEM, _PAIR, _PART, _ASKS, _RULE, _BOLD)
    return any(pattern.match(line.text) for pattern in patterns)


def _block(reader: _Reader, lines: list[Line], text: str) -> Block:
    first, end = lines[0], lines[-1].end
    if _RULE.match(first.text):
        return Block("meta", first.start, end, reader.path())
    if _ITEM.match(first.text):
        while reader.items and reader.items[-1][0] >= first.indent:
            reader.items.pop()
        parents = " ".join((reader.lead, *(words for _, words in reader.items))).strip()
        reader.items.append((first.indent, plain_words(first.text)[:120]))
        return Block("item", first.start, end, reader.path(), parents)
    words = text[first.start : end]
    reader.items = []
    reader.lead = plain_words(words)[-160:] if words[-1] in ":：" else ""
    return Block("text", first.start, end, reader.path())


def plain_words(text: str) -> str:
    """The words of a line without the marks of Markdown."""
    return _MARKS.sub("", _ITEM.sub("", text, count=1) if text[:1] in "-*+•·●" else text).strip()
