"""Keeps a visitor's picture of the park true: everything that arrives passes here."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from typing import Any, Final

from clients.headless.clock import Clock
from clients.headless.errors import ConnectionLost, LingjingError
from clients.headless.gait import Gait
from clients.headless.messages import (
    ClientMessage,
    Error,
    Gone,
    Join,
    Joined,
    Moved,
    Patch,
    People,
    Ping,
    Pong,
    Resume,
    ServerMessage,
    WatchDraft,
    Who,
)
from clients.headless.presence import Presence
from clients.headless.requests import Requests
from clients.headless.session import Session
from clients.headless.watch import Watch
from clients.headless.world import World

MOST_IDS: Final = 512


class Mirror:
    """Applies what the server says to the world, and says what must be said of itself.

    It asks for the names of people met in presence frames, follows when a hall is closed, and
    takes up its place again after a cut.
    """

    def __init__(self, session: Session, gait: Gait) -> None:
        self.world = World()
        self.clock = Clock()
        self.requests = Requests()
        self.watch = Watch(self.world)
        self._session = session
        self._gait = gait
        self._ticket = ""
        self._resuming = False
        self.watching = False
        """Whether the draft is to be followed, in whichever hall one is."""
        self._asked: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def hear(self, message: ServerMessage | Presence) -> None:
        """Take up a message or a presence frame."""
        if isinstance(message, Presence):
            self._meet(self.world.see(message))
            self.watch.tell(None)
            return
        self.world.apply(message)
        self._react(message)
        self.requests.settle(message)
        self.watch.tell(message)

    def lost(self, fault: LingjingError) -> None:
        """The socket is gone: what was asked on it is not answered."""
        self.requests.fail(fault)

    def again(self) -> ClientMessage | None:
        """Take up the hall at the last revision that was applied."""
        if not self.world.hall:
            return None
        self._resuming = True
        resume = Resume(self._ticket, self.world.epoch, self.world.revision)
        return Join(self.world.hall, None, resume)

    def ended(self, fault: LingjingError) -> None:
        """The session is over."""
        self.requests.fail(fault)
        self.watch.end(fault)

    def close(self) -> None:
        """Stop what is still being said, and tell whoever waits."""
        for task in self._tasks:
            task.cancel()
        self.ended(ConnectionLost("closed", retry=False))

    def _react(self, message: ServerMessage) -> None:
        match message:
            case Joined():
                self._entered(message)
            case Patch(layer="draft") if self.watching and not self.world.draft.following:
                self._watch()
            case Error(id=None) if self._resuming:
                self._resuming = False
                self._say(Join(self.world.hall))
            case Moved():
                self.world.clear()
                self._say(Join(message.hall))
            case People(here=here):
                self._asked -= {person.id for person in here}
            case Gone(ids=ids):
                self._asked -= set(ids)
            case Pong():
                self.clock.heard(message.at / 1000, time.monotonic(), message.time)

    def _entered(self, joined: Joined) -> None:
        self._ticket, self._resuming = joined.ticket, False
        self._asked.clear()
        me = self.world.people.get(joined.you)
        if not joined.resumed and (me is None or me.seat is None):
            self._gait.place(joined.position, joined.yaw)
        self._say(Ping(time.monotonic() * 1000))
        if self.watching:
            self._watch()

    def _watch(self) -> None:
        """Ask for the draft whole: it is not known, or something of it was missed."""
        self._say(WatchDraft(self.requests.next_id(), draft=True))

    def _meet(self, strangers: set[int]) -> None:
        unknown = sorted(strangers - self._asked)[:MOST_IDS]
        if unknown:
            self._asked.update(unknown)
            self._say(Who(unknown))

    def _say(self, message: ClientMessage) -> None:
        task = asyncio.create_task(_quietly(self._session.send(message)))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _quietly(saying: Coroutine[Any, Any, None]) -> None:
    """A lost socket is told to the session; nobody waits for this."""
    try:
        await saying
    except ConnectionLost:
        return
