"""How far a sentence, an item or a row of the records is what a question wants."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from avatars.guides.extractive import values
from avatars.guides.extractive.wants import Need, Wants
from avatars.guides.knowledge.codes import families, is_in_range
from avatars.guides.knowledge.document import Document
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.library import Hit, Library
from avatars.guides.knowledge.split import Unit, own_text
from avatars.guides.knowledge.tables import Cell
from avatars.guides.knowledge.terms import Terms, terms


@dataclass(frozen=True, slots=True)
class Evidence:
    """A unit judged. ``cover``: the share of what is wanted that it speaks of, weighted, 0 to 1.

    ``missing`` are hard needs that it does not meet; ``typed``: it holds the kind of value that is
    asked for. ``cells`` are those of a row that were asked for; empty: the whole.
    """

    hit: Hit
    unit: Unit
    cover: float
    score: float
    typed: float
    missing: tuple[Need, ...]
    degrees: tuple[float, ...]
    cells: tuple[Cell, ...] = ()
    local: float = 0.0
    """The share that the unit itself speaks of, without headings and neighbours."""

    @property
    def document(self) -> Document:
        """The record that it stands in."""
        return self.hit.passage.document

    @property
    def quote(self) -> str:
        """Its words, exactly."""
        return self.document.text[self.unit.start : self.unit.end]


Fields = tuple[tuple[float, Terms], ...]


MOST: Final = 120
"""Units that are judged closely; of more, those that share most words with the question."""


def _promise(wanted: Wants, hit: Hit, unit: Unit, top: float) -> float:
    own = terms(own_text(hit.passage.document.text, unit))
    return hit.score / top + sum(
        need.weight * _match(need, own) for need in wanted.needs if need.weight >= 0.25
    )


def judged(wanted: Wants, hits: Iterable[Hit], library: Library) -> list[Evidence]:
    """Every unit of the passages found, best first."""
    found = list(hits)
    top = max((hit.score for hit in found), default=0.0) or 1.0
    units = [(hit, unit) for hit in found for unit in library.cuts[hit.index].units]
    if len(units) > MOST:
        units = sorted(units, key=lambda pair: -_promise(wanted, pair[0], pair[1], top))[:MOST]
    all_ = [_judge(wanted, hit, unit, hit.score / top) for hit, unit in units]
    order = {id(each): n for n, each in enumerate(all_)}
    return sorted(all_, key=lambda each: (-round(each.score, 4), order[id(each)]))


def _judge(wanted: Wants, hit: Hit, unit: Unit, rank: float) -> Evidence:
    document = hit.passage.document
    own = own_text(document.text, unit)
    fields = _fields(document, unit, own, "" if unit.cells else hit.passage.text)
    if _tells_apart(wanted, hit):
        fields = tuple(each for each in fields if each[0] >= 0.85)
    degrees = tuple(_degree(need, fields, own) for need in wanted.needs)
    weights = [_weight(need, wanted, document) for need in wanted.needs]
    total = sum(weights) or 1.0
    cover = sum(w * d for w, d in zip(weights, degrees, strict=True)) / total
    near = [_match(need, fields[0][1]) for need in wanted.needs]
    local = sum(w * d for w, d in zip(weights, near, strict=True))
    cells = _asked_cells(wanted, unit)
    shown = "；".join(f"{c.name}：{c.text}" for c in cells) if cells else own
    typed = has_types(wanted, shown)
    if cells and not typed and wanted.types == {"money"}:
        # A bare number under the head that is asked for: "B2租金".
        typed = 0.5 if "number" in values.kinds(cells[-1].text) else 0.0
    missing = tuple(
        need for need, d in zip(wanted.needs, degrees, strict=True) if need.hard and d < 0.5
    )
    score = cover + 0.12 * local / total + 0.25 * typed - 0.1 + 0.2 * rank
    score += 0.06 * (document.lang == wanted.lang) + 0.05 * _focus(wanted, fields[0][1])
    score -= 0.25 * len(missing) + 0.004 * min(10, len(own) / 60)
    return Evidence(hit, unit, cover, score, typed, missing, degrees, cells, local / total)


def _tells_apart(wanted: Wants, hit: Hit) -> bool:
    """Whether a passage speaks of several things of the kind that the question names one of."""
    for need in wanted.needs:
        if need.kind == "code" and not need.keys[0][0].startswith(("year:", "nth:")):
            family = families(need.keys[0][0])
            around = terms(hit.passage.text).codes
            if len({code for code in around if code.partition(":")[0] in family}) > 1:
                return True
    return False


def _fields(document: Document, unit: Unit, own: str, around: str) -> Fields:
    last, others = unit.headings[-1:], unit.headings[:-1]
    return (
        (1.0, terms(own)),
        *((0.95, terms(words)) for words in [unit.lead] if words),
        *((0.75 if _SEVERAL.search(words) else 0.95, terms(words)) for words in last),
        *((0.85, terms(words)) for words in others),
        (0.85, _title(document)),
        *((0.75, terms(words)) for words in [unit.before] if words),
        *((0.7, terms(words)) for words in [around] if words),
    )


_SEVERAL: Final = re.compile(r"^[^?？吗]{0,24}(?:[与和、/&]|及其?| and )[^?？吗]{0,24}$")
"""A heading that names several things says of none that a sentence is about it."""


def _title(document: Document) -> Terms:
    return terms(document.title)


def _degree(need: Need, fields: Fields, own: str) -> float:
    best = 0.0
    for factor, field in fields:
        if factor > best:
            best = max(best, factor * _match(need, field))
    parts = next((PARTS[key] for key, _ in need.keys if key in PARTS), ())
    if parts and best < 0.85:
        near = {key for factor, field in fields if factor >= 0.85 for key in field.concepts}
        near |= {"fee"} if "money" in values.kinds(own) else set()
        best = max(best, 0.85 if near.issuperset(parts) else 0.0)
    telling = values.TELLING.get(need.type, 0.0)
    return telling if best < telling and need.type in values.kinds(own) else best


@lru_cache(maxsize=65_536)
def _match(need: Need, field: Terms) -> float:
    if need.kind == "name":
        return 1.0 if need.text in field.text else 0.0
    if need.kind == "code":
        key = need.keys[0][0]
        return 1.0 if key in field.codes or is_in_range(key, field.text) else 0.0
    if need.kind == "word":
        return 1.0 if need.keys[0][0] in field.words else 0.0
    if need.kind == "han":
        if need.text in field.text:
            return 1.0
        if len(need.text) > 2 and _abbreviates(need.text, field.text):
            return 0.85
        if len(need.text) > 2 and need.text[-1] in SUFFIXES and need.text[:-1] in field.text:
            return 0.8
        inside = sum(gram in field.grams for gram, _ in need.keys)
        return 0.9 * inside / len(need.keys) if need.keys else 0.0
    best = max((share for key, share in need.keys if _has(key, field.concepts)), default=0.0)
    if len(need.text) > 1 and _stands_in(need.text, field):
        return 1.0
    return 0.94 * best


def _stands_in(words: str, field: Terms) -> bool:
    if not words.isascii():
        return words in field.text
    return words in field.text and f" {words} " in f" {_SIGNS.sub(' ', field.text)} "


_SIGNS: Final = re.compile(r"[^a-z0-9'-]+")


SUFFIXES: Final = "厂店馆室站所处厅楼区点费率量机器员者业品证库房间型类级"


PARTS: Final = {
    "rent_subsidy": ("rent", "subsidy"),
    "settle_reward": ("move_in", "subsidy"),
    "water_fee": ("water", "fee"),
    "power_fee": ("power", "fee"),
    "parking_fee": ("parking", "fee"),
    "rd_fund": ("lab", "subsidy"),
}
"""Concepts that two others say together."""
IMPLIED: Final = {"weekend": ("daily", "weekday"), "holiday": ("daily",), "night": ("daily",)}
"""Concepts of which others tell as well: whoever asks about Sundays is told "Monday to Friday"."""


def _has(key: str, concepts: frozenset[str]) -> bool:
    parts = PARTS.get(key)
    return (
        key in concepts
        or (parts is not None and concepts.issuperset(parts))
        or any(other in concepts for other in IMPLIED.get(key, ()))
    )


def _abbreviates(short: str, text: str) -> bool:
    """Whether a word may be short for one of a text: 三类证 for 三类医疗器械注册证."""
    if short[:2] not in text:
        return False
    rest = "[\u4e00-\u9fff]{0,12}?".join(map(re.escape, short[2:]))
    return re.search(re.escape(short[:2]) + "[\u4e00-\u9fff]{0,12}?" + rest, text) is not None


def _weight(need: Need, wanted: Wants, document: Document) -> float:
    if need.kind == "word" and document.lang != wanted.lang:
        return need.weight * (1.0 if need.hard else 0.7)
    return need.weight


def has_types(wanted: Wants, shown: str) -> float:
    """How far a text holds the kind of value that a question asks for: 1 when it asks for none.

    A number where a kind of number is asked for counts half.
    """
    if not wanted.types:
        return 1.0
    if wanted.counts and not values.counts_things(shown):
        return 0.0
    found = values.kinds(shown)
    exact = wanted.types - {"number"}
    if exact & found:
        return 1.0
    if "number" in wanted.types and found & {"number", "count"}:
        return 0.5 if exact else 1.0
    return 0.0


def _focus(wanted: Wants, own: Terms) -> float:
    if not own.concepts:
        return 0.0
    asked = {key for need in wanted.needs if need.kind == "concept" for key, _ in need.keys}
    return len(own.concepts & asked) / len(own.concepts)


def _asked_cells(wanted: Wants, unit: Unit) -> tuple[Cell, ...]:
    """The cells of a row whose columns are asked for, after the one that names the row."""
    if len(unit.cells) < 3:
        return ()
    needs = [need for need in wanted.needs if need.kind != "name" and need.weight >= 0.25]
    chosen = []
    for cell in unit.cells[1:]:
        head = terms(cell.name)
        degree = max((_match(need, head) for need in needs), default=0.0)
        if degree >= 0.45:
            chosen.append((degree, cell))
    exact = wanted.types - {"number", "place", "who"}
    if exact and not any(_holds(exact, cell) for _, cell in chosen):
        best = max((degree for degree, _ in chosen), default=1.0)
        chosen += [(best, cell) for cell in unit.cells[1:] if _holds(exact, cell)]
    if not chosen:
        return ()
    best = max(degree for degree, _ in chosen)
    named = [cell for cell in unit.cells if _names_row(wanted, cell)] or [unit.cells[0]]
    asked = [cell for degree, cell in chosen if degree >= best - 0.3]
    return tuple(cell for cell in unit.cells if cell in named or cell in asked)


def _holds(exact: frozenset[str], cell: Cell) -> bool:
    return bool(exact & values.kinds(f"{cell.name}：{cell.text}"))


def _names_row(wanted: Wants, cell: Cell) -> bool:
    found = terms(cell.text)
    return any(
        need.kind in ("code", "name", "han") and _match(need, found) >= 0.9
        for need in wanted.needs
        if need.weight >= 0.5
    )


def is_empty(words: str) -> bool:
    """Whether a cell says nothing."""
    return folded(words).strip(" -/—.*") in ("", "无数据", "n/a", "na", "tbd", "待定", "暂无", "空")
