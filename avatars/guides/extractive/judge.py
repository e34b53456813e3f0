"""Whether what was found answers a question: coverage, what must not be missing, kinds of values."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import itertools
from typing import Final

from avatars.guides.extractive import (
    amounts,
    anchors,
    ends,
    instructions,
    opposites,
    rates,
    segments,
)
from avatars.guides.extractive.evidence import Evidence, is_empty
from avatars.guides.extractive.values import STRICT
from avatars.guides.extractive.wants import Need, Wants
from avatars.guides.knowledge.codes import families
from avatars.guides.knowledge.library import Library
from avatars.guides.knowledge.split import own_text
from avatars.guides.knowledge.terms import terms

CLOSELY: Final = 60
"""How many of the best are asked whether they answer."""
ENOUGH: Final = 0.6
"""The share of what is wanted that a sentence must speak of."""
ENOUGH_ABROAD: Final = 0.66
"""The same for records in the other language, where words alone never meet."""
WHOLE_ROW: Final = 0.75
"""How much of a question a row must hold to be said as a whole, when none of its columns is asked."""
SURE: Final = 0.75
RARE: Final = 0.85
RAREST: Final = 0.9
"""Of a question's rare thing a record must speak, unless it speaks of nearly all the rest."""
EASED: Final = 0.12
"""By how much less is enough of a sentence that names what is asked for, with such a value."""
SHADOW: Final = 0.06
"""What speaks of less than a sentence that tells of a sibling does not tell of the thing either."""
LOOSE: Final = 0.8
"""A sentence that shares no word with a question must speak of this much by other words."""
DEARER: Final = 0.3
"""By how much another language must be better to go before the question's own."""
ACTING: Final = frozenset(
    [
        "repair",
        "customise",
        "subdivide",
        "handover",
        "booking",
        "apply",
        "review",
        "terminate",
        "renewal",
        "transport",
        "drive",
        "walk",
        "lost",
        "sale",
        "permitted",
        "prohibited",
        "payment",
        "distance",
        "validity",
        "deadline",
        "procedure",
        "requirement",
        "discount",
        "function",
        "hiring",
        "principle",
        "inspection",
        "history",
    ]
)
"""Concepts of doing something: a record may answer without their words."""
KEY: Final = 0.55
"""From this weight on, a need that the records never meet is not made up for by others."""


def answers(wanted: Wants, evidence: list[Evidence], library: Library) -> list[Evidence]:
    """The evidence that is an answer, best first; empty when the records do not have it."""
    near = evidence[:CLOSELY]
    told = max((each.cover for each in near if _differs(wanted, each)), default=0.0)
    fit = [e for e in near if e.cover > told - SHADOW and is_answer(wanted, e, library)]
    own = [each for each in fit if each.document.lang == wanted.lang]
    if own and own[0].score >= fit[0].score - DEARER:
        return own + [each for each in fit if each.document.lang != wanted.lang]
    return fit


def is_answer(wanted: Wants, each: Evidence, library: Library) -> bool:
    """Whether one unit is an answer by itself."""
    enough = ENOUGH if each.document.lang == wanted.lang else ENOUGH_ABROAD
    if _is_on_point(wanted, each):
        enough -= EASED
    elif _says_the_rarest(wanted, each):
        enough -= EASED / 2
    if each.document.lang != wanted.lang and not _is_met_abroad(wanted, each):
        return False
    untold = "place" in wanted.types and not each.typed
    if untold or (each.cover < LOOSE and not _is_tied(wanted, each)):
        return False
    if each.document.lang == wanted.lang and _lacks_a_qualifier(wanted, each):
        return False
    if each.cover < enough or instructions.found_in(each.quote):
        return False
    if amounts.differ(wanted.text, each.hit.passage.text) or _differs(wanted, each):
        return False
    if not _is_typed(wanted, each) or _is_of_another_year(wanted, each):
        return False
    whole = WHOLE_ROW - 0.15 * bool(wanted.types & {"who", "place"})
    if len(each.unit.cells) >= 3 and not each.cells and each.local < whole:
        return False
    if each.cells and all(is_empty(cell.text) for cell in each.cells[1:]):
        return False
    if any(not _is_made_up_for(need, each, library) for need in each.missing):
        return False
    lost = [need for need, d in zip(wanted.needs, each.degrees, strict=True) if _is_lost(need, d)]
    if lost and (each.cover < SURE or any(need.weight >= RAREST for need in lost)):
        return False
    return not any(_is_absent(need, d) for need, d in zip(wanted.needs, each.degrees, strict=True))


def _differs(wanted: Wants, each: Evidence) -> bool:
    """Whether it tells of a sibling of what is asked: the other side, end or measure."""
    own = own_text(each.document.text, each.unit)
    text = wanted.text
    return opposites.clash(text, own) or rates.differ(text, own) or ends.differ(text, own)


def _is_tied(wanted: Wants, each: Evidence) -> bool:
    """Whether it shares a word with what is asked about; records of another language need not."""
    if each.document.lang != wanted.lang:
        return True
    unit, document = each.unit, each.document
    said = " ".join([own_text(document.text, unit), *unit.headings, unit.lead, document.title])
    things = (n for n in wanted.needs if not n.asks and n.weight >= KEY and not _acts(n))
    return anchors.is_tied((need.text for need in things), said)


def _is_on_point(wanted: Wants, each: Evidence) -> bool:
    """Whether it names what is asked for and holds a value of the kind."""
    heads = [d for need, d in zip(wanted.needs, each.degrees, strict=True) if need.is_head]
    others = [
        d
        for need, d in zip(wanted.needs, each.degrees, strict=True)
        if not need.is_head and need.weight >= KEY and not need.asks and not _acts(need)
    ]
    if others and max(others) < 0.5:
        return False
    return bool(heads) and min(heads) >= 0.9 and bool(wanted.types) and each.typed > 0


def _acts(need: Need) -> bool:
    return need.kind == "concept" and all(key in ACTING for key, _ in need.keys)


def _is_typed(wanted: Wants, each: Evidence) -> bool:
    """Whether it holds the kind of value that is asked for, when it must."""
    strict = wanted.types & STRICT
    if not strict:
        return True
    if "date" in strict:
        strict -= {"time", "span"}
    if not _is_about(wanted, each) or _is_of_something_else(wanted, each):
        return False
    if each.typed < 1.0 and not _names_quantity(wanted, each):
        return False
    if "length" in wanted.types and not _names_length(wanted, each):
        return False
    if strict <= {"money", "number"} and "money" in strict:
        rows = bool(each.unit.cells) and each.typed > 0
        return each.typed == 1.0 or (rows and _is_on_point(wanted, each))
    return each.typed >= (1.0 if strict - {"number"} else 0.5)


def _says_the_rarest(wanted: Wants, each: Evidence) -> bool:
    """Whether the unit itself, or what it stands under, names the weightiest thing asked about."""
    pairs = zip(wanted.needs, each.degrees, strict=True)
    heaviest = max(pairs, key=lambda pair: pair[0].weight, default=None)
    return heaviest is not None and heaviest[0].weight >= KEY and heaviest[1] >= 0.94


def _is_met_abroad(wanted: Wants, each: Evidence) -> bool:
    """Whether a record in the other language speaks of everything that matters."""
    return _is_about(wanted, each, KEY) and all(
        d >= 0.4
        for need, d in zip(wanted.needs, each.degrees, strict=True)
        if need.weight >= KEY and not need.asks and not _acts(need)
    )


def _names_length(wanted: Wants, each: Evidence) -> bool:
    """Whether the length that is asked for is named: what is six metres high is not so deep."""
    asked = [
        d
        for need, d in zip(wanted.needs, each.degrees, strict=True)
        if {key for key, _ in need.keys} & _LENGTHS
    ]
    return not asked or max(asked) >= 0.65


def _is_about(wanted: Wants, each: Evidence, least: float = 0.25) -> bool:
    """Whether it, or what it stands under, names something of what the question is about."""
    about = [
        d
        for need, d in zip(wanted.needs, each.degrees, strict=True)
        if not need.asks and need.weight >= least
    ]
    return (not about and least < KEY) or max(about, default=0.0) >= 0.8


def _is_of_something_else(wanted: Wants, each: Evidence) -> bool:
    """Whether the value that is asked for stands beside another thing than the one asked about."""
    kinds = wanted.types - {"number"}
    things = [
        need
        for need in wanted.needs
        if not need.asks and need.weight >= KEY and need.kind in ("concept", "han", "name")
    ]
    if not kinds or not things or each.unit.cells:
        return False
    heaviest = max(things, key=lambda need: (need.is_head, need.weight))
    return segments.belongs_elsewhere(each.quote, heaviest.text, kinds)


_LENGTHS: Final = frozenset({"depth", "width", "length", "ceiling_height"})


def _names_quantity(wanted: Wants, each: Evidence) -> bool:
    """Whether it names the quantity that is asked for, when its unit does not show it."""
    asking = [d for need, d in zip(wanted.needs, each.degrees, strict=True) if need.asks]
    specific = wanted.types - {"number", "money", "data"}
    return not specific or _is_on_point(wanted, each) or max(asking, default=0.0) >= 0.65


def _is_of_another_year(wanted: Wants, each: Evidence) -> bool:
    """Whether the question names years and the record speaks of none of them."""
    if not wanted.years or set(wanted.years) == {wanted.today.year}:
        return False
    document, passage = each.document, each.hit.passage
    said = f"{document.id} {document.title} {' '.join(passage.headings)} {passage.text}"
    if any(str(year) in said for year in wanted.years):
        return False
    first, last = document.valid_from, document.valid_until
    return not any(
        first is not None and first.year <= year and (last is None or year <= last.year)
        for year in wanted.years
    )


def _lacks_a_qualifier(wanted: Wants, each: Evidence) -> bool:
    """Whether an unknown word stands right before a thing: 安家补贴 is not any 补贴."""
    needs = list(zip(wanted.needs, each.degrees, strict=True))
    for (one, degree), (two, _) in itertools.pairwise(needs):
        unknown = one.kind == "han" and len(one.text) > 1 and not one.seen and degree < 0.3
        if unknown and two.weight >= ENOUGH and one.text + two.text in wanted.text:
            return True
    return False


def _is_lost(need: Need, degree: float) -> bool:
    """A rare thing that a question names and the record does not speak of."""
    return need.weight >= RARE and degree < 0.3 and not need.asks and not _acts(need)


def _is_absent(need: Need, degree: float) -> bool:
    """A thing of weight that no record speaks of, so that nothing can answer."""
    return not need.seen and degree == 0.0 and need.weight >= KEY and not _acts(need)


def _is_made_up_for(need: Need, each: Evidence, library: Library) -> bool:
    """A building that is on record, and a rule that names none: it holds for that one too."""
    if need.kind != "code" or not need.seen:
        return False
    family = families(need.keys[0][0])
    text = each.document.text
    start = max(0, each.hit.passage.start)
    around = terms(text[start : each.hit.passage.end]).codes | terms(each.document.title).codes
    return not any(code.partition(":")[0] in family for code in around)
