"""What is told and kept of dialogues: to staff who watch them, and by the scribe in the archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from avatars.guides.brain import Clause
from server.run.guides.dialogues import Dialogue, OpenTurn
from server.run.guides.feed import Feed
from server.run.guides.scribe import Scribe


class Records(Protocol):
    """The archive's side of dialogues."""

    async def begin(self, dialogue: Dialogue) -> Any:
        """Keep that one begins."""

    async def asked(
        self, dialogue: str, turn: int, question: str, lang: str, hall: str, guide: str
    ) -> None:
        """Keep a question."""

    async def said(
        self, dialogue: str, turn: int, clause: Clause, by: Literal["ai", "human"]
    ) -> None:
        """Keep a clause."""

    async def ended(
        self, dialogue: str, turn: int, why: str, brain: str, ms: float, heard: str | None
    ) -> None:
        """Keep how an answer went."""

    async def handed(self, dialogue: str, officer: str | None) -> None:
        """Keep that a human was asked for, or who has taken it over."""


@dataclass(slots=True)
class Notes:
    """Tells and keeps, at once."""

    feed: Feed
    scribe: Scribe
    records: Records
    figures: Any

    def asked(self, dialogue: Dialogue, turn: OpenTurn) -> None:
        """A question was asked."""
        dialogue.asked += 1
        dialogue.first = dialogue.first or turn.question
        lang, number, hall, guide = turn.lang, turn.number, dialogue.hall, dialogue.guide
        if not dialogue.begun:
            self.scribe.note(self.records.begin(dialogue))
        kept = self.records.asked(dialogue.id, number, turn.question, lang, hall, guide)
        self.scribe.note(kept)
        dialogue.begun = True
        self.feed.tell("dialogue", {"dialogue": told_of(dialogue)})
        self.feed.tell(
            "asked",
            {
                "dialogue": dialogue.id,
                "turn": number,
                "question": turn.question,
                "lang": lang,
                "at": dialogue.last,
            },
        )

    def said(
        self, dialogue: Dialogue, turn: OpenTurn, clause: Clause, by: Literal["ai", "human"]
    ) -> None:
        """A clause was made."""
        if clause.kind == "unknown":
            dialogue.unknown += 1
        if dialogue.begun:
            self.scribe.note(self.records.said(dialogue.id, turn.number, clause, by))
        told = {"text": clause.text, "lang": clause.lang, "kind": clause.kind, "by": by}
        told["citations"] = [  # type: ignore[assignment]
            {
                "document": c.document,
                "version": c.version,
                "title": c.title,
                "start": c.start,
                "end": c.end,
                "quote": c.quote,
            }
            for c in clause.citations
        ]
        self.feed.tell(
            "said",
            {"dialogue": dialogue.id, "turn": turn.number, "clause": told, "at": dialogue.last},
        )

    def ended(self, dialogue: Dialogue, turn: OpenTurn, why: str, heard: str | None) -> None:
        """An answer is over; ``heard`` is what was heard of one that was cut short."""
        ms = round(1000 * (turn.first - turn.asked_at), 1) if turn.first else 0.0
        self.figures.guide_answered(why, turn.brain, ms / 1000 if turn.first else None)
        if dialogue.begun:
            kept = self.records.ended(dialogue.id, turn.number, why, turn.brain, ms, heard)
            self.scribe.note(kept)
        self.feed.tell(
            "ended",
            {
                "dialogue": dialogue.id,
                "turn": turn.number,
                "why": why,
                "brain": turn.brain,
                "ms": ms,
                "heard": heard,
            },
        )

    def changed(self, dialogue: Dialogue) -> None:
        """Somebody was called, took it over or gave it back."""
        if dialogue.begun:
            self.scribe.note(self.records.handed(dialogue.id, dialogue.officer or None))
        self.feed.tell("dialogue", {"dialogue": told_of(dialogue)})

    def over(self, dialogue: Dialogue) -> None:
        """A dialogue has ended."""
        if dialogue.begun:
            self.feed.tell("over", {"dialogue": dialogue.id})


def told_of(dialogue: Dialogue) -> dict[str, Any]:
    """A dialogue that goes on, as staff see it in a list."""
    return {
        "id": dialogue.id,
        "persona": dialogue.persona,
        "hall": dialogue.hall,
        "guide": dialogue.guide,
        "lang": dialogue.lang,
        "began": dialogue.began,
        "last": dialogue.last,
        "turns": dialogue.asked,
        "unknown": dialogue.unknown,
        "rating": dialogue.rating,
        "handed": dialogue.handed,
        "live": True,
        "taken_by": dialogue.officer,
        "taken_name": dialogue.officer_name,
        "first": dialogue.first,
    }
