"""Concepts behind words: the lexicon made ready to be looked up in Chinese and in English.

A row of the lexicon is ``concept [~ weak | = asked for by itself | ? asks] [@type of its values] |
Chinese forms | English forms``. A form may stand in several rows and then means all of them; a
concept may have several rows, and is what its first says.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.lexicon import (
    building,
    companies,
    general,
    leasing,
    policy,
    services,
    transport,
    wider,
)
from avatars.guides.knowledge.stems import stem

WORD: Final = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_TABLES: Final = (leasing, building, services, transport, policy, companies, general, wider)


class Concept(NamedTuple):
    """One row. ``weak`` says little by itself; ``asked`` is a thing one asks the value of; ``asks``
    is a way of asking rather than a thing."""

    key: str
    weak: bool = False
    asked: bool = False
    type: str = ""
    asks: bool = False


class Lexicon(NamedTuple):
    """Forms by their beginning, longest first; what a form means. Stop words mean nothing."""

    concepts: dict[str, Concept]
    han: dict[str, tuple[tuple[str, frozenset[str]], ...]]
    words: dict[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]
    stops: frozenset[str]
    light: frozenset[str]
    """English stems of everyday talk, and Chinese words of it."""


@cache
def lexicon() -> Lexicon:
    """The lexicon, made when it is first wanted."""
    concepts: dict[str, Concept] = {}
    han: dict[str, set[str]] = {}
    words: dict[tuple[str, ...], set[str]] = {}
    for line in (row for table in _TABLES for row in table.ROWS.strip().splitlines()):
        head, chinese, english = (part.strip() for part in line.split("|"))
        concept = _concept(head)
        concepts.setdefault(concept.key, concept)
        for form in folded(chinese).split():
            _put(form, concept.key, han, words)
        for form in folded(english).split(","):
            words.setdefault(phrase(form), set()).add(concept.key)
    for form in folded(f"{general.STOP_ZH} {general.LIGHT_ZH}").split():
        if all(concepts[key].weak for key in han.get(form, ())):
            han[form] = set()
    words.pop((), None)
    stops = frozenset(stem(word) for word in general.STOP_EN.split())
    light = frozenset(stem(word) for word in general.LIGHT_EN.split())
    light |= frozenset(general.LIGHT_ZH.split()) - frozenset(general.STOP_ZH.split())
    return Lexicon(concepts, _by_first(han), _by_first(words), stops, light)


def _concept(head: str) -> Concept:
    key, *flags = head.split()
    kind = next((flag[1:] for flag in flags if flag.startswith("@")), "")
    return Concept(key, "~" in flags, "=" in flags, kind, "?" in flags)


def _put(
    form: str, key: str, han: dict[str, set[str]], words: dict[tuple[str, ...], set[str]]
) -> None:
    if form.isascii():
        words.setdefault(phrase(form), set()).add(key)
    else:
        han.setdefault(form, set()).add(key)


def _by_first(forms: dict) -> dict:  # type: ignore[type-arg]
    found: dict = {}  # type: ignore[type-arg]
    for form, keys in sorted(forms.items(), key=lambda item: (-len(item[0]), item[0])):
        found.setdefault(form[0], []).append((form, frozenset(keys)))
    return {first: tuple(rest) for first, rest in found.items()}


SMALL: Final = frozenset(["a", "an", "the", "my", "our", "your", "their", "its", "this", "that"])
"""Words that may stand inside a phrase: "end the lease early" is "end my lease early"."""


def phrase(text: str) -> tuple[str, ...]:
    """The stems of a form's words, without small words inside it."""
    found = stems(text)
    return tuple(w for n, w in enumerate(found) if not 0 < n < len(found) - 1 or w not in SMALL)


def stems(text: str) -> tuple[str, ...]:
    """The stems of a folded text's words, in order."""
    return tuple(stem(word) for word in WORD.findall(text))
