"""A guide at a command line that asks the language model which the settings name."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from avatars.guides.brain import Piece
from avatars.guides.knowledge.document import Document
from avatars.guides.knowledge.library import Library
from server.commands.guide_asked import Guide
from server.commands.guide_line import Line
from server.run.clock import Clock
from server.run.guides.brains import Brains, pieces_of
from server.settings import Settings


@dataclass(slots=True)
class _House:
    """What brains need of a park, without one."""

    settings: Settings
    clock: Clock = field(default_factory=Clock)


class ModelGuide(Guide):
    """Answers by the model while it is at hand and well, else from the records alone."""

    def __init__(
        self, library: Library, today: date, brains: Brains, runner: asyncio.Runner
    ) -> None:
        super().__init__(library, today)
        self._brains = brains
        self._runner = runner

    @staticmethod
    @contextlib.contextmanager
    def asking(known: Sequence[Document], today: date, settings: Settings) -> Iterator[ModelGuide]:
        """A guide with its connections, which are closed afterwards."""
        if not settings.guide_model_url:
            print(
                "lingjing guide: no model is configured (guide_model_url); answering from the"
                " records alone / 没有配置语言模型，只按资料回答",
                file=sys.stderr,
            )
        with asyncio.Runner() as runner:
            brains = runner.run(_brains(settings))
            try:
                yield ModelGuide(Library.of(known), today, brains, runner)
            finally:
                runner.run(brains.close())

    def pieces(self, line: Line) -> list[Piece]:
        """What is said and done about a question."""
        return self._runner.run(pieces_of(self._brains.answer(self.question(line), self.library)))


async def _brains(settings: Settings) -> Brains:
    return Brains(_House(settings))
