"""Answers put together from evidence: what to say, how much of it, and what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from avatars.guides.brain import Clause
from avatars.guides.extractive import instructions
from avatars.guides.extractive.evidence import Evidence
from avatars.guides.extractive.wants import Need, Wants
from avatars.guides.extractive.words import words
from avatars.guides.knowledge.document import Citation, Lang
from avatars.guides.knowledge.library import Library
from avatars.guides.knowledge.split import Unit, own_text
from avatars.guides.knowledge.structure import plain_words
from avatars.guides.knowledge.tables import Cell
from avatars.guides.knowledge.terms import Terms, terms

MOST: Final = 3
MOST_LISTED: Final = 12
ENOUGH_SAID: Final = 220
"""Characters after which nothing is added to an answer that is no list."""
NEAR: Final = 0.16
"""How much worse than the best a further sentence may be."""


def clauses(wanted: Wants, lang: Lang, fit: list[Evidence], library: Library) -> list[Clause]:
    """What to say: the best sentence first, then what belongs to it."""
    chosen = _chosen(wanted, fit, library)
    made = []
    for n, each in enumerate(chosen):
        opening = _opening(lang, each.document.lang) if n == 0 else ""
        made.append(Clause(opening + said(each), lang, "answer", (citation(each),)))
    return made


def _opening(lang: Lang, other: Lang) -> str:
    return "" if lang == other else words(f"only_{other}", lang)


def said(each: Evidence) -> str:
    """A unit as one says it: a row by its columns, other units as they are written."""
    if not each.unit.cells:
        return _ANSWER.sub("", plain_words(re.sub(r"\s*\n\s*", " ", each.quote)))
    cells = each.cells or each.unit.cells
    zh = each.document.lang == "zh"
    parts = [_cell(cell, zh) for cell in cells]
    if cells[0] == each.unit.cells[0]:
        parts[0] = cells[0].text
    head, rest = parts[0], parts[1:]
    colon, mark, end = ("：", "，", "。") if zh else (": ", ", ", ".")
    return (head + colon + mark.join(rest) if rest else head) + end


_UNIT: Final = re.compile(r"^(.*?)\s*[(（\[]([^)）\]]{1,24})[)）\]]\s*$")
_BARE: Final = re.compile(r"[\d,.\s~～–-]+$")


def _cell(cell: Cell, zh: bool) -> str:
    """A cell with its column's name; the unit in the name goes after a bare number."""
    name, text = cell.name, cell.text
    unit = _UNIT.match(name)
    if unit and _BARE.match(text):
        name, text = unit[1], f"{text} {unit[2]}"
    return (
        f"{name} {text}".strip()
        if zh
        else f"{name.lower() if name[1:].islower() else name} {text}".strip()
    )


_ANSWER: Final = re.compile(r"^(?:答\s*[:：]|[Aa](?:nswer)?\s*\d*[:：.]\s*|A\s(?=[^\x00-\x7f]))\s*")


def citation(each: Evidence) -> Citation:
    """What a unit is quoted from."""
    document = each.document
    return Citation(
        document.id, document.version, document.title, each.unit.start, each.unit.end, each.quote
    )


def _chosen(wanted: Wants, fit: list[Evidence], library: Library) -> list[Evidence]:
    best = fit[0]
    if wanted.form == "list" and (rows := _rows_of(wanted, best, library)):
        return rows
    if _INTRODUCE.search(wanted.text) and (opening := _opening_of(wanted, best, library)):
        return opening
    most = MOST_LISTED if wanted.form == "list" or _leads(best) else MOST
    chosen, seen = [best], {_key(best)}
    size = len(said(best))
    for each in [*_following(best, fit, library), *fit[1:]]:
        if len(chosen) >= most or (size > ENOUGH_SAID and most == MOST):
            break
        if _key(each) in seen or not _belongs(each, best, wanted):
            continue
        seen.add(_key(each))
        chosen.append(each)
        size += len(said(each))
    return [best, *sorted(chosen[1:], key=lambda each: _place(each, best))]


def _rows_of(wanted: Wants, best: Evidence, library: Library) -> list[Evidence]:
    """What the rows of a table are called, when the table as a whole is what is asked for."""
    headings = (best.document.title, *best.unit.headings)
    about = [terms(words) for words in headings]
    needs = [need for need in wanted.needs if need.weight >= NAMED and not need.asks]
    if len(best.unit.cells) < 3 or not needs or not all(_speaks(need, about) for need in needs):
        return []
    rows = [
        unit
        for cut in library.cuts
        if cut.passage.document.id == best.document.id
        for unit in cut.units
        if unit.headings == best.unit.headings and unit.cells
    ]
    names = [unit.cells[0].name for unit in rows]
    if len(rows) > MOST_LISTED or len(set(names)) > 1:
        return []
    named = [replace(_like(best, unit), cells=unit.cells[:1]) for unit in rows]
    return [each for each in named if not instructions.found_in(each.quote)]


_INTRODUCE: Final = re.compile(
    r"介绍|讲讲|说说|是(?:个|一个)?什么样?的?[?？]?$"
    r"|\btell (?:me|us) (?:more )?about\b|\bdescribe\b"
)


def _opening_of(wanted: Wants, best: Evidence, library: Library) -> list[Evidence]:
    """The first sentences of the section whose heading is what one wants to be told about."""
    needs = [need for need in wanted.needs if need.weight >= NAMED and not need.asks]
    last = [terms(words) for words in best.unit.headings[-1:]]
    if best.unit.cells or not needs or not all(_speaks(need, last) for need in needs):
        return []
    section = [
        unit
        for cut in library.cuts
        if cut.passage.document.id == best.document.id
        for unit in cut.units
        if unit.headings == best.unit.headings and not unit.cells
    ]
    told = [_like(best, unit) for unit in section if unit.holds(wanted.today)]
    return [each for each in told if not instructions.found_in(each.quote)][:MOST]


NAMED: Final = 0.3
"""From this weight on, something a question names is what it is about."""


def _speaks(need: Need, about: list[Terms]) -> bool:
    keys = {key for key, _ in need.keys}
    return any(keys & each.concepts or need.text in each.text for each in about)


def _key(each: Evidence) -> str:
    return re.sub(r"\W+", "", own_text(each.document.text, each.unit))


def _place(each: Evidence, best: Evidence) -> tuple[bool, str, int]:
    return each.document.id != best.document.id, each.document.id, each.unit.start


def _leads(each: Evidence) -> bool:
    return each.quote.rstrip("*_ ").endswith((":", "："))


def _following(best: Evidence, fit: Iterable[Evidence], library: Library) -> list[Evidence]:
    """What a sentence that ends in a colon leads to, or what makes a very short one whole."""
    units = library.cuts[best.hit.index].units
    at = units.index(best.unit)
    if not _leads(best):
        return []
    return [_like(best, unit) for unit in units[at + 1 : at + 1 + MOST_LISTED]]


def _like(best: Evidence, unit: Unit) -> Evidence:
    return Evidence(best.hit, unit, best.cover, best.score, best.typed, (), best.degrees)


def _are_rows(each: Evidence, best: Evidence) -> bool:
    """Whether both are rows of one table."""
    names = {cell.name for cell in each.unit.cells}
    return bool(names) and names & {cell.name for cell in best.unit.cells} != set()


def _belongs(each: Evidence, best: Evidence, wanted: Wants) -> bool:
    if each.document.lang != best.document.lang:
        return False
    same = each.document.id == best.document.id
    if wanted.form in ("least", "most") and best.cells:
        return False
    section = same and each.unit.headings == best.unit.headings
    if wanted.form == "list":
        if section and _are_rows(each, best):
            return each.cover >= best.cover - 0.3
        return section and each.score >= best.score - NEAR and not best.unit.cells
    near = NEAR if section else NEAR / 2
    return each.score >= best.score - near and each.cover >= best.cover - 0.12
