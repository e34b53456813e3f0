"""What a text is about: concepts, codes, names and words, with where each stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from avatars.guides.knowledge.codes import codes
from avatars.guides.knowledge.concepts import SMALL, WORD, lexicon
from avatars.guides.knowledge.fold import folded, is_han
from avatars.guides.knowledge.numerals import numbers
from avatars.guides.knowledge.shown import shown
from avatars.guides.knowledge.stems import stem

MarkKind = Literal["concept", "stop", "word", "han", "code", "number"]
LONGEST: Final = 4_000
"""Characters of one text that are looked at; passages are far shorter."""


class Mark(NamedTuple):
    """A stretch of a folded text: a form of concepts, a code, a word, ideographs of no form."""

    kind: MarkKind
    start: int
    end: int
    text: str
    keys: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """What a text is about. ``grams`` are pairs of neighbouring ideographs."""

    text: str
    marks: tuple[Mark, ...]
    concepts: frozenset[str]
    codes: frozenset[str]
    words: frozenset[str]
    grams: frozenset[str]


NOTHING: Final = Terms("", (), frozenset(), frozenset(), frozenset(), frozenset())


@lru_cache(maxsize=65_536)
def terms(text: str) -> Terms:
    """What a text is about; the text as people wrote it."""
    plain = folded(text[:LONGEST])
    marks = tuple(_marks(plain))
    return Terms(
        plain,
        marks,
        frozenset(key for mark in marks if mark.kind == "concept" for key in mark.keys)
        | shown(plain),
        frozenset(key for mark in marks if mark.kind == "code" for key in mark.keys),
        frozenset(stem(word) for word in WORD.findall(plain)),
        frozenset(pairs(plain)),
    )


def pairs(plain: str) -> list[str]:
    """Each two neighbouring ideographs of a folded text."""
    return [
        plain[i : i + 2] for i in range(len(plain) - 1) if is_han(plain[i]) and is_han(plain[i + 1])
    ]


def _marks(plain: str) -> list[Mark]:
    found = [
        Mark("code", code.start, code.end, plain[code.start : code.end], frozenset({code.key}))
        for code in codes(plain)
    ]
    found += [
        Mark("number", number.start, number.end, plain[number.start : number.end])
        for number in numbers(plain)
        if number.chinese
        and number.end - number.start > 1
        and not any(m.start < number.end and number.start < m.end for m in found)
    ]
    taken = bytearray(len(plain))
    for mark in found:
        taken[mark.start : mark.end] = b"\x01" * (mark.end - mark.start)
    found += _english(plain, taken)
    found += _chinese(plain, taken)
    return sorted(found, key=lambda mark: mark.start)


def _english(plain: str, taken: bytearray) -> list[Mark]:
    table, words = lexicon(), list(WORD.finditer(plain))
    roots = [stem(word[0]) for word in words]
    found, i = [], 0
    while i < len(words):
        start = words[i].start()
        if any(taken[start : words[i].end()]):
            i += 1
            continue
        size, keys = _phrase(table.words.get(roots[i], ()), roots, i)
        form, size = size > 0, max(size, 1)
        end = words[i + size - 1].end()
        found.append(_word(plain[start:end], start, end, roots[i], keys, form))
        taken[start:end] = b"\x01" * (end - start)
        i += size
    return found


def _phrase(
    choices: tuple[tuple[tuple[str, ...], frozenset[str]], ...], roots: list[str], i: int
) -> tuple[int, frozenset[str]]:
    """How many words the longest form takes that begins here, and what it means."""
    for form, keys in choices:
        if size := _length(form, roots, i):
            return size, keys
    return 0, frozenset()


def _length(form: tuple[str, ...], roots: list[str], i: int) -> int:
    """How many words a form takes from a place on, small words inside it too; 0: not there."""
    at = i
    for word in form:
        if i < at < len(roots) and roots[at] != word and roots[at] in SMALL:
            at += 1
        if at >= len(roots) or roots[at] != word:
            return 0
        at += 1
    return at - i


def _word(text: str, start: int, end: int, root: str, keys: frozenset[str], known: bool) -> Mark:
    if known and not (root in lexicon().stops and " " not in text and _weak(keys)):
        return Mark("concept", start, end, text, keys)
    if text.isdigit():
        return Mark("number", start, end, text)
    if root in lexicon().stops or len(text) < 2:
        return Mark("stop", start, end, text)
    return Mark("word", start, end, text, frozenset({root}))


def _weak(keys: frozenset[str]) -> bool:
    return all(lexicon().concepts[key].weak for key in keys)


def _chinese(plain: str, taken: bytearray) -> list[Mark]:
    found: list[Mark] = []
    table, i, rest = lexicon().han, 0, 0
    while i < len(plain):
        if taken[i]:
            found += _residue(plain, rest, i)
            i = rest = i + 1
            continue
        form, keys = _form(table.get(plain[i], ()), plain, i)
        if form:
            found += _residue(plain, rest, i)
            kind: MarkKind = "concept" if keys else "stop"
            found.append(Mark(kind, i, i + len(form), form, keys))
            i = rest = i + len(form)
        else:
            i += 1
    return _merged(found + _residue(plain, rest, len(plain)), plain)


_COUNTS: Final = "一二两三四五六七八九十几每各多数半哪个0123456789"
_MEASURES: Final = "条张款位名部项份次批件台套辆层栋间家个座只根块片支枚瓶桶箱包袋票笔单托吨度枚"
_OPEN_NAMES: Final = frozenset("无上中大小和平本成同老高低长南北东西")
"""Single ideographs that mean little by themselves and begin many names: 无锡, 中山, 大连."""


def beside_han(marks: list[Mark], n: int) -> bool:
    """Whether an unknown word follows a mark directly."""
    after = marks[n + 1] if n + 1 < len(marks) else None
    return after is not None and after.kind == "han" and after.start == marks[n].end


def _merged(marks: list[Mark], plain: str) -> list[Mark]:
    """Single ideographs of the lexicon inside unknown words are parts of those words."""
    made: list[Mark] = []
    for n, mark in enumerate(marks):
        last = made[-1] if made else None
        lone = mark.kind == "concept" and mark.end - mark.start == 1
        counted = mark.start and plain[mark.start - 1] in _COUNTS and mark.text[0] in _MEASURES
        if counted and lone:
            made.append(Mark("stop", mark.start, mark.end, mark.text))
            continue
        if counted and mark.kind == "han" and len(mark.text) > 1:
            made.append(Mark("stop", mark.start, mark.start + 1, mark.text[0]))
            made.append(Mark("han", mark.start + 1, mark.end, mark.text[1:]))
            continue
        beside = beside_han(marks, n)
        follows = last is not None and last.kind == "han" and last.end == mark.start
        if last is not None and follows and (mark.kind == "han" or lone):
            made[-1] = Mark("han", last.start, mark.end, plain[last.start : mark.end])
            continue
        if follows and beside and mark.kind == "stop" and mark.text in lexicon().light:
            made[-1] = Mark("han", made[-1].start, mark.end, plain[made[-1].start : mark.end])
            continue
        opens = mark.kind == "stop" and mark.text in _OPEN_NAMES
        if (lone or opens) and beside:
            made.append(Mark("han", mark.start, mark.end, mark.text))
        else:
            made.append(mark)
    return made


def _form(
    choices: tuple[tuple[str, frozenset[str]], ...], plain: str, i: int
) -> tuple[str, frozenset[str]]:
    for form, keys in choices:
        if plain.startswith(form, i):
            return form, keys
    return "", frozenset()


def _residue(plain: str, start: int, end: int) -> list[Mark]:
    found, i = [], start
    while i < end:
        j = i
        while j < end and is_han(plain[j]):
            j += 1
        if j > i:
            found.append(Mark("han", i, j, plain[i:j]))
        i = j + 1
    return found
