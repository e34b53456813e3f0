"""Answers questions: by a language model while one is at hand and well, else from records alone."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, Protocol

from avatars.guides.brain import ActionCall, Clause, Finish, Piece, Question
from avatars.guides.checking import is_like
from avatars.guides.extractive.brain import answer as extract
from avatars.guides.knowledge.library import Library
from avatars.guides.safety.injection import is_instruction
from server.log import logger
from server.outside.openai_endpoint import NoAnswerError
from server.run.clock import Clock
from server.run.guides.embedding import Embedding
from server.run.guides.model_answer import ModelAnswer, Verdict
from server.run.guides.models import Models
from server.settings import Settings

log = logger("guides")
SETTLED: Final = frozenset({"small_talk", "refused"})
"""What the records' brain decides for both: no model is needed for a greeting or a refusal."""


class House(Protocol):
    """What brains need of the park."""

    settings: Settings
    clock: Clock


@dataclass(frozen=True, slots=True)
class BrainStatus:
    """How the brains are, for the desk and for the notes that pages show.

    ``barred``: a model is named that lies abroad, and the operator has not consented.
    """

    brain: Literal["model", "extractive"]
    configured: bool
    healthy: bool
    abroad: bool
    barred: bool
    host: str
    model: str
    last_error: str
    last_error_at: float
    last_success_at: float
    tokens: int
    voice: bool
    voice_healthy: bool
    listening: bool
    embeddings: bool


class Brains:
    """The brains of one park.

    ``used`` is told of tokens as they are spent, ``may_spend`` is asked before: whoever keeps the
    limits sets both.
    """

    def __init__(self, house: House, models: Models | None = None) -> None:
        self._house = house
        self.models = models or Models(house)
        self.embedding = Embedding(self.models, house.clock.now)
        self.used: Callable[[int], None] = lambda tokens: None
        self.may_spend: Callable[[], bool] = lambda: True
        self.tokens = 0
        """Tokens since the start."""

    async def answer(
        self,
        question: Question,
        library: Library,
        acted: Callable[[ActionCall], Awaitable[Verdict]] | None = None,
        brain: Literal["", "extractive", "model"] = "",
    ) -> AsyncGenerator[Piece, None]:
        """The pieces of an answer, in order, a ``Finish`` last; closing it stops the model.

        ``acted`` tells what became of a call: it is awaited after the call was yielded. ``brain``
        names the one to use, where staff try them out.
        """
        spare = asyncio.ensure_future(asyncio.to_thread(extract, question, library))
        answering: AsyncGenerator[Piece, None] | None = None
        try:
            if brain == "extractive" or not self._wants_model(question):
                for piece in await spare:
                    yield piece
                return
            answering = self._by_model(question, library, acted, spare)
            async for piece in answering:
                yield piece
        finally:
            if answering is not None:
                await answering.aclose()
            spare.cancel()
            await asyncio.gather(spare, return_exceptions=True)

    def _wants_model(self, question: Question) -> bool:
        """Whether a model is to be asked. Orders to the machine are no matter for one."""
        return (
            self.models.endpoint("model") is not None
            and self.may_spend()
            and not is_instruction(question.text)
        )

    async def _by_model(
        self,
        question: Question,
        library: Library,
        acted: Callable[[ActionCall], Awaitable[Verdict]] | None,
        spare: asyncio.Future[list[Piece]],
    ) -> AsyncGenerator[Piece, None]:
        held = await asyncio.shield(spare)
        end = held[-1]
        now = self._house.clock.now()
        client = None
        if not (isinstance(end, Finish) and end.why in SETTLED):
            client = self.models.client("model", now)
        if client is None:
            for piece in held:
                yield piece
            return
        breaker = self.models.breakers["model"]
        read = frozenset(piece.name for piece in held if isinstance(piece, ActionCall))
        vector, known = await self.embedding.of(question, library)
        work = ModelAnswer(client, question, known, vector, acted, self._spent, read)
        pieces = work.pieces()
        settled = False
        try:
            async for piece in pieces:
                yield piece
            breaker.went_well(self._house.clock.now())
            settled = True
        except NoAnswerError as error:
            breaker.failed(self._house.clock.now(), str(error), error.wait)
            settled = True
            log.warning("guide_model_failed", code=error.code, detail=error.detail)
        finally:
            if not settled:
                breaker.given_up()
            await pieces.aclose()
        for piece in _after(held, work):
            yield piece

    def _spent(self, tokens: int) -> None:
        self.tokens += tokens
        self.used(tokens)

    def status(self) -> BrainStatus:
        """How the brains are now."""
        now = self._house.clock.now()
        endpoint = self.models.endpoint("model")
        breaker = self.models.breakers["model"]
        healthy = endpoint is not None and breaker.is_healthy(now)
        return BrainStatus(
            brain="model" if healthy and self.may_spend() else "extractive",
            configured=bool(self._house.settings.guide_model_url),
            healthy=healthy,
            abroad=any(self.models.is_abroad(use) for use in ("model", "embeddings", "speech",
                                                              "transcribe")),
            barred=self.models.is_barred("model"),
            host=endpoint.host if endpoint else "",
            model=endpoint.model if endpoint else "",
            last_error=breaker.last_error,
            last_error_at=breaker.last_failure,
            last_success_at=breaker.last_success,
            tokens=self.tokens,
            voice=self.models.endpoint("speech") is not None,
            voice_healthy=self.models.breakers["speech"].is_healthy(now),
            listening=self.models.endpoint("transcribe") is not None,
            embeddings=self.models.endpoint("embeddings") is not None,
        )  # fmt: skip

    async def close(self) -> None:
        """Stop what goes on and close every connection."""
        await self.embedding.close()
        with contextlib.suppress(Exception):
            await self.models.close()


def _after(held: list[Piece], work: ModelAnswer) -> list[Piece]:
    """What is still to be said after a model: nothing when it answered, else what the records say
    and it did not."""
    end = held[-1]
    why = end.why if isinstance(end, Finish) else "answered"
    if work.is_whole:
        return [Finish(work.why, "model")]
    said = work.said
    answered = any(clause.kind == "answer" for clause in said)
    if answered and why != "answered":
        return [Finish("answered", "model")]
    done = {(call.name, str(dict(call.args))) for call in work.calls}
    rest = [piece for piece in held[:-1] if _is_new(piece, said, done, answered)]
    if answered and not rest:
        return [Finish("answered", "model")]
    return [*rest, Finish(why, "extractive")]


def _is_new(piece: Piece, said: list[Clause], done: set[tuple[str, str]], answered: bool) -> bool:
    if isinstance(piece, ActionCall):
        return (piece.name, str(dict(piece.args))) not in done
    if not isinstance(piece, Clause):
        return False
    if answered and piece.kind == "notice" and not piece.citations:
        return False
    spans = {(c.document, c.start, c.end) for clause in said for c in clause.citations}
    quoted = bool(piece.citations) and all(
        (c.document, c.start, c.end) in spans for c in piece.citations
    )
    return not quoted and not any(is_like(piece, clause) for clause in said)


async def pieces_of(answer: AsyncIterator[Piece]) -> list[Piece]:
    """All pieces of an answer, where nobody waits for the first."""
    return [piece async for piece in answer]


Acted = Callable[[ActionCall], Awaitable[Any]]
