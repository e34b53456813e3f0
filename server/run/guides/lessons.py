"""Tests that staff set: questions with the documents that the answer must rest on.

They are run against the library as it is now by the brain that needs no model, so that the same
records always give the same marks.
"""

from __future__ import annotations

import asyncio
import time
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any, Final, NamedTuple

from avatars.guides.brain import Clause, Piece, Question
from avatars.guides.extractive.brain import answer
from avatars.guides.knowledge.library import Library
from avatars.guides.persona import Persona
from server.run.guides.house import House, today
from server.run.guides.library import LibraryKeeper
from server.run.guides.personas import Personas
from server.run.secrets import short_id
from server.store.guide_records import StoredRun, StoredTest

__all__ = ["Lessons", "Mark", "marked"]

AT_ONCE: Final = 10
"""Questions that one stay in a thread answers."""
LONGEST_ANSWER: Final = 600


class Mark(NamedTuple):
    """How one test went. ``reasons`` are codes, some with what is missing after a colon."""

    test: str
    passed: bool
    reasons: tuple[str, ...]
    answer: str
    at: float
    ms: float


class Lessons:
    """The tests of a park."""

    def __init__(self, house: House, library: LibraryKeeper, personas: Personas) -> None:
        self._house, self._library, self._personas = house, library, personas
        self._turn = asyncio.Lock()

    async def add(self, told: dict[str, Any], author: str) -> StoredTest:
        """Keep a test."""
        now = self._house.clock.now()
        new = StoredTest(f"t_{short_id()}", author=author, changed=now, **told)
        await self._house.archive.lessons.add_test(new)
        return new

    async def change(self, id: str, told: dict[str, Any], author: str) -> StoredTest:
        """Change a test, whose last result is forgotten; raises StoreError ``test_unknown``."""
        told = {name: list(v) if isinstance(v, tuple) else v for name, v in told.items()}
        told |= {"last": None, "author": author, "changed": self._house.clock.now()}
        return await self._house.archive.lessons.change_test(id, told)

    async def run(self) -> tuple[StoredRun, list[Mark]]:
        """Ask every question and keep how it went; one run at a time."""
        async with self._turn:
            library = await self._library.settled()
            tests = await self._house.archive.lessons.tests()
            marks: list[Mark] = []
            for start in range(0, len(tests), AT_ONCE):
                some = [(t, self._persona(t)) for t in tests[start : start + AT_ONCE]]
                marks += await asyncio.to_thread(
                    _asked, some, library, today(self._house), self._house.clock.now()
                )
            passed = sum(mark.passed for mark in marks)
            run = StoredRun(self._house.clock.now(), passed, len(marks) - passed)
            results = {mark.test: mark._asdict() for mark in marks}
            await self._house.archive.lessons.keep_run(run, results)
            return run, marks

    def _persona(self, test: StoredTest) -> Persona:
        known = {persona.id for persona in self._personas.all()}
        return self._personas.of(test.persona if test.persona in known else "")


def _asked(
    tests: Iterable[tuple[StoredTest, Persona]], library: Library, day: date, now: float
) -> list[Mark]:
    marks = []
    for test, persona in tests:
        lang: Any = test.lang
        begun = time.perf_counter()
        pieces = answer(Question(test.question, persona, day, lang), library)
        ms = round(1000 * (time.perf_counter() - begun), 1)
        marks.append(marked(test, pieces, now, ms))
    return marks


def marked(test: StoredTest, pieces: Iterable[Piece], at: float, ms: float) -> Mark:
    """How an answer does: it rests on one of the sources and says every fact.

    A test that names neither sources nor facts asks for what the records do not have.
    """
    clauses = [piece for piece in pieces if isinstance(piece, Clause)]
    said = " ".join(clause.text for clause in clauses)
    cited = {citation.document for clause in clauses for citation in clause.citations}
    answered = any(clause.kind == "answer" for clause in clauses)
    reasons: list[str] = []
    if not test.sources and not test.facts:
        reasons += ["answered"] if answered else []
    else:
        reasons += [] if answered else ["unanswered"]
        reasons += ["source"] if test.sources and not cited & set(test.sources) else []
        reasons += [f"fact:{fact}" for fact in test.facts if folded(fact) not in folded(said)]
    return Mark(test.id, not reasons, tuple(reasons), said[:LONGEST_ANSWER], at, ms)


def folded(text: str) -> str:
    """Words as they are compared: width, case, spaces and marks between digits aside."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in plain if not c.isspace() and c not in ",，")
