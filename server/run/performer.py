"""Performs the effects of halls: what is sent, kept, answered, and who is sent away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from server.errors import words
from server.halls.effects import (
    Answer,
    Archive,
    Complaint,
    Effect,
    How,
    Send,
    SendAway,
    Think,
    TurnOver,
)
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
    complain: Callable[[Hall, Complaint], None]
    guide: Callable[[Hall, Think | TurnOver], None] = lambda _, __: None
    """Has a guide's brain begin or stop."""
    talks: dict[Visitor, Talk] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _chains: WeakKeyDictionary[Hall, Chain] = field(default_factory=WeakKeyDictionary)
    _uncounted: WeakKeyDictionary[Hall, int] = field(default_factory=WeakKeyDictionary)

    def perform(self, hall: Hall, effects: Iterable[Effect]) -> None:
        """Carry out effects in order; slow ones go on in a task and come back as inputs."""
        for effect in effects:
            match effect:
                case Send(to, message):
                    self._send(to, message)
                case Archive():
                    chain = self._chains.setdefault(hall, Chain())
                    self.start(self._keep(hall, effect, chain))
                case Answer():
                    self._answer(effect)
                case Complaint():
                    self.complain(hall, effect)
                case SendAway():
                    self.send_away(hall, effect)
                case Think() | TurnOver():
                    self.guide(hall, effect)

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
            case (Talk() as talk, int(request)):
                self._answer_talk(talk, request, answer)

    def _answer_talk(self, talk: Talk, request: int, answer: Answer) -> None:
        """To the connection that asked, wherever it is by now, and to no later one."""
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
            await self._store(patch, wanted.how, chain, wanted.spare)
        except StoreError as error:
            log.error("archive_failed", hall=hall.id, code=error.code)
            self._give_up(hall, chain, error.code)
            return
        except Exception:  # whatever it was, nobody may wait for ever for what was not kept
            log.exception("archive_failed", hall=hall.id)
            self._give_up(hall, chain, "archive_failed")
            return
        self.perform(hall, hall.archived(wanted))
        await self._checkpoint(hall)

    async def _store(
        self, patch: StoredPatch, how: How, chain: Chain, spare: tuple[int, ...]
    ) -> None:
        match how:
            case "append":
                await self.store.append([patch], chain)
            case "publish":
                await self.store.publish(patch, chain, spare)
            case "discard":
                await self.store.clear_draft(patch.hall, chain)

    def _give_up(self, hall: Hall, chain: Chain, code: str) -> None:
        """Once for all that hung on this chain."""
        if self._chains.get(hall) is chain:
            self._chains[hall] = Chain()
            self.perform(hall, hall.editing.archive_failed(code))

    async def _checkpoint(self, hall: Hall) -> None:
        count = self._uncounted[hall] = self._uncounted.get(hall, 0) + 1
        layers = hall.editing.layers
        if count >= CHECKPOINT_EVERY and not layers.waiting():
            self._uncounted[hall] = 0
            try:
                await self.store.checkpoint(hall.id, layers.revision, layers.published.document())
            except StoreError as error:
                # Loading only takes longer without it; nothing acknowledged depends on it.
                log.warning("checkpoint_failed", hall=hall.id, code=error.code)
