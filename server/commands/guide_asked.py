"""A guide at a command line: a library, a day, a brain; it remembers a talk in words."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, cast

from avatars.guides.actions import ACTIONS
from avatars.guides.brain import Exchange, Piece, Question
from avatars.guides.dialogue import MOST
from avatars.guides.extractive.brain import answer
from avatars.guides.knowledge.document import Document, Lang
from avatars.guides.knowledge.library import Library
from avatars.guides.persona import Persona
from server.commands.guide_line import Line, LineError, joined, read, refused, written

PERSONA: Final = Persona("guide", {"zh": "讲解员", "en": "Guide"}, {"zh": "您好", "en": "Hello"})
ALLOWED: Final = frozenset(rule.name for rule in ACTIONS if rule.where == "asker")
"""Where there is no hall, only what opens before the one who asks."""


class Guide:
    """Answers lines and words; made by ``open``."""

    def __init__(self, library: Library, today: date) -> None:
        self.library = library
        self.today = today
        self._history: tuple[Exchange, ...] = ()

    @staticmethod
    @contextlib.contextmanager
    def opened(known: Sequence[Document], today: date) -> Iterator[Guide]:
        """A guide over these records."""
        guide = Guide(Library.of(known), today)
        guide.warm()
        yield guide

    def warm(self) -> None:
        """Have tables ready before the first question comes."""
        for text in ("B1栋租金多少钱？", "What time does the park open, and which is cheapest?"):
            answer(self.question(Line("", text)), self.library)

    def pieces(self, line: Line) -> list[Piece]:
        """What is said and done about a question."""
        return answer(self.question(line), self.library)

    def question(self, line: Line) -> Question:
        """A line as brains take it."""
        lang = cast(Lang, line.lang) if line.lang in ("zh", "en") else ""
        return Question(line.text, PERSONA, self.today, lang, line.history, actions=ALLOWED)

    def line(self, raw: str) -> dict[str, Any] | None:
        """The answer to a line of JSON, or what is wrong with it; None for an empty line."""
        if not raw.strip():
            return None
        begun = time.perf_counter()
        try:
            line = read(raw)
        except LineError as error:
            return refused(error)
        try:
            pieces = self.pieces(line)
        except Exception:  # noqa: BLE001 - one question's fault must not end the others
            return refused(LineError(line.id, "internal"))
        return written(line.id, pieces, (time.perf_counter() - begun) * 1000)

    def words(self, text: str) -> str:
        """The answer to a question, in words, with sources; remembers it."""
        found = written("", self.pieces(Line("", text[:4000], history=self._history)), 0.0)
        exchange = Exchange(text, found["answer"])
        self._history = (*self._history, exchange)[-MOST:]
        sources = [f"  [{c['document']} {c['start']}–{c['end']}]" for c in found["citations"]]
        return "\n".join([joined([found["answer"]]), *sources])
