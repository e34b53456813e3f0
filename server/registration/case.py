"""An application as the workflow sees it, what a caller gives with a verb, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from server.access.actor import Actor
from server.registration.effects import Effect
from server.registration.errors import Finding
from server.registration.states import Flag, State, Verb

CLOCK: Final = Actor("clock", frozenset())
"""Time itself, which lets things expire; nobody signs in as it."""


@dataclass(frozen=True, slots=True)
class Case:
    """An application, or the company that came of it. Times are Unix seconds; None is no time.

    ``since`` is when it came into its state and ``begun`` when it was begun. ``people`` are the
    accounts of the enterprise, ``submitter`` whoever submitted it last, ``hands`` everybody who
    ever did: none of them reviews it.
    ``asked`` are the pointers that the last request named, ``reopened`` those that may be asked
    about again; ``rounds`` counts the requests. ``due`` is when the review must be done.
    ``hidden``: the company's booth is not shown, though it may still hold it.
    """

    id: str
    state: State = "draft"
    version: int = 1
    flags: frozenset[Flag] = frozenset()
    is_new_firm: bool = False
    credit_code: str = ""
    submitter: str = ""
    people: frozenset[str] = frozenset()
    hands: frozenset[str] = frozenset()
    clerk: str = ""
    custodian: str = ""
    agreement: str = ""
    rounds: int = 0
    asked: tuple[str, ...] = ()
    reopened: frozenset[str] = frozenset()
    begun: float = 0.0
    since: float = 0.0
    submitted: float | None = None
    due: float | None = None
    hold_until: float | None = None
    active_from: float | None = None
    term_until: float | None = None
    exit_at: float | None = None
    ended: float | None = None
    told: frozenset[str] = frozenset()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that an applicant is asked to change: where (a JSON pointer), and in words."""

    pointer: str
    text: str


@dataclass(frozen=True, slots=True)
class Given:
    """What comes with a verb.

    From whoever asks: ``reason`` (a code), ``note`` (for the file), ``items`` (what to change),
    ``agreement`` (the version that is accepted), ``custodian`` (at whose address). The rest are
    facts that the office has looked up: ``findings`` and what is ``missing``; ``changed``, pointers
    that differ from what was last submitted; the ``flags`` that the form's content earns;
    ``seats`` free at the custodian; ``in_force``, the agreement's version; ``resident``, whether
    the same code is a resident elsewhere in the park; ``host_open``, whether the custodian is still
    approved; whether it ``has_booth``, the space is ``emptied``, and the company's copy
    ``exported``.
    """

    reason: str = ""
    note: str = ""
    items: tuple[Item, ...] = ()
    agreement: str = ""
    custodian: str = ""
    findings: tuple[Finding, ...] = ()
    missing: tuple[Finding, ...] = ()
    changed: frozenset[str] = frozenset()
    flags: frozenset[Flag] = frozenset()
    seats: int = 0
    in_force: str = ""
    resident: bool = False
    host_open: bool = False
    has_booth: bool = False
    emptied: bool = False
    exported: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a verb is refused: a code with words, and each cause."""

    code: str
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A verb that the state knows, and why this actor may not use it now; none: they may."""

    verb: Verb
    refusals: tuple[Refusal, ...] = ()

    @property
    def allowed(self) -> bool:
        """Whether it may be used."""
        return not self.refusals


@dataclass(frozen=True, slots=True)
class Entry:
    """The line of the history, and of the audit trail, that a step leaves."""

    audit: str
    verb: Verb
    source: State
    target: State
    by: str
    at: float
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What a verb came to: the application after it, what else is to be done, the line about it."""

    case: Case
    effects: tuple[Effect, ...]
    entry: Entry
