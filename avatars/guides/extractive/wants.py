"""What a question wants: the things that an answer must speak of, and the kind of its value."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from avatars.guides.extractive import asking
from avatars.guides.extractive.asking import Form
from avatars.guides.extractive.heads import head, owners
from avatars.guides.knowledge.concepts import lexicon
from avatars.guides.knowledge.document import Lang
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.library import Library
from avatars.guides.knowledge.stems import stem
from avatars.guides.knowledge.terms import Mark, Terms, pairs, terms
from avatars.guides.knowledge.tokens import CODE, CONCEPT

NeedKind = Literal["concept", "code", "name", "word", "han"]


@dataclass(frozen=True, slots=True)
class Need:
    """Something that an answer must speak of. ``hard``: without it nothing is an answer."""

    kind: NeedKind
    text: str
    weight: float
    keys: tuple[tuple[str, float], ...] = ()
    hard: bool = False
    type: str = ""
    seen: bool = True
    is_head: bool = False
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Wants:
    """A question taken apart. ``years`` are the ones it names."""

    text: str
    terms: Terms
    lang: Lang
    needs: tuple[Need, ...]
    types: frozenset[str]
    form: Form
    years: tuple[int, ...]
    today: date
    is_vague: bool
    """Whether it names nothing that could be looked up."""
    counts: bool = False
    """Whether it asks how many there are of something."""


_SCOPE: Final = re.compile(r"园|基地|你们|\b(?:park|site|campus|here|estate|you)\b")


_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=年|\b)")
_TOPIC: Final = re.compile(r"的|(?:公司|科技|集团|大厦|工厂|有限)")


def wants(text: str, library: Library, lang: Lang, today: date) -> Wants:
    """A question taken apart against what a library knows."""
    plain = folded(text)
    found = terms(text)
    form, kinds = asking.form_of(plain), asking.kinds_of(plain)
    if form == "yes_no" or _IS_IT.search(plain):
        kinds = frozenset()
    years = tuple(int(found[1]) for found in _YEAR.finditer(plain))
    kinds = _widened(kinds, found)
    needs = _needs(text, found, library, head(found, lang), owners(found, lang))
    vague = _is_vague(plain, needs)
    counts = bool(kinds) and asking.counts(plain)
    return Wants(plain, found, lang, _scaled(needs), kinds, form, years, today, vague, counts)


_SHARED: Final = frozenset({"escalation", "subsidy", "discount", "rent_subsidy", "tax"})
"""Of these one is told a part as often as a sum."""


def _widened(kinds: frozenset[str], found: Terms) -> frozenset[str]:
    """Kinds that do as well: a span or an hour for a day, a part for a sum."""
    more: set[str] = set()
    if "date" in kinds:
        more |= {"time", "span"}
    if kinds & {"money", "number"} and found.concepts & _SHARED:
        more |= {"percent", "money"}
    return kinds | more


_EMPTY: Final = frozenset(
    ["procedure", "fee", "price", "time_word", "situation", "payment", "permitted", "apply"]
)


def _is_vague(plain: str, needs: list[Need]) -> bool:
    if _SCOPE.search(plain) or any(_says_something(need) for need in needs):
        return False
    return len(plain) <= 12 or (plain.isascii() and len(plain.split()) <= 6)


def _says_something(need: Need) -> bool:
    empty = need.kind == "concept" and all(key in _EMPTY for key, _ in need.keys)
    return need.weight >= 0.3 and not need.asks and not empty


_IS_IT: Final = re.compile(
    r"吗[?？]?\s*$|^(?:is|are|do|does|can|could|may|will|has|have|am)\b(?!.*\bhow\b)"
)


def _scaled(needs: list[Need]) -> tuple[Need, ...]:
    """Weak needs count when there are no others."""
    if any(need.weight >= 0.3 for need in needs):
        return tuple(needs)
    return tuple(replace(need, weight=1.0 if need.weight < 0.15 else need.weight) for need in needs)


MOST: Final = 24
"""Things that a question may name; of a longer one the rest is left out."""


def _needs(
    text: str, found: Terms, library: Library, asked: Mark | None, of: list[Mark]
) -> list[Need]:
    named = list(_named(found.text, library))
    made = [_name(found.text[a:b], library) for a, b in named]
    for n, mark in enumerate(found.marks):
        if any(a <= mark.start and mark.end <= b for a, b in named):
            continue
        after = found.text[mark.end : mark.end + 4]
        need = _need(mark, text, after, library, n == 0)
        if need is not None:
            need = _as_head(need) if mark == asked else need
            made.append(replace(need, hard=True) if mark in of and need.weight >= 0.5 else need)
    return made[:MOST]


def _as_head(need: Need) -> Need:
    """What is asked for by name counts more, and must be met."""
    if need.weight < 0.3 or need.kind == "code":
        return need
    return replace(need, weight=max(need.weight, 0.9), hard=True, is_head=True)


def _named(plain: str, library: Library) -> list[tuple[int, int]]:
    """Where names of the records stand in a question, longest first, none inside another."""
    spans: list[tuple[int, int]] = []
    inside = (name for name in library.names if name in plain and _is_proper(name))
    for name in sorted(inside, key=lambda name: (-len(name), name)):
        for match in re.finditer(_bounded(name), plain):
            a, b = match.span()
            if not any(x < b and a < y for x, y in spans):
                spans.append((a, b))
    return spans


def _bounded(name: str) -> str:
    left = r"(?<![a-z0-9])" if name[0].isascii() and name[0].isalnum() else ""
    right = r"(?![a-z0-9])" if name[-1].isascii() and name[-1].isalnum() else ""
    return left + re.escape(name) + right


def _is_proper(name: str) -> bool:
    """Whether a name of the records is one by itself, rather than a heading of plain words."""
    if re.search(r"[的与和及、,，:：]| (?:and|of|for|the|to|in) ", name):
        return False
    marks = terms(name).marks
    plain = sum(m.end - m.start for m in marks if m.kind in ("concept", "stop", "code"))
    return plain <= 0.6 * len(name)


def _name(name: str, library: Library) -> Need:
    share = library.share(name)
    return Need("name", name, 0.2 if share >= 0.3 else 1.4, hard=share < 0.3)


def _need(mark: Mark, text: str, after: str, library: Library, first: bool) -> Need | None:
    match mark.kind:
        case "concept":
            return _concept(mark, library)
        case "code":
            return _code(mark, library)
        case "word":
            return _word(mark, text, library, first)
        case "han":
            return _han(mark, after, library)
    return None


LIGHTER: Final = frozenset(
    [
        "annual",
        "monthly",
        "daily",
        "hourly",
        "first_year",
        "one_off",
        "minimum",
        "maximum",
        "unit",
        "building",
        "floor_level",
        "night",
        "lease",
        "weekday",
        "permitted",
        "equipment",
        "payment",
        "advance",
        "amount",
        "version",
        "policy",
        "review",
        "apply",
        "booking",
    ]
)
"""Concepts that qualify what is asked for, and are often left unsaid where it is on record."""


def _concept(mark: Mark, library: Library) -> Need:
    table = lexicon().concepts
    strong = [key for key in mark.keys if not table[key].weak]
    if not strong:
        return Need("concept", mark.text, 0.08, tuple((key, 1.0) for key in sorted(mark.keys)))
    if asking.WORDS.fullmatch(mark.text) or all(table[key].asks for key in strong):
        kind = next((table[key].type for key in strong if table[key].type), "")
        keys = tuple((key, 1.0) for key in sorted(strong))
        return Need("concept", mark.text, 0.18, keys, type=kind, asks=True)
    own = [key for key in strong if key not in ("fee", "price")] or strong
    rare = {key: rarity(library, CONCEPT + key) for key in own}
    most = max(rare.values())
    asked = any(table[key].asked for key in own)
    weight = (1.2 if asked else 1.0) * (0.45 + 0.55 * most)
    if set(own) <= {"fee", "price"}:
        weight = 0.25
    keys = tuple(sorted((key, max(0.5, value / most)) for key, value in rare.items()))
    if set(own) <= LIGHTER:
        weight = min(weight, 0.3)
    seen = any(library.frequency.get(CONCEPT + key) for key in own)
    type_ = next((table[key].type for key in own if table[key].type), "")
    return Need("concept", mark.text, weight, keys, type=type_, seen=seen)


def _code(mark: Mark, library: Library) -> Need:
    (key,) = mark.keys
    if key.startswith(("year:", "nth:")):
        return Need("code", mark.text, 0.15 if key.startswith("y") else 0.6, ((key, 1.0),))
    seen = bool(library.frequency.get(CODE + key))
    return Need("code", mark.text, 1.2, ((key, 1.0),), True, seen=seen)


def _word(mark: Mark, text: str, library: Library, first: bool) -> Need:
    (root,) = mark.keys
    capital = text[mark.start : mark.start + 1].isupper()
    proper = capital and not first
    rare = rarity(library, root)
    seen = bool(library.frequency.get(root))
    if library.share(mark.text) >= 0.3:
        return Need("word", mark.text, 0.15, ((root, 1.0),))
    if root in lexicon().light or root in lexicon().stops:
        return Need("word", mark.text, 0.12, ((root, 1.0),))
    weight = (1.4 if proper else 0.8) * (0.4 + 0.6 * rare)
    modifies = not seen and not proper and _modifies(mark, text)
    if not seen and not proper and not modifies:
        weight *= 0.5
    return Need("word", mark.text, weight, ((root, 1.0),), proper or modifies, seen=seen)


_NUMERAL: Final = re.compile("^[一二三四五六七八九十百千]{2,}")


_MODIFIES: Final = re.compile(r"[ -]([a-z]{3,})")


def _modifies(mark: Mark, text: str) -> bool:
    """Whether an English word stands right before another that has content: nitrogen gas."""
    after = _MODIFIES.match(folded(text), mark.end)
    if after is None:
        return False
    root = stem(after[1])
    return root not in lexicon().stops and root not in lexicon().light


def _han(mark: Mark, after: str, library: Library) -> Need:
    if len(mark.text) == 1:
        seen = bool(library.frequency.get(mark.text))
        return Need("han", mark.text, 0.15 if seen else 0.45, ((mark.text, 1.0),), seen=seen)
    if library.share(mark.text) >= 0.3:
        return Need("han", mark.text, 0.15)
    core = _NUMERAL.sub("", mark.text)
    grams = pairs(core if len(core) > 1 else mark.text)
    known = any(library.frequency.get(gram) for gram in grams)
    rare = max((rarity(library, gram) for gram in grams), default=1.0)
    weight = min(1.6, 0.75 + 0.2 * (len(mark.text) - 2)) * (0.4 + 0.6 * rare)
    hard = not known and bool(_TOPIC.match(after))
    if not known and not hard:
        weight *= 0.6
    return Need("han", mark.text, weight, tuple((gram, 1.0) for gram in grams), hard, seen=known)


def rarity(library: Library, token: str) -> float:
    """How rare a token is among the passages: 0 in all of them, 1 in none."""
    size = len(library.cuts) or 1
    frequency = library.frequency.get(token, 0)
    return max(0.0, math.log((size + 1) / (frequency + 0.5)) / math.log((size + 1) / 0.5))
