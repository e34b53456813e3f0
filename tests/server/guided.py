"""A park with guides for tests: what their brain says is the test's, and clauses are short."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from avatars.guides.brain import ActionCall, Clause, Finish, Piece, Question
from avatars.guides.knowledge.document import Document
from avatars.guides.persona import Persona
from clients.headless import Visitor
from server.run.guides.library import stored_of
from server.run.guides.silent import Silent
from tests.scenes.samples import both
from tests.server.halls.guides.troupe import document
from tests.server.house import House, open_house

CLAUSE_MS = 20
GUIDES = ("guide-1", "guide-2")
Answer = Callable[[Question], Iterable[Piece]]


def echo(question: Question) -> Iterable[Piece]:
    """The question itself, and the end."""
    return (Clause(f"re: {question.text}", "en"), Finish("answered"))


def broken(question: Question) -> Iterable[Piece]:
    """Nothing but trouble."""
    raise RuntimeError(question.text)


@dataclass
class Brain:
    """Answers as it is told to; holds back for as long as ``holding`` is set."""

    says: Answer = echo
    asked: list[Question] = field(default_factory=list)
    verdicts: list[tuple[str, str]] = field(default_factory=list)
    closed: int = 0
    holding: asyncio.Event | None = None

    async def answer(
        self, question: Question, library: Any, acted: Callable[[ActionCall], Awaitable[Any]]
    ) -> AsyncIterator[Piece]:
        """The pieces that ``says`` has; an action's verdict is waited for, as models do."""
        self.asked.append(question)
        try:
            for piece in self.says(question):
                yield piece
                if isinstance(piece, ActionCall):
                    verdict = await acted(piece)
                    self.verdicts.append((piece.name, verdict.code))
            if self.holding is not None:
                await self.holding.wait()
        finally:
            self.closed += 1


class Quick:
    """Every clause takes a moment."""

    async def speak(self, clause: Clause, persona: Persona) -> Silent:
        """No sound, one mark."""
        return Silent(CLAUSE_MS, [(0, "aa", 1.0)])


def hall(hall_id: str) -> dict[str, Any]:
    """The sample hall with two guides who have no drawn bodies; the fox is near the first."""
    told = document()
    told["hall"]["id"] = hall_id
    for n, node in enumerate(GUIDES):
        told["nodes"][node] = {
            "kind": "guide",
            "name": both(node),
            "parent": None,
            "translation": [3.0 - 6 * n, 0, -1 + 5 * n],
            "guide": {"persona": "plain"},
        }
    return told


@contextlib.asynccontextmanager
async def guided(
    data: Path, *halls: str, scripted: bool = True, **settings: Any
) -> AsyncIterator[Any]:
    """Serve a park with these halls (``gallery`` by default); yields the house and its brain."""
    options = {"guide_questions_per_minute": 600, **settings}
    async with open_house(data, empty=True, **options) as house:
        for hall_id in halls or ("gallery",):
            if hall_id not in house.park.halls:
                await house.park.add_hall(hall(hall_id))
        guides, brain = house.park.guides, Brain()
        plain = Persona("plain", {"zh": "小境", "en": "Jing"}, both("hello"), body="none")
        guides.personas._known["plain"] = plain
        guides.bodies._recipe = ""  # nobody draws bodies, which takes seconds
        guides.recast()
        guides.tick(house.park.clock.now())
        guides.thinking.voice = Quick()
        if scripted:
            guides.thinking.brain = brain
        yield house, brain


@contextlib.asynccontextmanager
async def visitors(
    house: House, count: int, *, hall: str = "gallery", **options: Any
) -> AsyncIterator[list[Visitor]]:
    """So many visitors, all in one hall."""
    async with contextlib.AsyncExitStack() as stack:
        there = []
        for n in range(count):
            one = await stack.enter_async_context(Visitor(house.url, name=f"V{n}", **options))
            await one.join(hall)
            there.append(one)
        yield there


async def teach(house: House, id: str, title: str, text: str) -> None:
    """Put a document into what guides know."""
    library = house.park.guides.library
    kept = stored_of(Document(id, title, text), "test", house.park.clock.now())
    await library.keep(kept)
    await library.settled()
