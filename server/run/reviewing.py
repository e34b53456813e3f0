"""Texts of live edits, looked at before others read them.

The park's word lists are asked at once. An operator's service takes its time: what the same person
says meanwhile waits its turn, so that nothing overtakes an edit.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final, Protocol

from scenes.findings import Finding
from server.access.live import BOOTH
from server.errors import RequestError
from server.halls.asked import action_asked
from server.log import logger
from server.run.site.review import is_reviewed, texts_in
from server.run.talk import Talk
from server.wire import messages as wire

log = logger("words")
MOST_WAITING: Final = 64
"""Messages that wait behind an edit; more are refused."""
INTERACTION: Final = "scene.interact"
"""Edits that only choose among what stands there bring no texts of their own."""


class Words(Protocol):
    """The park's hook for refused words."""

    @property
    def asks_outside(self) -> bool:
        """Whether a service is asked too, which takes time."""

    def listed_in(self, texts: dict[str, str]) -> list[Finding]:
        """What the lists refuse."""

    async def check_all(self, texts: dict[str, str]) -> list[Finding]:
        """What the lists and the service refuse."""


@dataclass(slots=True)
class Reviewing:
    """The reader of what people write in scenes."""

    words: Words
    start: Callable[[Coroutine[Any, Any, None]], None]

    def holds_back(self, talk: Talk, message: wire.AnyClientMessage, resume: Resume) -> bool:
        """Whether this has to wait; ``resume`` is then called for it, in its turn.

        Raises RequestError ``invalid`` with a ``words_refused`` for each text that may not be, and
        ``too_many_requests`` when too much waits.
        """
        if talk.waiting is not None and not isinstance(message, wire.Ping):
            if len(talk.waiting) >= MOST_WAITING:
                raise RequestError("too_many_requests")
            talk.waiting.append(message)
            return True
        texts = _texts(talk, message)
        if found := self.words.listed_in(texts):
            raise RequestError("invalid", found)
        if not texts or not self.words.asks_outside:
            return False
        talk.waiting = deque()
        self.start(self._ask(talk, message, texts, resume))
        return True

    async def _ask(
        self, talk: Talk, message: wire.AnyClientMessage, texts: dict[str, str], resume: Resume
    ) -> None:
        error: RequestError | None = None
        try:
            if found := await self.words.check_all(texts):
                error = RequestError("invalid", found)
        except Exception:  # whatever it was, the edit is not taken in unread, and nobody waits on
            log.exception("review_failed")
            error = RequestError("internal")
        waiting, talk.waiting = talk.waiting or deque(), None
        if talk.over:
            return
        resume(talk, message, error, read=True)
        for later in waiting:
            resume(talk, later, None, read=False)


class Resume(Protocol):
    """Goes on with a message that waited."""

    def __call__(
        self,
        talk: Talk,
        message: wire.AnyClientMessage,
        error: Exception | None,
        *,
        read: bool,
    ) -> None:
        """``error``: why it is refused; ``read``: its texts have been looked at."""


def _texts(talk: Talk, message: wire.AnyClientMessage) -> dict[str, str]:
    """What must be read of a message before it may be carried out."""
    if isinstance(message, wire.Ask) and not message.whisper and is_reviewed(talk.actor):
        return {"/text": message.text}
    if not isinstance(message, wire.Edit) or talk.hall is None or not is_reviewed(talk.actor):
        return {}
    action = action_asked(message)
    may = talk.hall.may
    if action == INTERACTION or not (may(talk.actor, action) or may(talk.actor, BOOTH)):
        return {}
    found: dict[str, str] = {}
    for place, operation in enumerate(message.ops):
        found.update(texts_in(operation.value, f"/ops/{place}/value"))
    return found
