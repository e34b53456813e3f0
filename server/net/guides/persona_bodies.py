"""Bodies of personas: who guides are."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from avatars.guides.knowledge.document import Lang
from avatars.guides.persona import Tone
from server.net.bodies import Strict


class Words(Strict):
    """Words in both languages, a paragraph at most."""

    zh: str = Field(min_length=1, max_length=600)
    en: str = Field(min_length=1, max_length=600)


class Brief(Strict):
    """How it behaves, told to a language model as the operator's words."""

    zh: str = Field(default="", max_length=2000)
    en: str = Field(default="", max_length=2000)


class Name(Strict):
    """What a guide is called."""

    zh: str = Field(min_length=1, max_length=24)
    en: str = Field(min_length=1, max_length=24)


Suggestions = Annotated[list[Words], Field(max_length=12)]
Knowledge = Annotated[list[Annotated[str, Field(min_length=1, max_length=160)]],
                      Field(max_length=500)]  # fmt: skip
Never = Annotated[list[Annotated[str, Field(min_length=1, max_length=60)]], Field(max_length=100)]
Voice = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[\w.-]+$")]
Body = Annotated[str, Field(min_length=1, max_length=64)]


class PersonaNew(Strict):
    """A new persona. ``knowledge`` names documents; none: all of the park's."""

    name: Name
    greeting: Words
    suggestions: Suggestions = Field(default_factory=list)
    voice: Voice = "alloy"
    body: Body = "xiaojing"
    lang: Lang = "zh"
    tone: Tone = "warm"
    knowledge: Knowledge = Field(default_factory=list)
    never: Never = Field(default_factory=list)
    brief: Brief = Field(default_factory=Brief)


class PersonaChange(Strict):
    """What changes; a missing field stays. ``version`` is the one that the sender saw."""

    version: int = Field(ge=1)
    name: Name | None = None
    greeting: Words | None = None
    suggestions: Suggestions | None = None
    voice: Voice | None = None
    body: Body | None = None
    lang: Lang | None = None
    tone: Tone | None = None
    knowledge: Knowledge | None = None
    never: Never | None = None
    brief: Brief | None = None


class PersonaWords(BaseModel):
    """Words in both languages."""

    zh: str = ""
    en: str = ""


class PersonaPlace(BaseModel):
    """A guide of the park that is this persona."""

    hall: str
    node: str


class PersonaAnswer(BaseModel):
    """A persona as staff see it; ``used``: the guides that are it."""

    id: str
    version: int
    name: PersonaWords
    greeting: PersonaWords
    suggestions: list[PersonaWords]
    voice: str
    body: str
    lang: Literal["zh", "en"]
    tone: Tone
    knowledge: list[str]
    never: list[str]
    brief: PersonaWords
    used: list[PersonaPlace]


class BodyShown(BaseModel):
    """A body that a persona can have; ``asset`` is its content address, once it is made."""

    id: str
    name: PersonaWords
    asset: str
    picture: str


class PersonaList(BaseModel):
    """Every persona, the bodies that there are, and names of voices that are usual."""

    personas: list[PersonaAnswer]
    bodies: list[BodyShown]
    voices: list[str]
