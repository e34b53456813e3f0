"""Vectors of passages and questions, where a service for them is named: found by meaning too."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from avatars.guides.brain import Question
from avatars.guides.dialogue import standalone
from avatars.guides.knowledge.library import Library
from avatars.guides.safety.pii import masked
from server.log import logger
from server.outside.openai_client import OpenAiClient
from server.outside.openai_endpoint import NoAnswerError
from server.run.guides.models import Models

log = logger("guides")
AT_ONCE: Final = 32
"""Passages of one request."""
KEPT: Final = 50_000
"""Vectors that are kept, by their texts."""
LONGEST: Final = 1_500
QUICKLY: Final = 1.5
"""Seconds that a question waits for its vector; without, words alone must do."""


class Embedding:
    """The vectors of one park, in memory: made once for each text, in the background."""

    def __init__(self, models: Models, now: Callable[[], float]) -> None:
        self._models = models
        self._now = now
        self._vectors: OrderedDict[bytes, list[float]] = OrderedDict()
        self._ready: tuple[Library, Library] | None = None
        self._work: asyncio.Task[None] | None = None
        self._for: Library | None = None
        models.on_change = self._changed

    async def of(self, question: Question, library: Library) -> tuple[list[float] | None, Library]:
        """The question's vector and the library with its own; None and as it is without."""
        if self._models.endpoint("embeddings") is None:
            return None, library
        if self._ready is None or self._ready[0] is not library:
            self._begin(library)
            return None, library
        client = self._models.client("embeddings", self._now())
        if client is None:
            return None, library
        breaker = self._models.breakers["embeddings"]
        try:
            async with asyncio.timeout(QUICKLY):
                (vector,) = await client.embed([masked(standalone(question))[:LONGEST]])
        except (NoAnswerError, TimeoutError) as error:
            breaker.failed(self._now(), str(error) or "late")
            return None, library
        breaker.went_well(self._now())
        return vector, self._ready[1]

    def _begin(self, library: Library) -> None:
        """Make the vectors of a library; of two that come, the later counts."""
        if self._work is not None and not self._work.done():
            if self._for is library:
                return
            self._work.cancel()
        self._for = library
        self._work = asyncio.create_task(self._make(library))

    async def _make(self, library: Library) -> None:
        texts = [_shown(cut.passage.document.title, cut.passage.text) for cut in library.cuts]
        missing = [text for text in dict.fromkeys(texts) if _key(text) not in self._vectors]
        for at in range(0, len(missing), AT_ONCE):
            client = self._models.client("embeddings", self._now())
            if client is None or not await self._learn(client, missing[at : at + AT_ONCE]):
                return
        with contextlib.suppress(KeyError, ValueError):
            vectors = [self._vectors[_key(text)] for text in texts]
            self._ready = (library, await asyncio.to_thread(library.with_vectors, vectors))

    async def _learn(self, client: OpenAiClient, texts: Sequence[str]) -> bool:
        breaker = self._models.breakers["embeddings"]
        try:
            made = await client.embed(texts)
        except NoAnswerError as error:
            breaker.failed(self._now(), str(error), error.wait)
            log.warning("guide_embeddings_failed", code=error.code)
            return False
        breaker.went_well(self._now())
        for text, vector in zip(texts, made, strict=True):
            self._vectors[_key(text)] = vector
        while len(self._vectors) > KEPT:
            self._vectors.popitem(last=False)
        return True

    def _changed(self, use: str) -> None:
        """Another service measures otherwise: what the old one said is forgotten."""
        if use == "embeddings":
            self._vectors.clear()
            self._ready = None

    async def close(self) -> None:
        """Stop making vectors."""
        if self._work is not None:
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)


def _shown(title: str, text: str) -> str:
    return masked(f"{title}\n{text}")[:LONGEST]


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()[:16]
