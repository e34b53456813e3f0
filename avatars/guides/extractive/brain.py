"""The extractive brain: sentences of the records, in the question's language, with citations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from avatars.guides import dialogue
from avatars.guides.brain import ActionCall, Clause, Finish, Piece, Question
from avatars.guides.extractive import (
    beyond,
    chatter,
    compose,
    evidence,
    extremes,
    instructions,
    intents,
    judge,
)
from avatars.guides.extractive.evidence import Evidence
from avatars.guides.extractive.wants import Wants, wants
from avatars.guides.extractive.words import words
from avatars.guides.knowledge import language
from avatars.guides.knowledge.document import Lang
from avatars.guides.knowledge.library import Hit, Library
from avatars.guides.knowledge.validity import NEVER

LONGEST: Final = 500
"""Characters of a question that are read; doors let no more through."""
CLEARLY: Final = 0.2
LOOKED_AT: Final = 14
"""Passages whose sentences are judged, and as many of those that are not in force."""


def answer(question: Question, library: Library) -> list[Piece]:
    """What to say and do about a question; ends with a ``Finish``."""
    text = beyond.once(question.text[:LONGEST].strip())
    lang: Lang = question.lang or language.of(text)
    if talk := chatter.small_talk(text):
        return [Clause(words(talk, lang), lang, "notice"), Finish("small_talk")]
    if instructions.found_in(text):
        text = instructions.without(text)
        if len(text) < 4:
            return [Clause(words("refused", lang), lang, "notice"), Finish("refused")]
    asked = replace(question, text=text, lang=lang)
    done = intents.pieces(asked)
    if done and not intents.asks_too(text):
        return [*done, Finish("answered")]
    told = _told(asked, library)
    return [*told[:-1], *(p for p in done if isinstance(p, ActionCall)), told[-1]]


def _told(question: Question, library: Library) -> list[Piece]:
    if beyond.is_beyond(question.text):
        return _unknown(question.lang or "zh", question)
    if beyond.says_nothing(question.text):
        return _ask_back("vague", question.lang or "zh")
    whole = dialogue.standalone(question)
    tries = [whole] if whole == question.text else [whole, question.text]
    lang: Lang = question.lang or "zh"
    taken = [wants(text, library, lang, question.today) for text in tries]
    found = [_evidence(wanted, question, library) for wanted in taken]
    for wanted, (held, stale) in zip(taken, found, strict=True):
        if wanted.is_vague:
            continue
        fit = extremes.extreme(wanted, held) if extremes.is_asked(wanted) else []
        fit = _without_never(fit or judge.answers(wanted, held, library), question)
        gone = _without_never(judge.answers(wanted, stale, library), question)
        if gone and (not fit or _is_clearly_better(gone[0], fit[0], library)):
            return _out_of_force(lang, gone[0], library, question)
        if fit:
            return [*compose.clauses(wanted, lang, fit, library), Finish("answered")]
    if taken[0].is_vague:
        return _ask_back("vague_price" if "money" in taken[0].types else "vague", lang)
    return _unknown(lang, question)


def _ask_back(key: str, lang: Lang) -> list[Piece]:
    return [Clause(words(key, lang), lang, "ask_back"), Finish("vague")]


def found(question: Question, library: Library, k: int = 3) -> list[Hit]:
    """The passages that an answer would rest on, best first, then what came near."""
    lang: Lang = question.lang or language.of(question.text)
    asked = replace(question, text=question.text[:LONGEST].strip(), lang=lang)
    wanted = wants(dialogue.standalone(asked), library, lang, question.today)
    held, gone = _evidence(wanted, asked, library)
    top = extremes.extreme(wanted, held) if extremes.is_asked(wanted) else []
    fit, lapsed = judge.answers(wanted, held, library), judge.answers(wanted, gone, library)
    if lapsed and (not fit or _is_clearly_better(lapsed[0], fit[0], library)):
        fit = [*lapsed, *fit]
    fit = [*top, *fit]
    ranked = {each.hit.index: each.hit for each in (*fit, *held, *gone)}
    return list(ranked.values())[:k]


def _evidence(
    wanted: Wants, question: Question, library: Library
) -> tuple[list[Evidence], list[Evidence]]:
    """Evidence in force, and evidence that is not."""
    hits = library.ranked(
        wanted.text,
        today=question.today,
        audience=question.audience,
        only=question.persona.knowledge,
        most=200,
    )
    held = [hit for hit in hits if not hit.expired]
    stale = [hit for hit in hits if hit.expired]
    fresh = evidence.judged(wanted, held[:LOOKED_AT], library)
    gone = evidence.judged(wanted, stale[:LOOKED_AT], library)
    today = question.today
    lapsed = [each for each in fresh if not each.unit.holds(today)]
    return [each for each in fresh if each.unit.holds(today)], lapsed + gone


def _without_never(fit: list[Evidence], question: Question) -> list[Evidence]:
    never = [word for word in question.persona.never if word]
    return [each for each in fit if not any(word in compose.said(each) for word in never)]


def _is_clearly_better(gone: Evidence, held: Evidence, library: Library) -> bool:
    """Whether a record that is out of force speaks of much more than any in force does."""
    by = library.standing[gone.document.id].by
    return by != held.document.id and gone.cover >= held.cover + CLEARLY


def _out_of_force(lang: Lang, best: Evidence, library: Library, question: Question) -> list[Piece]:
    standing = library.standing[best.document.id]
    unit = best.unit
    if unit.holds(question.today):
        key, day = _why(standing.first, standing.last, standing.by, question.today, lang)
    else:
        key, day = _why(unit.first, unit.last, "", question.today, lang)
    opening = words(key, lang, title=_called(best), day=day)
    said = compose.said(best)
    clause = Clause(f"{opening}{said}", lang, "notice", (compose.citation(best),))
    return [clause, *_human(lang, question), Finish("unknown")]


def _called(best: Evidence) -> str:
    """What to call a record, or the section of one."""
    own = best.unit.last is not None or best.unit.first is not None
    return best.unit.headings[-1] if own and best.unit.headings else best.document.title


def _why(
    first: date | None, last: date | None, by: str, today: date, lang: Lang
) -> tuple[str, str]:
    if first is not None and today < first:
        return "future", said_day(first, lang)
    if by:
        return "replaced", ""
    if last is None or last == NEVER:
        return "repealed", ""
    return "expired", said_day(last, lang)


def said_day(day: date, lang: Lang) -> str:
    """A day in words."""
    if lang == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {day:%B} {day.year}"


def _unknown(lang: Lang, question: Question) -> list[Piece]:
    clause = Clause(words("unknown", lang), lang, "unknown")
    return [clause, *_human(lang, question), Finish("unknown")]


def _human(lang: Lang, question: Question) -> list[Piece]:
    """The offer of a human; whoever wants one says so, and then one is called."""
    return [Clause(words("human", lang), lang, "notice")]
