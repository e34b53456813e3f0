"""Judging a guide: what it found and said, held against what a good answer holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from avatars.guides.actions import RULES
from avatars.guides.brain import ActionCall, Clause, Finish, Piece, Question, Sight
from avatars.guides.dialogue import standalone
from avatars.guides.extractive.brain import answer
from avatars.guides.knowledge.library import Library
from avatars.guides.persona import Persona
from scenes.demo.exhibits import catalogue
from server.commands.bench_guide_questions import Judged, folded

NOBODY = Persona("bench", {"zh": "评测", "en": "Bench"}, {"zh": "", "en": ""})
DEPTH = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one question went. ``hit`` is the place of the first right document among those shown:
    what the answer cites, then what else was found; 1 for the first and 0 for none. ``cited`` is
    the same among citations alone, ``retrieved`` among the passages of a bare search."""

    asked: Judged
    said: str
    answered: bool
    hit: int
    cited: int
    retrieved: int
    has_facts: bool
    asked_back: bool
    acted: bool
    found: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether a visitor was served as they should be."""
        if self.asked.kind == "action":
            return self.acted
        if not self.asked.answerable:
            return not self.answered
        told = self.answered or self.asked.kind == "expired"
        return told and self.has_facts and self.cited > 0


def judge(asked: Judged, library: Library, sights: Sequence[Sight]) -> Verdict:
    """Ask one question of the extractive brain and judge what it did."""
    question = question_of(asked, sights)
    hits = library.search(standalone(question), today=asked.today, k=DEPTH)
    found = tuple(hit.passage.document.id for hit in hits)
    return verdict(asked, found, answer(question, library))


def verdict(asked: Judged, found: tuple[str, ...], pieces: Iterable[Piece]) -> Verdict:
    """What came of a question: documents found, best first, and pieces of an answer."""
    pieces = list(pieces)
    clauses = [each for each in pieces if isinstance(each, Clause)]
    told = [each for each in clauses if each.kind == "answer" or each.citations]
    called = {each.name for each in pieces if isinstance(each, ActionCall)}
    whys = {each.why for each in pieces if isinstance(each, Finish)}
    said = " ".join(each.text for each in clauses)
    cited = dict.fromkeys(citation.document for each in told for citation in each.citations)
    shown = tuple(dict.fromkeys([*cited, *found]))
    return Verdict(
        asked,
        said,
        answered=any(each.kind == "answer" for each in clauses),
        hit=place(asked, shown),
        cited=place(asked, tuple(cited)),
        retrieved=place(asked, found),
        has_facts=has_facts(asked, said),
        asked_back=any(each.kind == "ask_back" for each in clauses) or "vague" in whys,
        acted=asked.actions <= called,
        found=shown,
    )


def question_of(asked: Judged, sights: Sequence[Sight]) -> Question:
    """The question as a visitor of the demo park would ask it, with everything allowed."""
    near = () if asked.kind != "action" else tuple(sights)
    return Question(
        asked.q,
        NOBODY,
        asked.today,
        lang=asked.lang,
        history=asked.history,
        near=near,
        actions=frozenset(RULES),
    )


def exhibits() -> list[Sight]:
    """The demo park's exhibits as things in sight."""
    plain = Sight("", "exhibit", {}, "exhibition", can_explode=True)
    return [replace(plain, node=each.id, names=dict(each.title)) for each in catalogue()]


def place(asked: Judged, found: Sequence[str]) -> int:
    """Where the first right document stands, from 1; 0 when it is not there."""
    return next((i for i, each in enumerate(found, 1) if each in asked.sources), 0)


def has_facts(asked: Judged, said: str) -> bool:
    """Whether every fact is said, in one of its wordings."""
    text = folded(said)
    return all(any(folded(each) in text for each in wordings) for wordings in asked.facts)
