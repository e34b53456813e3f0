"""Questions that the records do not answer: a list for staff, each once however often it is asked.

Two are the same when they share most of their pairs of letters. What is told of oneself in a
question (numbers, addresses) is masked before it is kept, as staff read the list.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any, Final

from avatars.guides.safety.pii import masked
from server.run.guides.house import House
from server.run.secrets import short_id
from server.store.guide_records import QuestionState, StoredQuestion

__all__ = ["Questions", "likeness"]

ALIKE: Final = 0.6
LOOKED_AT: Final = 2000
"""Of more questions than this the oldest are not compared any more."""
LONGEST: Final = 500


class Questions:
    """The open questions of a park."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._known: dict[str, tuple[str, frozenset[str]]] = {}
        """Language and pairs of letters of each question, by its id."""

    async def start(self) -> None:
        """Read what was kept."""
        for kept in await self._house.archive.lessons.questions(LOOKED_AT):
            self._known[kept.id] = (kept.lang, pairs(self.text(kept)))

    async def unanswered(self, question: str, lang: str, dialogue: str = "") -> str:
        """Keep a question, or count it with the one it is like; the id."""
        text = " ".join(masked(question).split())[:LONGEST]
        now, grams = self._house.clock.now(), pairs(text)
        if not grams:
            return ""
        same = self._like(lang, grams)
        if same:
            await self._house.archive.lessons.again(same, now)
            return same
        id = f"q_{short_id()}"
        sealed = self._house.vault.seal(id, text)
        new = StoredQuestion(id, sealed, lang, now, now, dialogue=dialogue)
        await self._house.archive.lessons.add_question(new)
        self._known[id] = (lang, grams)
        await self._house.notices.event("question.open", {"question": id})
        return id

    def text(self, kept: StoredQuestion) -> str:
        """A question, readable."""
        return self._house.vault.open(kept.id, kept.question) or ""

    async def settle(
        self, id: str, state: QuestionState, document: str, settler: str
    ) -> StoredQuestion:
        """Say what became of a question; raises StoreError ``question_unknown``."""
        changes: Mapping[str, Any] = {"state": state, "document": document, "settler": settler}
        return await self._house.archive.lessons.settle(id, changes)

    async def tidy(self, before: float) -> None:
        """Forget what nobody has asked since a moment."""
        for id in await self._house.archive.lessons.questions_over(before):
            self.gone(id)

    def gone(self, id: str) -> None:
        """A question is not there any more: nothing of it opens."""
        self._known.pop(id, None)
        self._house.vault.destroy(id)

    def _like(self, lang: str, grams: frozenset[str]) -> str:
        found = (
            (likeness(grams, others), id)
            for id, (spoken, others) in self._known.items()
            if spoken == lang
        )
        score, id = max(found, default=(0.0, ""))
        return id if score >= ALIKE else ""


def pairs(text: str) -> frozenset[str]:
    """The pairs of letters in a text, punctuation and width aside."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    letters = "".join(c for c in folded if c.isalnum())
    return frozenset(letters[n : n + 2] for n in range(max(1, len(letters) - 1)) if letters)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of what two say is the same: 0 to 1 (Jaccard)."""
    return len(one & other) / len(one | other) if one or other else 0.0
