"""Performs the effects of halls: what is sent, kept, answered, and who is sent away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import Any

from server.errors import words
from server.halls.effects import Answer, Archive, Effect, Send, SendAway
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.halls.visitor import Visitor
from server.log import logger
from server.run.clock import Clock
from server.run.figures import Figures
from server.run.talk import Talk
from server.store.archive import Archive as Store
from server.store.errors import StoreError
from server.store.records import StoredPatch
from server.store.writer import Chain
from server.wire import messages as wire
from server.wire.codec import encode, frame

log = logger("run")
CHECKPOINT_EVERY = 200
"""Published patches after which a hall's snapshot is written anew."""


@dataclass(slots=True)
class Performer:
    """The hands of the engine. ``talks`` says which connection speaks for a visitor."""

    store: Store
    clock: Clock
    figures: Figures
    send_away: Callable[[Hall, SendAway], None]
    talks: dict[Visitor, Talk] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _chains: dict[str, Chain] = field(default_factory=dict)
    _uncounted: dict[str, int] = field(default_factory=dict)

    def perform(self, hall: Hall, effects: Iterable[Effect]) -> None:
        """Carry out effects in order; slow ones go on in a task and come back as inputs."""
        for effect in effects:
            match effect:
                case Send(to, message):
                    self._send(to, message)
                case Archive():
                    chain = self._chains.setdefault(hall.id, Chain())
                    self.start(self._keep(hall, effect, chain))
                case Answer():
                    self._answer(effect)
                case SendAway():
                    self.send_away(hall, effect)

    def tell(self, talk: Talk, message: wire.AnyServerMessage) -> None:
        """Say something on one connection."""
        data = frame(encode(message))
        self.figures.wrote_message(len(data))
        talk.line.send(data)

    async def finish(self) -> None:
        """Wait for everything that is on its way to the archive."""
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _send(self, to: Iterable[Visitor], message: wire.AnyServerMessage) -> None:
        data = frame(encode(message))
        if isinstance(message, wire.Patch):
            self.figures.patches.labels(message.layer).inc()
        for visitor in to:
            talk = self.talks.get(visitor)
            if talk is not None:
                self.figures.wrote_message(len(data))
                talk.line.send(data)

    def _answer(self, answer: Answer) -> None:
        match answer.tag:
            case asyncio.Future() as waiting:
                if waiting.done():
                    return
                if answer.code is None:
                    waiting.set_result(answer.revision)
                else:
                    waiting.set_exception(HallError(answer.code))
            case (Visitor() as visitor, int(request)):
                self._answer_visitor(visitor, request, answer)

    def _answer_visitor(self, visitor: Visitor, request: int, answer: Answer) -> None:
        talk = self.talks.get(visitor)
        if talk is None:
            return
        if answer.code is None:
            self.tell(talk, wire.Done(request, answer.revision))
        else:
            text = words(answer.code, talk.lang)
            self.tell(talk, wire.Error(answer.code, text, [], talk.line.id, request))

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin slow work that nobody waits for, except ``finish``."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _keep(self, hall: Hall, wanted: Archive, chain: Chain) -> None:
        """Archive one patch. When one fails, so do those behind it: they were made on it."""
        patch = StoredPatch(
            hall=wanted.hall,
            revision=wanted.revision,
            author=wanted.author,
            at=self.clock.now(),
            layer=wanted.layer,
            ops=wanted.ops,
            inverse=wanted.inverse,
            note=wanted.note or None,
        )
        try:
            if wanted.publishes:
                await self.store.publish(patch, chain)
            else:
                await self.store.append([patch], chain)
        except StoreError as error:
            log.error("archive_failed", hall=hall.id, code=error.code)
            if self._chains.get(hall.id) is chain:
                self._chains[hall.id] = Chain()
                self.perform(hall, hall.editing.archive_failed())
            return
        self.perform(hall, hall.editing.archived(wanted.layer, wanted.revision))
        self.perform(hall, hall.settle())
        await self._checkpoint(hall)

    async def _checkpoint(self, hall: Hall) -> None:
        count = self._uncounted.get(hall.id, 0) + 1
        self._uncounted[hall.id] = count % CHECKPOINT_EVERY
        layers = hall.editing.layers
        if count >= CHECKPOINT_EVERY and not layers.waiting():
            try:
                await self.store.checkpoint(hall.id, layers.revision, layers.published.document())
            except StoreError as error:
                # Loading only takes longer without it; nothing acknowledged depends on it.
                log.warning("checkpoint_failed", hall=hall.id, code=error.code)
