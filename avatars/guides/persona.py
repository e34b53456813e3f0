"""Who a guide is: what staff decide about one, and nothing that code decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from avatars.guides.knowledge.document import Lang

Words = Mapping[str, str]
"""Words in both languages: keys ``zh`` and ``en``."""
Tone = Literal["warm", "formal", "lively"]


@dataclass(frozen=True, slots=True)
class Persona:
    """One guide. ``knowledge`` names documents that it may use; empty: all of the park's.

    ``voice`` is a name that the speech endpoint knows; ``body`` one of ``avatars.bodies``;
    ``never`` are things it never says, each a word or a phrase, kept out of every answer.
    """

    id: str
    name: Words
    greeting: Words
    suggestions: tuple[Words, ...] = ()
    voice: str = "alloy"
    body: str = "xiaojing"
    lang: Lang = "zh"
    tone: Tone = "warm"
    knowledge: frozenset[str] = frozenset()
    never: tuple[str, ...] = ()
    brief: Words = field(default_factory=dict)
    """More about how it behaves, told to a language model as the operator's words."""
