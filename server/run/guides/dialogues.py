"""Dialogues that go on: what brains need of them, kept in memory for as long as they last.

The archive keeps what was said (``records``); here is the short memory that a talk needs, bounded
in every direction.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from avatars.guides.brain import Clause, Exchange
from avatars.guides.knowledge.document import Visibility
from server.halls.visitor import Visitor

FORGOTTEN_SECONDS: Final = 600.0
"""After which a talk in which nobody says anything is over."""
MOST: Final = 5000
"""Talks at once; the one that has been quiet for the longest is over when there are more."""
EXCHANGES: Final = 12
"""Questions with their answers that a brain is told of."""
AUDIENCES: Final[tuple[Visibility, ...]] = ("public", "investors", "staff")
"""Each may know what those before it may."""


@dataclass(slots=True)
class OpenTurn:
    """An answer under way. ``first`` is when its first clause was there, seconds; 0 before."""

    number: int
    question: str
    asked_at: float
    lang: str = ""
    first: float = 0.0
    clauses: list[Clause] = field(default_factory=list)
    human: bool = False
    why: str = ""
    brain: str = ""


@dataclass(slots=True, eq=False)
class Dialogue:
    """One visitor's talk with one guide: in a hall (``visitor``, ``hall``, ``guide``) or on a page.

    ``token`` lets whoever has it read, rate and delete the talk. ``officer`` is the account of the
    member of staff who has taken it over.
    """

    id: str
    token: str
    persona: str
    lang: str
    audience: Visibility
    began: float
    last: float
    account: str = ""
    key: str = ""
    """Whose it is: an account, or the connection that it was begun on."""
    hall: str = ""
    guide: str = ""
    visitor: Visitor | None = None
    whisper: bool = False
    handed: bool = False
    officer: str = ""
    officer_name: str = ""
    asked: int = 0
    unknown: int = 0
    rating: int = 0
    first: str = ""
    begun: bool = False
    """Whether it has been kept: one in which nothing is asked leaves nothing behind."""
    history: deque[Exchange] = field(default_factory=lambda: deque(maxlen=EXCHANGES))
    turns: dict[int, OpenTurn] = field(default_factory=dict)

    def hears(self, audience: Visibility) -> None:
        """Who hears the next answer. What others must not know is not remembered for them."""
        if AUDIENCES.index(audience) < AUDIENCES.index(self.audience):
            self.history.clear()
        self.audience = audience

    @property
    def is_page(self) -> bool:
        """Whether it goes on on a page rather than in a hall."""
        return self.visitor is None and not self.hall


class Dialogues:
    """Every dialogue that goes on, by id."""

    def __init__(self, index: Callable[[str], str], ended: Callable[[Dialogue], None]) -> None:
        self._index = index
        self._ended = ended
        self._each: OrderedDict[str, Dialogue] = OrderedDict()
        self._of_visitor: dict[tuple[str, str, str], str] = {}

    def __len__(self) -> int:
        return len(self._each)

    def __iter__(self) -> Iterator[Dialogue]:
        return iter(list(self._each.values()))

    def get(self, id: str) -> Dialogue | None:
        """A dialogue that goes on."""
        return self._each.get(id)

    def by_token(self, token: str) -> Dialogue | None:
        """The dialogue that a token opens."""
        found = self._each.get(token.partition(".")[0])
        return found if found is not None and secrets.compare_digest(found.token, token) else None

    def token_of(self, id: str) -> str:
        """The secret by which its visitor comes back to it."""
        return f"{id}.{self._index('dialogue ' + id)}"

    def fresh_id(self) -> str:
        """An id that nobody has."""
        return "d_" + secrets.token_hex(8)

    def add(self, dialogue: Dialogue) -> Dialogue:
        """A talk begins."""
        self._each[dialogue.id] = dialogue
        if dialogue.visitor is not None:
            self._of_visitor[(dialogue.key, dialogue.hall, dialogue.guide)] = dialogue.id
        while len(self._each) > MOST:
            # Those in which nothing was asked yet go first: anybody can begin a thousand of them.
            empty = (each for each in self._each.values() if not each.begun)
            self.end(next(empty, next(iter(self._each.values()))))
        return dialogue

    def of(self, visitor: Visitor, key: str, hall: str, guide: str) -> Dialogue | None:
        """Somebody's talk with a guide of a hall; who left and came back goes on with theirs.

        ``key`` says who they are: their account, or the connection of somebody without one.
        """
        found = self._each.get(self._of_visitor.get((key, hall, guide), ""))
        if found is None:
            mine = (d for d in self._each.values() if d.visitor is visitor and d.guide == guide)
            found = next(mine, None)
        if found is not None:
            found.visitor = visitor
        return found

    def touch(self, dialogue: Dialogue, now: float) -> None:
        """Something is said in it."""
        dialogue.last = now
        if dialogue.id in self._each:
            self._each.move_to_end(dialogue.id)

    def end(self, dialogue: Dialogue) -> None:
        """It is over."""
        if self._each.pop(dialogue.id, None) is None:
            return
        if dialogue.visitor is not None:
            self._of_visitor.pop((dialogue.key, dialogue.hall, dialogue.guide), None)
        self._ended(dialogue)

    def sweep(self, now: float) -> None:
        """End those in which nothing was said for long."""
        for dialogue in self:
            if now - dialogue.last <= FORGOTTEN_SECONDS:
                break
            if not dialogue.turns:
                self.end(dialogue)
