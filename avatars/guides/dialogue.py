"""Questions that lean on what was said before, and what was heard of an answer cut short."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from avatars.guides.brain import Clause, Exchange, Question
from avatars.guides.knowledge.concepts import lexicon
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.terms import Mark, terms

MOST: Final = 12
"""Exchanges that are looked back at."""
_MARKERS: Final = re.compile(
    r"^(?:那么|那|还有|另外|然后|换成|如果是|要是|再问)|呢[?？。\s]*$|^(?:and|what about|how about|or|then|also|what if|same for|so what)\b"
)
_REFERS: Final = re.compile(
    r"它|他们|它们|这个|那个|这栋|那栋|这家|那家|这台|那台|这里|那里|这间|那间|该公司|这项|那项|其中|上面|刚才|这种|那种|这层|那层"
    r"|\b(?:it|its|it's|they|them|their|theirs|there|that one|this one|those|these|that|the same|he|she|his|her)\b"
)
_HERE: Final = re.compile(
    r"这里(?:有|能|可)|is there|are there|how (?:do|can) (?:i|we) get there|there (?:is|are)"
)
_FILLER: Final = re.compile(
    r"^(?:那么|那|还有|另外|然后|请问|再问一下|and|what about|how about|or|then|also|so)[,，\s]*|[呢吗吧啊呀?？。!！\s]+$"
)
_THINGS: Final = ("han", "word")


def standalone(question: Question) -> str:
    """The question with what it leaves unsaid, taken from the exchanges before it."""
    return resolved(question.text, question.history)


def resolved(text: str, history: Sequence[Exchange]) -> str:
    """A question made whole by the history; itself when it needs nothing."""
    if not history:
        return text
    previous = resolved_before(history[-MOST:])
    plain = folded(text)
    own = _content(plain)
    leans = bool(_MARKERS.search(plain)) or _refers(plain) or _is_short(plain, own)
    if not leans:
        return text
    kept = _kept(previous, history[-1].answer, plain, own)
    rest = _FILLER.sub("", _FILLER.sub("", text.strip()))
    return f"{kept} {rest}".strip() if kept else text


def resolved_before(history: Sequence[Exchange]) -> str:
    """The last question of a history, made whole by those before it."""
    whole = ""
    for n, exchange in enumerate(history):
        whole = exchange.question if n == 0 else _joined(whole, history[n - 1], exchange)
    return whole


def _joined(whole: str, before: Exchange, exchange: Exchange) -> str:
    plain = folded(exchange.question)
    own = _content(plain)
    if not (_MARKERS.search(plain) or _refers(plain) or _is_short(plain, own)):
        return exchange.question
    kept = _kept(whole, before.answer, plain, own)
    return f"{kept} {_FILLER.sub('', exchange.question.strip())}".strip()


def _refers(plain: str) -> bool:
    return bool(_REFERS.search(plain)) and not _HERE.search(plain)


def _is_short(plain: str, own: list[Mark]) -> bool:
    """Whether a question only names a value or only a thing, so that the rest was said before."""
    entities = [mark for mark in own if mark.kind in (*_THINGS, "code")]
    concepts = [mark for mark in own if mark.kind == "concept"]
    if not own:
        return len(plain) <= 24
    return (
        len(own) == 1
        and len(plain) <= (10 if not plain.isascii() else 30)
        and not (entities and concepts)
    )


def _content(plain: str) -> list[Mark]:
    """What a question names: not its stop words, nor weak concepts."""
    table = lexicon().concepts
    return [
        mark
        for mark in terms(plain).marks
        if mark.kind in (*_THINGS, "code")
        or (
            mark.kind == "concept"
            and any(not table[key].weak and not table[key].asks for key in mark.keys)
        )
    ]


def _kept(previous: str, answer: str, plain: str, own: list[Mark]) -> str:
    """What of the question before still holds."""
    text = folded(previous)
    refers = _refers(plain)
    asks = any(_is_asking(mark) for mark in terms(plain).marks)
    kept = [
        mark
        for mark in terms(text).marks
        if (mark.kind != "stop" or mark.text in _QUESTION_WORDS)
        and not _is_replaced(mark, own, refers, asks)
    ]
    words = [text[mark.start : mark.end] for mark in kept]
    named = [*kept, *own]
    if refers and not any(mark.kind in (*_THINGS, "code") for mark in named):
        words += _entities(answer)
    return " ".join(words)


_QUESTION_WORDS: Final = frozenset(
    [
        "多少",
        "几",
        "哪",
        "哪里",
        "哪儿",
        "谁",
        "什么",
        "怎么",
        "如何",
        "是多少",
        "多",
        "where",
        "when",
        "who",
        "how",
        "what",
        "which",
        "why",
    ]
)


def _is_asking(mark: Mark) -> bool:
    table = lexicon().concepts
    return mark.kind == "concept" and any(table[key].asks for key in mark.keys)


def _is_replaced(mark: Mark, own: list[Mark], refers: bool, asks: bool) -> bool:
    """Whether something of the question before gives way to what is asked now."""
    concepts = [each for each in own if each.kind == "concept"]
    values = asks or any(_is_value(each) for each in concepts)
    if mark.kind == "code":
        return any(_family(mark) & _family(each) for each in own if each.kind == "code")
    if mark.kind in _THINGS:
        return not refers and any(each.kind in _THINGS for each in own)
    if mark.kind == "concept" and not _is_asking(mark):
        if any(each.keys & mark.keys for each in concepts):
            return True
        if _is_value(mark):
            return values and mark.text not in _ANY_VALUE
        things = [each for each in concepts if not _is_value(each) and _is_thing(each)]
        return bool(things) and not refers and _is_thing(mark)
    return values


_ANY_VALUE: Final = frozenset({"多少钱", "在哪", "在哪里", "哪里", "几点", "how much", "where"})
_RATES: Final = frozenset(
    [
        "annual",
        "monthly",
        "daily",
        "hourly",
        "one_off",
        "minimum",
        "maximum",
        "advance",
        "night",
        "weekend",
        "holiday",
    ]
)


def _is_thing(mark: Mark) -> bool:
    return not mark.keys <= _RATES


def _family(mark: Mark) -> set[str]:
    kinds = {key.partition(":")[0] for key in mark.keys}
    return kinds | {"house", "id"} if kinds & {"house", "id"} else kinds


def _is_value(mark: Mark) -> bool:
    table = lexicon().concepts
    return any(table[key].asked or table[key].type for key in mark.keys)


def _entities(answer: str) -> list[str]:
    """What an answer spoke of first: its first code, else its first name."""
    found = [mark for mark in terms(folded(answer[:200])).marks if mark.kind == "code"]
    return [found[0].text] if found else []


def heard(clauses: Sequence[Clause], whole: int, ms: int, durations: Sequence[int] = ()) -> str:
    """What a visitor heard of an answer that was cut short.

    ``whole`` clauses were heard to their end, ``ms`` milliseconds of the next; ``durations`` in
    milliseconds tell which part of it that was, and without them 180 ms a character are taken.
    """
    said = [clause.text for clause in clauses[: max(0, whole)]]
    if 0 <= whole < len(clauses) and ms > 0:
        text = clauses[whole].text
        length = durations[whole] if whole < len(durations) else _guess(text)
        part = text[: int(len(text) * min(1.0, ms / max(1, length)))]
        said.append(part.rstrip() + "…" if part and len(part) < len(text) else part)
    return " ".join(part for part in said if part)


def _guess(text: str) -> int:
    return sum(180 if character > "\u2e7f" else 65 for character in text)
