"""Holds what is said against what it rests on: nothing that can be checked may be new.

Numbers, money, percentages, days, times, telephone numbers, codes and names of a text must be in
one of its sources, in whatever way either is written: 三千五百二十平方米 rests on
``3,520 ㎡``, 半价 on 五折, 5 pm on 17:00. Conversions count only when they are exactly equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from avatars.guides.facts.names import is_held, squeezed
from avatars.guides.facts.quantity import Quantity
from avatars.guides.facts.read import Facts, facts

__all__ = ["Unfounded", "prepare", "unfounded"]

Kind = Literal["number", "date", "price", "name"]
COUNTS: Final = frozenset({"", "#thing", "#number", "#time"})
"""Ways of counting that tell nothing of what is counted."""


class Unfounded(NamedTuple):
    """Something that no source holds: what sort of thing it is, and as it was written."""

    kind: Kind
    value: str


def unfounded(
    text: str, sources: Sequence[str], lang: str = "zh", known: Sequence[str] = ()
) -> list[Unfounded]:
    """What a text says that its sources do not hold, in no order; empty when all is founded.

    ``known``: names that need no source, such as the guide's own.
    """
    said = facts(text)
    held = [facts(source) for source in sources]
    return list(
        dict.fromkeys([*_numbers(said, held), *_days(said, held), *_names(said, held, known)])
    )


def prepare(sources: Sequence[str]) -> None:
    """Read sources beforehand, so that clauses which cite them are judged at once."""
    for source in sources:
        facts(source)


def _numbers(said: Facts, held: list[Facts]) -> Iterator[Unfounded]:
    for each in said.quantities:
        if not each.weak and not any(_holds(source, each) for source in held):
            yield Unfounded(
                "price" if each.is_money else "number", said.text[each.start : each.end]
            )
    for phone in said.phones - {p for source in held for p in source.phones}:
        yield Unfounded("number", phone)
    for word in said.free - {w for source in held for w in source.free}:
        yield Unfounded("price", word)


def _holds(source: Facts, said: Quantity) -> bool:
    if any(_same(said, each, source) for each in source.quantities):
        return True
    # A year alone may stand in the source as part of a day, or the other way round.
    bare = said.dimension in COUNTS and said.raw.denominator == 1
    return bare and any(f.day and f.day.year == said.raw for f in source.days)


def _same(said: Quantity, held: Quantity, source: Facts) -> bool:
    a, b = said.dimension, held.dimension
    if a == b:
        return said.value == held.value and _same_per(said, held, source)
    if {a, b} == {"off", "%"}:
        return said.value == held.value and (a == "off" or said.value == said.value.__class__(1, 2))
    if _counts(a) and _counts(b):
        return said.raw == held.raw and (a in COUNTS or b in COUNTS)
    # A cell of a table: the unit stands in the heading of its column.
    return b == "" and a in source.units and said.raw == held.raw and _same_per(said, held, source)


def _counts(dimension: str) -> bool:
    return dimension == "" or dimension.startswith("#")


def _same_per(said: Quantity, held: Quantity, source: Facts) -> bool:
    if not said.per or said.per == held.per:
        return True
    return said.per <= (held.per | source.pers) and not (held.per - said.per)


def _days(said: Facts, held: list[Facts]) -> Iterator[Unfounded]:
    for each in said.days:
        day = each.day
        days = [f.day for source in held for f in source.days if f.day]
        years = {q.raw for source in held for q in source.quantities if q.dimension in COUNTS}
        alone = day is not None and not day.month and day.year in years
        if (
            day
            and not alone
            and not any(found.says(day) for found in days)
            and not _shadowed(said, each)
        ):
            yield Unfounded("date", said.text[each.start : each.end])
    for each in said.times:
        if not any(f.minutes == each.minutes for source in held for f in source.times):
            yield Unfounded("date", said.text[each.start : each.end])


def _shadowed(said: Facts, found: object) -> bool:
    """Whether it is a day without its year whose like with the year is judged anyway."""
    mine = next(f for f in said.days if f is found)
    return any(
        other is not mine and (other.start, other.end) == (mine.start, mine.end)
        and other.day and mine.day and other.day.year and not mine.day.year
        for other in said.days
    )  # fmt: skip


def _names(said: Facts, held: list[Facts], known: Sequence[str]) -> Iterator[Unfounded]:
    whole = [*(source.bare for source in held), *(squeezed(name) for name in known)]
    for name in said.names:
        if not any(is_held(name, text) for text in whole):
            yield Unfounded("name", name)
