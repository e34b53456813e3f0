"""One line of questions, read with patience for how people write histories; one line of answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from avatars.guides.brain import ActionCall, Clause, Exchange, Finish, Piece
from avatars.guides.dialogue import MOST
from avatars.guides.knowledge.document import Lang

LONGEST: Final = 4_000
"""Characters of a question that are taken."""
BOM: Final = "\ufeff"
"""How files begin that were saved on some systems."""
QUESTIONS: Final = ("q", "question", "user", "text", "query", "prompt")
ANSWERS: Final = ("a", "answer", "assistant", "response", "reply")
ERRORS: Final = {
    "bad_json": "The line is no JSON object. / 这一行不是 JSON 对象。",
    "question_missing": "The line has no question in `q`. / 这一行没有问题（q）。",
    "question_too_long": f"A question has {LONGEST} characters at most. / 问题过长。",
    "internal": "The question could not be answered. / 这个问题没能回答。",
}


class LineError(Exception):
    """A line that cannot be answered: the id it gave, a stable code."""

    def __init__(self, id: Any, code: str) -> None:
        super().__init__(code)
        self.id = id
        self.code = code


@dataclass(frozen=True, slots=True)
class Line:
    """A question as a line gives it. ``lang`` is empty when it gives none."""

    id: Any
    text: str
    lang: Lang | str = ""
    history: tuple[Exchange, ...] = ()


def read(raw: str) -> Line:
    """The question of a line; raises LineError."""
    try:
        found = json.loads(raw.lstrip(BOM), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise LineError(None, "bad_json") from None
    if not isinstance(found, dict):
        raise LineError(None, "bad_json")
    id = found.get("id")
    text = _first(found, QUESTIONS)
    if not text.strip():
        raise LineError(id, "question_missing")
    if len(text) > LONGEST:
        raise LineError(id, "question_too_long")
    lang = str(found.get("lang") or "").lower()[:2]
    return Line(
        id, text, cast(Lang, lang) if lang in ("zh", "en") else "", history(found.get("history"))
    )


def _no_number(name: str) -> None:
    """NaN and infinities are no JSON, and would make our own line none."""
    raise ValueError(name)


def _first(found: Mapping[str, Any], names: Iterable[str]) -> str:
    return next((found[name] for name in names if isinstance(found.get(name), str)), "")


def history(raw: Any) -> tuple[Exchange, ...]:
    """Exchanges from pairs, from ``{q, a}``, from messages with roles, or from plain strings."""
    if isinstance(raw, dict):
        raw = raw.get("messages") or raw.get("turns") or [raw]
    made: list[Exchange] = []
    for each in raw[-4 * MOST :] if isinstance(raw, list) else []:
        _take(each, made)
    return tuple(made[-MOST:])


def _take(each: Any, made: list[Exchange]) -> None:
    if isinstance(each, (list, tuple)) and each and all(isinstance(x, str) for x in each[:2]):
        made.append(Exchange(each[0], each[1] if len(each) > 1 else ""))
    elif isinstance(each, str):
        _say(each, not made or bool(made[-1].answer) or _asks(each), made)
    elif isinstance(each, dict):
        words = each.get("content", each.get("text"))
        role = str(each.get("role") or each.get("speaker") or each.get("from") or "").lower()
        if role and isinstance(words, str):
            _say(words, role in ("user", "visitor", "human", "guest", "q", "访客", "用户"), made)
        elif question := _first(each, QUESTIONS):
            made.append(Exchange(question, _first(each, ANSWERS)))


def _asks(words: str) -> bool:
    return words.rstrip().endswith(("?", "？", "吗", "呢"))


def _say(words: str, asks: bool, made: list[Exchange]) -> None:
    if asks:
        made.append(Exchange(words, ""))
    elif made:
        made[-1] = Exchange(made[-1].question, f"{made[-1].answer} {words}".strip())


def written(id: Any, pieces: Iterable[Piece], ms: float) -> dict[str, Any]:
    """An answer as a line gives it; citations in the order in which they were said, once each."""
    pieces = list(pieces)
    clauses = [each for each in pieces if isinstance(each, Clause)]
    cited = {
        (c.document, c.start, c.end): {
            "document": c.document, "start": c.start, "end": c.end, "quote": c.quote
        }
        for clause in clauses
        for c in clause.citations
    }  # fmt: skip
    return {
        "id": id,
        "answered": any(clause.kind == "answer" for clause in clauses),
        "answer": joined(clause.text for clause in clauses),
        "citations": list(cited.values()),
        "actions": [
            {"name": call.name, "args": dict(call.args)}
            for call in pieces
            if isinstance(call, ActionCall)
        ],
        "why": next((each.why for each in pieces if isinstance(each, Finish)), "cut"),
        "ms": round(ms, 2),
    }


def joined(texts: Iterable[str]) -> str:
    """Clauses one after the other: a blank between them unless Chinese meets Chinese."""
    whole = ""
    for text in texts:
        gap = " " if whole and (whole[-1].isascii() or text[:1].isascii()) else ""
        whole += gap + text
    return whole


def refused(error: LineError) -> dict[str, Any]:
    """What is wrong with a line, as a line."""
    return {"id": error.id, "error": {"code": error.code, "message": ERRORS[error.code]}}
