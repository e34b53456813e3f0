"""Tokens of the index: ideographs and their pairs, stems, codes, and the concepts behind words."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

from typing import Final

from avatars.guides.knowledge.concepts import WORD, lexicon
from avatars.guides.knowledge.fold import is_han
from avatars.guides.knowledge.stems import stem
from avatars.guides.knowledge.terms import Terms, pairs

CONCEPT: Final = "#"
CODE: Final = "@"


def tokens(found: Terms) -> list[str]:
    """What a passage is indexed under; a token as often as it stands in the text."""
    text = found.text
    made = pairs(text)
    made += [each for each in text if is_han(each)]
    made += [root for word in WORD.findall(text) if (root := stem(word)) not in lexicon().stops]
    return made + _meanings(found) + [CONCEPT + key for key in sorted(_unnamed(found))]


def _unnamed(found: Terms) -> frozenset[str]:
    """Concepts that a text shows by a value, without their name."""
    named = {key for mark in found.marks if mark.kind == "concept" for key in mark.keys}
    return found.concepts - named


def context_tokens(found: Terms) -> list[str]:
    """What headings and titles add: once each, without single ideographs."""
    return sorted({token for token in tokens(found) if len(token) > 1})


def query_tokens(found: Terms) -> list[str]:
    """What a question is looked up by; words that mean nothing by themselves count by their pairs."""
    made: list[str] = []
    for mark in found.marks:
        if mark.kind == "number":
            continue
        made += pairs(mark.text)
        made += [each for each in mark.text if is_han(each)] if mark.kind == "han" else []
        made += [root for w in WORD.findall(mark.text) if (root := stem(w)) not in lexicon().stops]
    return made + _meanings(found)


def _meanings(found: Terms) -> list[str]:
    concepts = lexicon().concepts
    made = []
    for mark in found.marks:
        if mark.kind == "concept":
            for key in sorted(mark.keys):
                made += [CONCEPT + key] * (1 if concepts[key].weak or concepts[key].asks else 2)
        elif mark.kind == "code":
            made += [CODE + key for key in sorted(mark.keys)] * 2
    return made
