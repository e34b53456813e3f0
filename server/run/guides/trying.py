"""Trying a guide: a question answered as a visitor would be, for staff alone, and not kept."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from typing import Any, Final, Literal, NamedTuple

from avatars.guides.actions import RULES
from avatars.guides.brain import ActionCall, Clause, Exchange, Finish, Piece, Question, Sight
from avatars.guides.extractive.brain import answer
from avatars.guides.knowledge.document import Visibility
from avatars.guides.knowledge.library import Hit, Library
from server.halls.guides.sights import sights
from server.run.guides.house import today
from server.run.guides.thinking import Acted

LONGEST: Final = 60.0
"""Seconds that a trial may take."""
MOST_PIECES: Final = 100
HITS: Final = 5


class Wanted(NamedTuple):
    """What is asked of whom. ``brain`` empty: whichever visitors get."""

    question: str
    persona: str
    lang: Literal["zh", "en", ""]
    audience: Visibility
    brain: Literal["extractive", "model", ""]
    history: tuple[Exchange, ...] = ()


class Trial(NamedTuple):
    """What a guide would say, what was found, milliseconds until the first clause."""

    pieces: list[Piece]
    hits: list[Hit]
    ms: float


async def tried(park: Any, wanted: Wanted) -> Trial:
    """Ask a guide something; raises GuideError ``persona_unknown``."""
    library: Library = await park.guides.library.settled()
    day, persona = today(park), park.guides.personas.of(wanted.persona)
    question = Question(
        wanted.question,
        persona,
        day,
        wanted.lang,
        wanted.history,
        wanted.audience,
        _near(park, persona.id),
        frozenset(RULES),
    )
    only, audience = persona.knowledge, wanted.audience
    hits = library.search(wanted.question, today=day, audience=audience, only=only, k=HITS)
    if wanted.brain == "extractive":
        begun = time.perf_counter()
        pieces = await asyncio.to_thread(answer, question, library)
        return Trial(list(pieces), hits, _since(begun))
    return await _listened(park.guides.brains.answer(question, library, _nothing), hits)


def _near(park: Any, persona: str) -> tuple[Sight, ...]:
    """What stands in the halls where this guide is, else where visitors come in: a trial is in all
    of them at once, to show what would be done in each."""
    ids = dict.fromkeys(hall for hall, _ in park.guides.personas.used(persona))
    halls = [park.halls.get(id) for id in ids or (park.first_hall,)]
    layers = [hall.editing.layers.published for hall in halls if hall is not None]
    return tuple(sight for layer in layers for sight in sights(layer, (0.0, 0.0, 0.0)))


async def _listened(saying: AsyncIterator[Piece], hits: list[Hit]) -> Trial:
    begun, first, pieces = time.perf_counter(), 0.0, list[Piece]()
    try:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LONGEST):
                async for piece in saying:
                    first = first or (_since(begun) if isinstance(piece, Clause) else 0.0)
                    pieces.append(piece)
                    if isinstance(piece, Finish) or len(pieces) >= MOST_PIECES:
                        break
    finally:
        close = getattr(saying, "aclose", None)
        if close is not None:
            await close()
    return Trial(pieces, hits, first or _since(begun))


async def _nothing(call: ActionCall) -> Acted:
    """Nobody is in a hall where something could be done: it is said to be done."""
    return Acted("done")


def _since(begun: float) -> float:
    return round(1000 * (time.perf_counter() - begun), 1)
