"""What a question of the form is, and what a document is that goes with it: the shapes of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

Values = Mapping[str, Any]
Need = Callable[[Values], bool]
Group = Literal["firm", "representative", "contact", "booth", "consents"]
FieldKind = Literal[
    "choice", "text", "long_text", "code", "date", "money", "number", "phone", "email", "url",
    "yes_no", "consent",
]  # fmt: skip


class Words(NamedTuple):
    """A text in both languages."""

    zh: str
    en: str


class Choice(NamedTuple):
    """One of the answers to choose from."""

    value: str
    words: Words


class Field(NamedTuple):
    """A question: what it asks, why, and how an answer looks.

    ``required`` tells from the other answers whether this one must be there; ``shown`` whether it
    is asked at all. ``personal`` answers tell of a person; ``sealed`` ones are also never shown
    whole. ``longest`` is in characters.
    """

    name: str
    group: Group
    kind: FieldKind
    required: Need
    label: Words
    help: Words
    example: Words
    choices: tuple[Choice, ...] = ()
    personal: bool = False
    sealed: bool = False
    longest: int = 200
    shown: Need = lambda values: True


class DocumentKind(NamedTuple):
    """A document: what it is, when it must be there, what it must show; ``most`` files of it."""

    name: str
    required: Need
    label: Words
    help: Words
    personal: bool = True
    most: int = 1
    shown: Need = lambda values: True


class Missing(NamedTuple):
    """Something that is not there yet: a pointer to a field or a document, its name in words."""

    pointer: str
    code: str
    label: Words
