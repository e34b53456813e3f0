"""What a step of the workflow has done outside it: values that the house performs.

A step names its effects; it performs none. ``LeaseSpace`` belongs into the very transaction that
keeps the step, as the step must fail when there is no space; the others follow it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

Who = Literal["applicant", "clerk", "clerks", "managers"]
"""``clerk``: the one who works on it; ``clerks`` and ``managers``: all of them."""


@dataclass(frozen=True, slots=True)
class LeaseSpace:
    """Lease a seat at the custodian, and a booth when one is wanted, in the step's transaction."""


@dataclass(frozen=True, slots=True)
class LeaseBooth:
    """Lease a booth, in the step's transaction, for a resident that has its seat already."""


@dataclass(frozen=True, slots=True)
class FreeSpace:
    """End the leases: the booth returns to the pool, the seat rests for twelve months."""


@dataclass(frozen=True, slots=True)
class ShowBooth:
    """Show the company's sign, and what stands in its booth."""


@dataclass(frozen=True, slots=True)
class HideBooth:
    """Hide the sign and the booth; nothing in it is lost."""


@dataclass(frozen=True, slots=True)
class IssueCertificate:
    """Issue the certificate of residence, good until ``until`` (Unix seconds)."""

    until: float


@dataclass(frozen=True, slots=True)
class SuspendCertificate:
    """Say at the verification page that the certificate is suspended, and why."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class RestoreCertificate:
    """The certificate is valid again."""


@dataclass(frozen=True, slots=True)
class RevokeCertificate:
    """The certificate is over for good."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Tell:
    """A notice of this kind to somebody."""

    who: Who
    kind: str
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Await:
    """Put an item into the staff inbox, due at a time (Unix seconds) or at none."""

    kind: str
    due: float | None = None


@dataclass(frozen=True, slots=True)
class Settle:
    """Take the item of this kind out of the staff inbox: it has been seen to."""

    kind: str


@dataclass(frozen=True, slots=True)
class Event:
    """What integrators are told of: an event's name."""

    name: str


Effect = (
    LeaseSpace
    | LeaseBooth
    | FreeSpace
    | ShowBooth
    | HideBooth
    | IssueCertificate
    | SuspendCertificate
    | RestoreCertificate
    | RevokeCertificate
    | Tell
    | Await
    | Settle
    | Event
)
EffectName = Literal[
    "lease_space",
    "lease_booth",
    "free_space",
    "show_booth",
    "hide_booth",
    "issue_certificate",
    "suspend_certificate",
    "restore_certificate",
    "revoke_certificate",
    "await_review",
    "await_closing",
    "settle_review",
    "settle_closing",
]
REVIEW: Final = "application"
DEADLINE: Final = "deadline"
"""Items of the staff inbox: an application to be reviewed; something whose time has come."""
