"""Documents cut into passages, and passages into units that can be an answer; spans are exact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from avatars.guides.knowledge.document import Document, Passage
from avatars.guides.knowledge.structure import Block, blocks
from avatars.guides.knowledge.tables import Cell
from avatars.guides.knowledge.validity import Validity, of_row, of_section

LONGEST: Final = 480
"""Characters that a passage grows to before the next one begins."""
LONGEST_SENTENCE: Final = 320
MOST_ROWS_ALONE: Final = 4_000
"""Rows of one document that are passages by themselves; of longer tables ten go together."""
_SENTENCE: Final = re.compile(
    r".+?(?:[。！？!?；;]+[”’」』）)\"']*|\.(?=\s|$)(?<!\bNo\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bDr\.)"
    r"(?<!\bMr\.)(?<!\bSt\.)(?<!\bCo\.)(?<!\bLtd\.)(?<!\bvs\.)(?<!\ba\.m\.)(?<!\bp\.m\.)|$)",
    re.DOTALL,
)


class Unit(NamedTuple):
    """A sentence, an item or a row: what an answer is made of. ``before`` leads up to it."""

    start: int
    end: int
    headings: tuple[str, ...]
    lead: str = ""
    before: str = ""
    cells: tuple[Cell, ...] = ()
    first: date | None = None
    last: date | None = None
    """The days from and until which it holds, when its section, item or row says so."""

    def holds(self, today: date) -> bool:
        """Whether what it says is in force."""
        early = self.first is not None and today < self.first
        return not early and (self.last is None or today <= self.last)


def own_text(text: str, unit: Unit) -> str:
    """What a unit says by itself; a row with the names of its columns."""
    if not unit.cells:
        return text[unit.start : unit.end]
    return "； ".join(
        f"{cell.name}：{cell.text}" if cell.name else cell.text for cell in unit.cells
    )


class Cut(NamedTuple):
    """A passage with its units."""

    passage: Passage
    units: tuple[Unit, ...]


def passages(document: Document) -> tuple[Passage, ...]:
    """The passages of a document, in order; all of its text but front matter and comments."""
    return tuple(cut.passage for cut in cuts(document))


def cuts(document: Document) -> tuple[Cut, ...]:
    """The passages of a document with their units, in order."""
    built = blocks(document.text, document.id if "." in document.id else document.title)
    rows = sum(block.kind == "row" for block in built)
    groups = _grouped(built, 1 if rows <= MOST_ROWS_ALONE else 10)
    made = [cut for group in groups for cut in _cut(document, group)]
    return tuple(dated(document.text, made))


def dated(text: str, made: list[Cut]) -> Iterator[Cut]:
    """Cuts whose units know the days that their section, their item or their row gives them."""
    sections: dict[tuple[str, ...], Validity] = {}
    for cut in made:
        for unit in cut.units:
            if len(unit.headings) > 1 and not unit.cells:
                said = of_section(text[unit.start : unit.end])
                old = sections.get(unit.headings, Validity())
                sections[unit.headings] = Validity(old.first or said.first, old.last or said.last)
    for cut in made:
        units = tuple(_dated(text, unit, sections) for unit in cut.units)
        yield Cut(cut.passage, units)


def _dated(text: str, unit: Unit, sections: dict[tuple[str, ...], Validity]) -> Unit:
    if unit.cells:
        said = of_row(unit.cells)
    elif len(unit.headings) > 1:
        said = sections.get(unit.headings, Validity())
    else:
        said = Validity()
    return unit._replace(first=said.first, last=said.last) if said != Validity() else unit


def _grouped(built: Iterable[Block], rows: int) -> Iterator[list[Block]]:
    group: list[Block] = []
    kinds: Counter[str] = Counter()
    for block in built:
        if block.kind == "meta":
            continue
        if group and _begins(group[0], kinds, block, rows):
            yield group
            group, kinds = [], Counter()
        group.append(block)
        kinds[block.kind] += 1
    if group:
        yield group


def _begins(first: Block, kinds: Counter[str], block: Block, rows: int) -> bool:
    """Whether a block begins a new passage after a group, told by its first block and how many
    it has of each kind: whoever looked through the group anew would take a day over a long one."""
    if block.kind == "heading":
        return kinds.total() > kinds["heading"]
    if block.kind in ("row", "header"):
        return kinds["row"] >= rows or kinds["text"] + kinds["item"] > 0
    return kinds["row"] > 0 or block.end - first.start > LONGEST


def _cut(document: Document, group: list[Block]) -> Iterator[Cut]:
    start, end, path = group[0].start, group[-1].end, group[-1].headings
    units = [unit for block in group for unit in _units(document.text, block)]
    if end - start <= 3 * LONGEST or not units:
        yield Cut(Passage(document, start, end, path), tuple(units))
        return
    for part in _parts(units, start, end):
        yield Cut(Passage(document, part[0], part[1], path), tuple(part[2]))


def _parts(units: list[Unit], start: int, end: int) -> Iterator[tuple[int, int, list[Unit]]]:
    held: list[Unit] = []
    for unit in units:
        if held and unit.end - start > LONGEST:
            yield start, held[-1].end, held
            start, held = unit.start, []
        held.append(unit)
    yield start, end, held


def _units(text: str, block: Block) -> Iterator[Unit]:
    if block.kind in ("heading", "header"):
        return
    if block.kind == "row":
        yield Unit(block.start, block.end, block.headings, block.lead, cells=block.cells)
        return
    before, lead, named = "", block.lead, ""
    for start, end in sentences(text, block.start, block.end):
        if text[end - 1] in "?？" or text[start:end].rstrip("*_ )）")[-1:] in "?？":
            lead = f"{lead} {text[start:end]}".strip()[-240:]
            continue
        if not _LEANS.match(text, start, end):
            named = _subject(text[start:end])
        yield Unit(start, end, block.headings, _led(lead, named, text, start, end), before)
        before = f"{before} {text[start:end]}"[-240:]


_LEANS: Final = re.compile(
    r"(?:It|They|Its|Their|These|This one)\b|[其它](?![他余它实中次])|该[馆楼棚厅库]"
)
_VERB: Final = re.compile(r"\b(?:is|are|was|were|has|have|offers?|serves?|lies|stands|holds)\b")


def _subject(sentence: str) -> str:
    """What an English sentence is about, as far as one sees it: its words before the verb."""
    verb = _VERB.search(sentence)
    return sentence[: verb.start()].strip() if verb and verb.start() <= 60 else ""


def _led(lead: str, named: str, text: str, start: int, end: int) -> str:
    """What leads up to a sentence; of one that begins with "it", what that is."""
    return f"{lead} {named}".strip() if named and _LEANS.match(text, start, end) else lead


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of a stretch; ones without an end are cut at commas or anywhere."""
    at = start
    while at < end:
        found = _SENTENCE.match(text, at, min(end, at + LONGEST_SENTENCE))
        stop = found.end() if found else end
        if stop < end and stop == at + LONGEST_SENTENCE:
            stop = _cut_at(text, at, stop)
        raw = text[at:stop]
        inner = raw.strip()
        if inner:
            first = at + len(raw) - len(raw.lstrip())
            loose = len(inner) - len(inner.lstrip("*_ ")) if inner.count("**") % 2 else 0
            if inner[loose:]:
                yield first + loose, first + len(inner)
        at = stop


def _cut_at(text: str, at: int, stop: int) -> int:
    comma = max(text.rfind(mark, at + 80, stop) for mark in "，,、 ")
    return comma + 1 if comma > 0 else stop
