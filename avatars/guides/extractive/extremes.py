"""The least and the most: which row of a table has the lowest rent, the largest floor."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from avatars.guides.extractive import values
from avatars.guides.extractive.evidence import Evidence
from avatars.guides.extractive.wants import Need, Wants
from avatars.guides.knowledge.codes import codes
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.numerals import numbers
from avatars.guides.knowledge.tables import Cell
from avatars.guides.knowledge.terms import terms

_ASKS: Final = re.compile(
    r"哪|什么|谁|最.{1,3}的(?:是|$|\W)|\b(?:which|what|who)\b|^(?:the )?(?:cheapest|largest|biggest|smallest|lowest|highest)"
)
_KINDS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("money", r"便宜|贵|租金|价格|实惠|划算|cheap|expensive|rent|price|cost"),
        ("area", r"大|小|面积|宽敞|large|big|small|area|size|spacious"),
        ("load", r"荷载|承重|load"),
        ("length", r"高(?!的?租)|矮|tall|high|low ceiling|height"),
        ("weight", r"重|轻|heavy|heaviest|light"),
        ("distance", r"远|近|near|close|far"),
        ("speed", r"快|慢|fast|slow"),
        ("people", r"员工|人(?:数|最)|employees|people|staff"),
        ("date", r"早|新|老|old|new|early|earliest|first"),
        ("power", r"电|功率|power"),
    )
)
_COLUMN: Final = {
    "money": "rent fee price", "area": "area", "load": "floor_load", "length": "ceiling_height",
    "weight": "weight payload", "distance": "distance range", "speed": "speed",
    "people": "headcount capacity", "date": "founded construction_year", "power": "power rated_power",
}  # fmt: skip


def is_asked(wanted: Wants) -> bool:
    """Whether a question asks which of several has the least or the most of something."""
    return wanted.form in ("least", "most") and bool(_ASKS.search(wanted.text))


def extreme(wanted: Wants, found: Iterable[Evidence]) -> list[Evidence]:
    """The row with the least or the most, with its cell; empty when no table tells."""
    tables: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[Evidence]] = defaultdict(list)
    for each in found:
        if each.unit.cells:
            names = tuple(sorted(cell.name for cell in each.unit.cells))
            tables[each.document.id, each.unit.headings, names[:1]].append(each)
    best = [row for rows in tables.values() if (row := _of_table(wanted, rows)) is not None]
    best.sort(key=lambda each: (each.document.lang != wanted.lang, -each.score))
    return best[:1]


def _of_table(wanted: Wants, rows: list[Evidence]) -> Evidence | None:
    column = _column(wanted, rows[0].unit.cells)
    if column is None or len(rows) < 2:
        return None
    fitting = [
        (value, row)
        for row in rows
        if _fits(wanted, row, column)
        if (value := _value(row, column)) is not None
    ]
    if not fitting:
        return None
    pick = min if wanted.form == "least" else max
    _, row = pick(fitting, key=lambda pair: (pair[0], -pair[1].unit.start))
    cells = (row.unit.cells[0], *(cell for cell in row.unit.cells[1:] if cell.name == column))
    return replace(row, cells=cells)


def _column(wanted: Wants, cells: tuple[Cell, ...]) -> str | None:
    """The column that is compared: one that the question names, else one of its kind of value."""
    kinds = [kind for kind, rule in _KINDS if rule.search(wanted.text)]
    for kind in kinds:
        keys = set(_COLUMN[kind].split())
        for cell in cells[1:]:
            if keys & terms(cell.name).concepts or kind in values.kinds(f"{cell.name} {cell.text}"):
                return cell.name
    return None


def _fits(wanted: Wants, row: Evidence, column: str) -> bool:
    """Whether a row is one of those asked about; what the column says need not be in it."""
    head = terms(column).concepts
    for need, degree in zip(wanted.needs, row.degrees, strict=True):
        if need.weight > 0.3 and not need.asks and degree < 0.5 and not _is_column(need, head):
            return False
    return True


def _is_column(need: Need, head: frozenset[str]) -> bool:
    return any(key in head or key in ("rent", "fee", "price", "area") for key, _ in need.keys)


def _value(row: Evidence, column: str) -> float | None:
    text = next((cell.text for cell in row.unit.cells if cell.name == column), "")
    plain = folded(text)
    named = [(code.start, code.end) for code in codes(plain) if code.kind != "year"]
    return next(
        (n.value for n in numbers(plain) if not any(a <= n.start < b for a, b in named)), None
    )
