"""The same contact left twice is one lead: what is kept of whom, for how long."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from server.promotion.leads import ENDS, LeadState

DAY: Final = 86_400.0


class Known(NamedTuple):
    """A lead as far as merging needs it: how it is found, how it stands, when it ends."""

    id: str
    state: LeadState
    phone: str
    """What its phone number is found by, or empty; the same of ``email``."""
    email: str
    expires: float
    created: float


def same_contact(known: Iterable[Known], phone: str, email: str, now: float) -> Known | None:
    """The lead that a contact belongs to: the oldest that is open, alive, and reached alike.

    What has ended is no longer worked on: whoever comes back is a new lead.
    """
    found = [
        lead
        for lead in known
        if lead.state not in ENDS and lead.expires > now and _reached_alike(lead, phone, email)
    ]
    return min(found, key=lambda lead: (lead.created, lead.id), default=None)


def _reached_alike(lead: Known, phone: str, email: str) -> bool:
    return bool(phone and lead.phone == phone) or bool(email and lead.email == email)


def kept_until(state: LeadState, touched: float, days: float) -> float:
    """When a lead is forgotten: ``days`` after it was last worked on or heard of.

    A contact that landed is the company's own file from then on, and the lead goes sooner.
    """
    return touched + (min(days, 90.0) if state == "landed" else days) * DAY


def is_overdue(state: LeadState, next_at: float | None, now: float) -> bool:
    """Whether somebody was to be heard of again before now."""
    return state not in ENDS and next_at is not None and next_at <= now
