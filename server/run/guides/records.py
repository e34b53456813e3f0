"""What visitors and guides said to each other: kept sealed with a key of each dialogue's own.

The key goes with the dialogue: when its time is over, or when its visitor wishes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, Protocol

from avatars.guides.brain import Clause
from avatars.guides.knowledge.document import Citation, Lang, Visibility
from server.run.guides.house import House
from server.run.guides.questions import Questions
from server.run.secrets import fingerprint
from server.store.guide_records import By, StoredClause, StoredDialogue, StoredTurn

__all__ = ["Begun", "ReadClause", "ReadDialogue", "ReadTurn", "Records", "transcript"]

MOST_WORDS: Final = 2000
MOST_ASKED: Final = 10_000
DISLIKED: Final = "guide_rated"
TITLE: Final = {"zh": "有访客不满意讲解员的回答", "en": "A visitor disliked a guide's answer"}


class Begun(Protocol):
    """A dialogue that begins. ``token`` is the secret that opens it, of which a hash is kept."""

    id: str
    token: str
    persona: str
    lang: str
    audience: Visibility
    began: float
    account: str
    hall: str
    guide: str


class ReadClause(NamedTuple):
    """A clause, readable."""

    text: str
    lang: Lang
    kind: str
    by: By
    citations: tuple[Citation, ...]


class ReadTurn(NamedTuple):
    """A question with its answer, readable. ``heard`` is None unless it was cut short."""

    stored: StoredTurn
    question: str
    heard: str | None
    words: str
    clauses: tuple[ReadClause, ...]


class ReadDialogue(NamedTuple):
    """A dialogue, readable, oldest turn first."""

    stored: StoredDialogue
    turns: tuple[ReadTurn, ...]


class Records:
    """The dialogues of a park."""

    def __init__(self, house: House, questions: Questions) -> None:
        self._house = house
        self._questions = questions
        self._asked: dict[tuple[str, int], tuple[str, str]] = {}
        """Questions being answered, in case nobody has an answer."""

    # --- as it goes on ------------------------------------------------------------------------

    async def begin(self, begun: Begun) -> None:
        """Keep that a dialogue begins; its ``token`` opens it for its visitor (``own``)."""
        await self._house.archive.dialogues.begin(
            StoredDialogue(
                begun.id,
                begun.persona,
                short(begun.lang),
                begun.audience,
                begun.began,
                begun.began,
                begun.account,
                fingerprint(begun.token) if begun.token else "",
                begun.hall,
                begun.guide,
            )
        )

    async def asked(
        self, dialogue: str, turn: int, question: str, lang: str, hall: str = "", guide: str = ""
    ) -> None:
        """Keep a question before it is answered; raises StoreError ``dialogue_unknown``."""
        words, lang = question[:MOST_WORDS], short(lang)
        now = self._house.clock.now()
        sealed = self._seal(dialogue, words)
        await self._house.archive.dialogues.ask(
            StoredTurn(dialogue, turn, sealed, lang, now, hall, guide)
        )
        if len(self._asked) >= MOST_ASKED:
            self._asked.pop(next(iter(self._asked)))
        self._asked[dialogue, turn] = (words, lang)

    async def said(self, dialogue: str, turn: int, clause: Clause, by: By = "ai") -> None:
        """Keep a clause of an answer; of a dialogue that was deleted meanwhile nothing."""
        if not self._house.vault.knows(dialogue):
            return
        cited = tuple(_pointer(citation) for citation in clause.citations)
        quotes = json.dumps([c.quote for c in clause.citations], ensure_ascii=False)
        await self._house.archive.dialogues.say(
            StoredClause(
                dialogue,
                turn,
                self._seal(dialogue, clause.text),
                self._seal(dialogue, quotes) if cited else "",
                clause.lang,
                clause.kind,
                by,
                self._house.clock.now(),
                cited,
            )
        )

    async def ended(
        self,
        dialogue: str,
        turn: int,
        why: str,
        brain: str,
        ms: float,
        heard: str | None = None,
    ) -> None:
        """Keep how an answer went. ``ms``: until its first clause; ``heard``: of one cut short."""
        question = self._asked.pop((dialogue, turn), None)
        if not self._house.vault.knows(dialogue):
            return
        changes: dict[str, Any] = {"why": why, "brain": brain, "ms": float(ms)}
        if heard is not None:
            changes["heard"] = self._seal(dialogue, heard)
        await self._house.archive.dialogues.end(dialogue, turn, changes)
        if why == "unknown" and question is not None:
            await self._questions.unanswered(*question, dialogue=dialogue)

    async def rate(self, dialogue: str, turn: int, value: int, words: str = "") -> None:
        """Keep a visitor's thumb (1, 0, -1) and words; raises ``turn_unknown``.

        A thumb that points down waits for staff, once a dialogue.
        """
        sealed = self._seal(dialogue, words[:MOST_WORDS]) if words else ""
        await self._house.archive.dialogues.rate(dialogue, turn, value, sealed)
        if value < 0:
            await self._house.inbox.put(DISLIKED, dialogue, TITLE, link=f"/dialogues/{dialogue}")

    async def handed(self, dialogue: str, officer: str | None = None) -> None:
        """A human was asked for; an officer has taken it over, or (None) has not, or no more.

        Raises ``dialogue_unknown``.
        """
        book = self._house.archive.dialogues
        before = await book.get(dialogue)
        await book.change(dialogue, {"handed": True, "officer": officer or ""})
        if not before.handed:
            await self._house.notices.event("dialogue.handover", {"dialogue": dialogue})

    # --- afterwards ---------------------------------------------------------------------------

    async def open(self, id: str) -> ReadDialogue:
        """A dialogue with everything said in it; raises ``dialogue_unknown``."""
        return await self._opened(await self._house.archive.dialogues.get(id))

    async def own(self, secret: str) -> ReadDialogue:
        """The dialogue that a visitor's secret opens; raises ``dialogue_unknown``."""
        return await self._opened(
            await self._house.archive.dialogues.by_token(fingerprint(secret[:256]))
        )

    def first(self, stored: StoredDialogue) -> str:
        """The first question of a dialogue."""
        return self._open(stored.id, stored.first)

    async def citing(self, document: str, most: int) -> list[tuple[StoredTurn, str]]:
        """The latest questions whose answers rest on a document, readable, newest first."""
        turns = await self._house.archive.dialogues.citing(document, most)
        return [(turn, self._open(turn.dialogue, turn.question)) for turn in turns]

    async def forget(self, id: str) -> None:
        """Take a dialogue away with all that was said, and destroy its key."""
        for question in await self._house.archive.dialogues.forget(id):
            self._questions.gone(question)
        self._house.vault.destroy(id)
        for kind in ("handover", DISLIKED):
            await self._house.inbox.close(kind, id)

    async def forget_account(self, account: str) -> None:
        """Take all dialogues of an account away."""
        for id in await self._house.archive.dialogues.of_account(account):
            await self.forget(id)

    # --- inside -------------------------------------------------------------------------------

    async def _opened(self, stored: StoredDialogue) -> ReadDialogue:
        turns, clauses = await self._house.archive.dialogues.said(stored.id)
        said: dict[int, list[ReadClause]] = {}
        for clause in clauses:
            said.setdefault(clause.turn, []).append(self._clause(clause))
        return ReadDialogue(
            stored, tuple(self._turn(turn, said.get(turn.turn, ())) for turn in turns)
        )

    def _turn(self, turn: StoredTurn, clauses: Any) -> ReadTurn:
        heard = None if turn.heard is None else self._open(turn.dialogue, turn.heard)
        question, words = (self._open(turn.dialogue, each) for each in (turn.question, turn.words))
        return ReadTurn(turn, question, heard, words, tuple(clauses))

    def _clause(self, clause: StoredClause) -> ReadClause:
        quotes = _list(self._open(clause.dialogue, clause.quotes))
        quotes += [""] * (len(clause.citations) - len(quotes))
        cited = tuple(
            Citation(**pointer, quote=str(quote))
            for pointer, quote in zip(clause.citations, quotes, strict=False)
        )
        text = self._open(clause.dialogue, clause.text)
        return ReadClause(text, clause.lang, clause.kind, clause.by, cited)

    def _seal(self, dialogue: str, text: str) -> str:
        return str(self._house.vault.seal(dialogue, text))

    def _open(self, dialogue: str, sealed: str) -> str:
        return (self._house.vault.open(dialogue, sealed) or "") if sealed else ""


def _pointer(citation: Citation) -> dict[str, Any]:
    return {
        "document": citation.document,
        "version": citation.version,
        "title": citation.title,
        "start": citation.start,
        "end": citation.end,
    }


def _list(told: str) -> list[Any]:
    found = json.loads(told) if told else []
    return found if isinstance(found, list) else []


def short(lang: str) -> str:
    """``zh`` or ``en`` of a language tag; empty of none."""
    return "" if not lang else "en" if lang.startswith("en") else "zh"


def transcript(dialogue: ReadDialogue) -> list[Mapping[str, Any]]:
    """A dialogue as rows of who said what, for tables."""
    rows: list[Mapping[str, Any]] = []
    for turn in dialogue.turns:
        rows.append({"at": turn.stored.at, "by": "visitor", "text": turn.question, "sources": ""})
        for clause in turn.clauses:
            sources = "; ".join(dict.fromkeys(each.title for each in clause.citations))
            rows.append(
                {"at": turn.stored.at, "by": clause.by, "text": clause.text, "sources": sources}
            )
    return rows
