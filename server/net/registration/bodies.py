"""What registration takes and gives over HTTP."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field, RootModel

from server.net.accounts.bodies import LONGEST_ADDRESS, Lang, SecondStep, SessionAnswer
from server.net.bodies import ErrorDetail, Localised, Strict
from server.registration.states import Flag, State, Verb

LONGEST_NOTE = 2000
MOST_FIELDS = 100

# --- signing up -----------------------------------------------------------------------------------


class SignUpCode(Strict):
    """Where to send a code: an e-mail address or a phone number."""

    address: str = Field(min_length=3, max_length=LONGEST_ADDRESS)
    lang: Lang = "zh-CN"


class SignUp(Strict):
    """An address, the code that was sent there, and what is agreed to.

    ``consents``: the version of each document that was read, by its kind (``privacy``).
    """

    address: str = Field(min_length=3, max_length=LONGEST_ADDRESS)
    code: str = Field(max_length=64)
    name: str = Field(min_length=1, max_length=80)
    consents: dict[str, int] = Field(max_length=10)
    lang: Lang = "zh-CN"


class SignedUp(SessionAnswer):
    """Who one is now, and the application one is at; empty for staff who have none."""

    application: str


class SignUpAnswer(RootModel[SignedUp | SecondStep]):
    """In, or half the way for an account that has a second factor."""


# --- the form -------------------------------------------------------------------------------------


class FormWords(BaseModel):
    """Words of the form in both languages, of any length."""

    zh: str
    en: str


class FieldGroup(BaseModel):
    """A part of the form."""

    name: str
    label: Localised


class FieldChoice(BaseModel):
    """One of the values that a field takes."""

    value: str
    label: Localised


class FormField(BaseModel):
    """A field: what it is for, and in which cases it must be filled in.

    ``required`` and ``cases`` hold ``existing`` and ``new_firm``. ``sealed``: kept sealed and shown
    masked.
    """

    name: str
    group: str
    kind: str
    label: FormWords
    help: FormWords
    example: FormWords
    choices: list[FieldChoice]
    required: list[str]
    cases: list[str]
    personal: bool
    sealed: bool
    longest: int


class PaperKind(BaseModel):
    """A document that is asked for."""

    kind: str
    name: FormWords
    help: FormWords
    required: list[str]
    cases: list[str]
    most: int


class Industry(BaseModel):
    """A division of GB/T 4754-2017, two digits, in its section."""

    code: str
    label: Localised
    section: str
    section_label: Localised


class ReasonChoice(BaseModel):
    """A coded reason, with its way forward, and the verbs that take it."""

    code: str
    label: Localised
    next: Localised
    verbs: list[str]


class AgreementText(BaseModel):
    """The residence agreement in force."""

    version: str
    text: FormWords
    html: FormWords


class FormAnswer(BaseModel):
    """Everything that a form needs. ``deadlines``: working days, days or months by name."""

    groups: list[FieldGroup]
    fields: list[FormField]
    documents: list[PaperKind]
    industries: list[Industry]
    reasons: list[ReasonChoice]
    agreement: AgreementText
    consents: dict[str, int]
    deadlines: dict[str, int]
    largest: int
    types: list[str]


class ChecksWanted(Strict):
    """Fields to look at; ``partial``: only those that are filled in."""

    fields: dict[str, Any] = Field(max_length=MOST_FIELDS)
    partial: bool = True


class ChecksAnswer(BaseModel):
    """Every error at once, and what else is worth knowing (``severity`` ``warning``)."""

    details: list[ErrorDetail]


# --- applications ---------------------------------------------------------------------------------


class ApplicationNew(Strict):
    """A new draft, with what is known already."""

    lang: Lang = "zh-CN"
    fields: dict[str, Any] = Field(default_factory=dict, max_length=MOST_FIELDS)


class ApplicationSave(Strict):
    """Fields as far as they are filled in, and the version that was looked at."""

    version: int = Field(ge=1)
    fields: dict[str, Any] = Field(max_length=MOST_FIELDS)


class ItemBody(Strict):
    """One thing to be changed: where (a JSON pointer), and what."""

    pointer: str = Field(min_length=1, max_length=200)
    text: str = Field(min_length=1, max_length=LONGEST_NOTE)


class BoothWish(Strict):
    """The booth that an applicant would like best."""

    hall: str = Field(min_length=1, max_length=64)
    node: str = Field(min_length=1, max_length=64)


class TransitionBody(Strict):
    """A verb of the workflow with what it asks for; ``version`` is the one that was looked at.

    ``without_booth``: move in without one, though the form asked for it.
    """

    verb: Verb
    version: int = Field(ge=1)
    reason: str = Field(default="", max_length=32)
    note: str = Field(default="", max_length=LONGEST_NOTE)
    items: list[ItemBody] = Field(default_factory=list, max_length=100)
    agreement: str | int | None = None
    custodian: str = Field(default="", max_length=64)
    booth: BoothWish | None = None
    without_booth: bool = False


class PaperNew(Strict):
    """An upload that has come whole, and as which document it is handed in."""

    upload: str = Field(max_length=64)
    kind: str = Field(max_length=32)


class PaperShown(BaseModel):
    """A document of an application; ``sha256`` is of what was handed in."""

    id: str
    kind: str
    name: str
    bytes: int
    media_type: str
    sha256: str
    at: float


class MissingShown(BaseModel):
    """Something that is still to be given: ``/fields/<name>`` or ``/documents/<kind>``."""

    pointer: str
    code: str
    zh: str
    en: str


class OfferShown(BaseModel):
    """A verb, whether one may use it now, why not, and what it asks for."""

    verb: Verb
    allowed: bool
    why: list[ErrorDetail]
    label: Localised
    asks: list[str]


class CommentShown(BaseModel):
    """What is to be changed; ``by`` is a name for staff, and the park for applicants."""

    id: str
    pointer: str
    text: str
    by: str
    at: float
    resolved: bool


class PassageShown(BaseModel):
    """One line of the history; ``by`` is a name for staff, a role for applicants."""

    at: float
    verb: str
    state: str
    by: str
    role: str
    reason: str
    note: str


class SeatPlace(BaseModel):
    """A seat and its address."""

    number: int
    name: str
    address: Localised
    custodian: str
    custodian_name: Localised


class BoothPlaceShown(BaseModel):
    """Where a company stands in the park."""

    hall: str
    node: str
    name: Localised
    position: list[float] | None


class CertificateShown(BaseModel):
    """A certificate of residence, as far as a list shows it."""

    number: str
    state: str


class AgreementAccepted(BaseModel):
    """The version in force, and which one was accepted when."""

    version: str
    accepted: str
    at: float | None


class ApplicationAnswer(BaseModel):
    """An application whole. Times are Unix seconds.

    ``fields``: the identity number is masked for everybody, phone and e-mail for all but the
    enterprise's own people. ``deadlines`` hold ``submitted``, ``due``, ``hold_until``,
    ``term_until``, ``exit_at``, ``ends_at``. ``flags`` are for staff; applicants see none of
    ``duplicate`` and ``name_conflict``.
    """

    id: str
    state: State
    version: int
    flags: list[Flag]
    fields: dict[str, Any]
    documents: list[PaperShown]
    missing: list[MissingShown]
    findings: list[ErrorDetail]
    may: list[OfferShown]
    comments: list[CommentShown]
    asked: list[str]
    clerk: str
    clerk_name: str
    deadlines: dict[str, float | None]
    days_left: int | None
    reason: str
    custodian: str
    seat: SeatPlace | None
    booth: BoothPlaceShown | None
    certificate: CertificateShown | None
    agreement: AgreementAccepted
    history: list[PassageShown]
    told: list[str]
    created: float
    updated: float


class ApplicationRow(BaseModel):
    """One line of the queue; ``days_left`` are working days until ``due``, below 0 once late."""

    id: str
    state: State
    version: int
    flags: list[Flag]
    name: str
    credit_code: str
    industry: str
    clerk: str
    clerk_name: str
    created: float
    updated: float
    submitted: float | None
    due: float | None
    term_until: float | None
    days_left: int | None


class ApplicationList(BaseModel):
    """Applications, newest first; ``counts``: how many are in each state, all told."""

    applications: list[ApplicationRow]
    next: str | None
    counts: dict[str, int]


class IdentityWanted(Strict):
    """Why somebody must be known by name: it stands in the audit trail."""

    why: str = Field(min_length=2, max_length=200)


class IdentityAnswer(BaseModel):
    """What is masked elsewhere, in clear."""

    number: str
    phone: str
    email: str


class Likeness(BaseModel):
    """Another application that may be of the same company, to lay beside this one.

    ``why``: ``credit_code``, ``name``, ``identity``.
    """

    id: str
    state: State
    name: str
    credit_code: str
    why: list[str]
    fields: dict[str, Any]
    submitted: float | None


class LikenessList(BaseModel):
    """Applications alike."""

    duplicates: list[Likeness]


# --- people of an enterprise ----------------------------------------------------------------------


class MemberNew(Strict):
    """Somebody who is to furnish the enterprise's booth."""

    email: str = Field(min_length=3, max_length=LONGEST_ADDRESS)
    name: str = Field(default="", max_length=80)
    lang: Lang = "zh-CN"


class MemberShown(BaseModel):
    """Somebody of an enterprise, or invited to be (``state`` ``invited``)."""

    id: str
    name: str
    email: str
    role: str
    state: Literal["active", "invited"]


class MemberList(BaseModel):
    """The people of an enterprise."""

    members: list[MemberShown]


# --- hosts, seats, numbers ------------------------------------------------------------------------


class CustodianNew(Strict):
    """A hosting institution with its address and so many seats."""

    title: Localised
    place: Localised
    credit_code: str = Field(default="", max_length=32)
    seats: int = Field(ge=0, le=20_000)


class CustodianChange(Strict):
    """What can be changed of one; ``more`` seats are added to those it has."""

    title: Localised | None = None
    place: Localised | None = None
    state: Literal["open", "closed"] | None = None
    more: int = Field(default=0, ge=0, le=20_000)


class CustodianAnswer(BaseModel):
    """A hosting institution, and how its seats stand."""

    id: str
    title: Localised
    place: Localised
    credit_code: str
    state: Literal["open", "closed"]
    seats: int
    leased: int
    resting: int
    free: int


class CustodianList(BaseModel):
    """Hosting institutions."""

    custodians: list[CustodianAnswer]


class SeatShown(BaseModel):
    """A seat: whose it is, or until when it rests."""

    number: int
    name: str
    custodian: str
    state: Literal["free", "leased", "resting"]
    application: str
    company: str
    since: float | None
    free_from: float | None


class SeatList(BaseModel):
    """Seats by number."""

    seats: list[SeatShown]
    next: int | None


class RegistrationStatistics(BaseModel):
    """What the registry is busy with, in numbers."""

    states: dict[str, int]
    divisions: dict[str, int]
    flags: dict[str, int]
    seats: int
    leased: int
    resting: int
    booths: int
    booths_free: int
    submitted: int
    decided: int
    decision_seconds: float


class PaperPage(BaseModel):
    """A page's picture, pixels."""

    width: int
    height: int


class PaperPages(BaseModel):
    """The pages of a document, counted from 1 in addresses."""

    pages: list[PaperPage]
