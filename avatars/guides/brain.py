"""The protocol between a guide and its brain: a question goes in, a stream of pieces comes out.

A brain yields clauses and action calls in the order in which they are to be said and done, and one
``Finish`` at the end. The extractive brain yields them at once; a language model as it goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from avatars.guides.knowledge.document import Citation, Lang, Visibility
from avatars.guides.persona import Persona

ClauseKind = Literal["answer", "ask_back", "unknown", "notice"]
"""``answer`` rests on citations; ``ask_back`` wants a vaguer question made clear; ``unknown`` says
that the records do not have it; ``notice`` is the house's own words (a greeting, a refusal)."""
Why = Literal["answered", "vague", "unknown", "refused", "small_talk", "cut"]


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was asked and heard before: ``answer`` holds only what the visitor heard."""

    question: str
    answer: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """A thing in the hall that may be named: a node, its kind and its names in both languages."""

    node: str
    kind: str
    names: Mapping[str, str]
    hall: str = ""
    variants: tuple[str, ...] = ()
    animations: tuple[str, ...] = ()
    can_explode: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What a visitor wants to know, with everything that a brain may know of the moment.

    ``lang`` is empty when it is to be found out from ``text``. ``near`` are things in sight,
    nearest first. ``actions`` are the names that this talk allows.
    """

    text: str
    persona: Persona
    today: date
    lang: Lang | Literal[""] = ""
    history: tuple[Exchange, ...] = ()
    audience: Visibility = "public"
    near: tuple[Sight, ...] = ()
    actions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Clause:
    """Something to say: one breath, with what it rests on."""

    text: str
    lang: Lang
    kind: ClauseKind = "answer"
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionCall:
    """Something to do: a name of ``avatars.guides.actions`` with its arguments."""

    name: str
    args: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""


@dataclass(frozen=True, slots=True)
class Finish:
    """The end of an answer. ``brain`` says whose it was in the end."""

    why: Why
    brain: Literal["extractive", "model"] = "extractive"


Piece = Clause | ActionCall | Finish
