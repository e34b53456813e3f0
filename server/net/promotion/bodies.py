"""Bodies of leads and the contacts that visitors leave."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from server.net.bodies import Strict
from server.promotion.leads import LeadState, LostReason
from server.promotion.sources import SourceKind

Line = Annotated[str, Field(default="", max_length=120)]
Words = Annotated[str, Field(default="", max_length=1000)]
Lang = Literal["zh-CN", "en"]


class SourceBody(Strict):
    """Where in the park it came from; ``ref``: the tour, exhibit, unit (``hall/node``), booth …"""

    kind: SourceKind = "page"
    ref: str = Field(default="", max_length=160)


class ConsentBody(Strict):
    """Agreed to being contacted, on this version of the privacy policy (``/api/v1/site``)."""

    version: int = Field(ge=0)


class LeftContact(Strict):
    """A contact as somebody leaves it: a phone number or an e-mail address, or both."""

    name: str = Field(min_length=1, max_length=64)
    phone: str = Field(default="", max_length=40)
    email: str = Field(default="", max_length=254)
    company: Line
    wants: Words
    source: SourceBody = Field(default_factory=SourceBody)
    consent: ConsentBody | None = None
    lang: Lang = "zh-CN"


class LeftAnswer(BaseModel):
    """It is received. ``token`` opens it to be taken back; ``url`` is its page."""

    token: str
    url: str
    expires: float = Field(description="when it is deleted unless somebody is in touch; Unix time")


class OwnLead(BaseModel):
    """What was left with a token, for whoever left it: when, and the text agreed to."""

    at: float
    source: SourceKind
    consent: str
    expires: float


class LeadCodeAsked(Strict):
    """An e-mail address or phone number to prove by a code."""

    address: str = Field(min_length=3, max_length=254)
    lang: Lang = "zh-CN"


class LeadAccount(Strict):
    """A code that was sent to an address, and the token of a contact left with that address."""

    address: str = Field(min_length=3, max_length=254)
    code: str = Field(min_length=4, max_length=16)
    name: str = Field(default="", max_length=64)
    token: str = Field(default="", max_length=64)
    lang: Lang = "zh-CN"


class LeadMove(BaseModel):
    """Where a lead can go from here, and what is asked for."""

    state: LeadState
    asks: Literal["", "reason", "application"]


class LeadAnswer(BaseModel):
    """A lead as staff see it. Times are Unix seconds."""

    id: str
    version: int
    state: LeadState
    furthest: LeadState
    name: str
    phone: str
    email: str
    company: str
    wants: str
    source: SourceKind
    source_ref: str
    source_title: dict[str, str]
    lang: str
    owner: str
    owner_name: str
    account: str
    next_at: float | None
    overdue: bool
    reason: LostReason | Literal[""]
    application: str
    created: float
    changed: float
    expires: float
    moves: list[LeadMove]


class LeadOwner(BaseModel):
    """Staff who may look after leads."""

    id: str
    name: str


class LeadList(BaseModel):
    """Leads, newest first; ``next`` names the last one when there may be more."""

    leads: list[LeadAnswer]
    next: str | None
    counts: dict[str, int]
    owners: list[LeadOwner]


class LeadLine(BaseModel):
    """A line in a lead's story."""

    kind: Literal["note", "move", "left", "owner", "next", "booking", "hold"]
    text: str
    about: dict[str, Any]
    author: str
    author_name: str
    at: float


class LeavingAnswer(BaseModel):
    """One time that the contact was left."""

    at: float
    name: str
    company: str
    wants: str
    source: SourceKind
    source_ref: str
    source_title: dict[str, str]
    consent: str
    by: str
    by_name: str


class LeadFile(BaseModel):
    """A lead with its story, newest first, and every time that the contact was left."""

    lead: LeadAnswer
    notes: list[LeadLine]
    leavings: list[LeavingAnswer]
    zone: str


class LeadChange(Strict):
    """What changes; a missing field stays. ``version`` is the one that the sender saw."""

    version: int | None = None
    state: LeadState | None = None
    reason: LostReason | None = None
    application: str | None = Field(default=None, pattern=r"^e_[0-9a-f]{16}$")
    owner: str | None = Field(default=None, max_length=64)
    next_at: float | None = Field(default=None, ge=0, le=1e11)
    name: str | None = Field(default=None, min_length=1, max_length=64)
    phone: str | None = Field(default=None, max_length=40)
    email: str | None = Field(default=None, max_length=254)
    company: str | None = Field(default=None, max_length=120)
    wants: str | None = Field(default=None, max_length=1000)


class LeadNote(Strict):
    """A line for a lead's story."""

    text: str = Field(min_length=1, max_length=2000)


class FunnelAnswer(BaseModel):
    """Leads of a time: how many came at least as far, how they stand, from where, why lost."""

    total: int
    reached: dict[str, int]
    now: dict[str, int]
    sources: dict[str, int]
    landed: dict[str, int]
    lost: dict[str, int]


class BegunAnswer(BaseModel):
    """The application that was begun from a lead."""

    application: str
