"""How long a guide takes: to find among a thousand passages, and to begin an answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from avatars.guides.brain import Sight
from avatars.guides.dialogue import standalone
from avatars.guides.extractive.brain import answer
from avatars.guides.knowledge.document import Document
from avatars.guides.knowledge.library import Library
from server.commands.bench_guide_judge import question_of
from server.commands.bench_guide_questions import Judged

MANY = 1000
"""Passages of the library that retrieval is timed on."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds at the median, at the 95th of a hundred, and at worst, of ``count`` tries."""

    p50: float
    p95: float
    worst: float
    count: int


def times_of(work: Sequence[Callable[[], object]]) -> Times:
    """Do each piece of work once and tell how long they took."""
    return summed_up([_timed(each) for each in work])


def summed_up(ms: Sequence[float]) -> Times:
    """The figures of some measurements, by nearest rank."""
    ranked = sorted(ms)

    def at(share: float) -> float:
        return round(ranked[max(0, math.ceil(share * len(ranked)) - 1)], 3)

    return Times(at(0.5), at(0.95), at(1.0), len(ranked))


def retrieval(library: Library, questions: Sequence[Judged]) -> Times:
    """How long each question's search takes."""

    def search(asked: Judged) -> Callable[[], object]:
        query = standalone(question_of(asked, ()))
        return lambda: library.search(query, today=asked.today)

    return times_of([search(each) for each in questions])


def first_clause(
    library: Library, questions: Sequence[Judged], sights: Sequence[Sight]
) -> Times:  # the extractive brain gives the whole answer at once
    """How long it takes from a question until its answer begins."""

    def ask(asked: Judged) -> Callable[[], object]:
        question = question_of(asked, sights)
        return lambda: answer(question, library)

    return times_of([ask(each) for each in questions])


def multiplied(documents: Sequence[Document], passages: int, least: int = MANY) -> list[Document]:
    """The documents, and variations of them under other ids, until ``least`` passages are there."""
    rounds = max(1, math.ceil(least / max(1, passages)))
    return [each for n in range(rounds) for each in _varied(documents, n)]


def _varied(documents: Sequence[Document], n: int) -> Iterator[Document]:
    """Documents whose digits are turned by ``n``: the same shapes with other figures."""
    turned = str.maketrans("0123456789", "".join(str((d + n) % 10) for d in range(10)))
    for each in documents:
        yield (
            each if n == 0 else replace(each, id=f"{n}/{each.id}", text=each.text.translate(turned))
        )


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000
