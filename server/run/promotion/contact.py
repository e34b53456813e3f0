"""A contact as somebody leaves it, and a lead as staff read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from server.promotion.sources import Source
from server.run.notices.notice import Address
from server.store.promotion_records import StoredLead


@dataclass(frozen=True, slots=True)
class Contact:
    """What is left: ``phone`` and ``email`` in the form in which they are found again."""

    name: str
    phone: str
    email: str
    company: str
    wants: str
    source: Source
    consent: int
    """The version of the privacy policy that was agreed to."""
    lang: str


@dataclass(frozen=True, slots=True)
class Left:
    """What became of it: the lead, whether it is new, and the secret by which it is taken back."""

    lead: StoredLead
    leaving: str
    token: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class OpenLead:
    """A lead with its seals opened."""

    stored: StoredLead
    name: str
    phone: str
    email: str
    company: str
    wants: str

    @property
    def reached_at(self) -> Address | None:
        """Where letters to them go."""
        if self.email:
            return Address(email=self.email)
        return Address(phone=self.phone) if self.phone else None


def opened(vault: Any, stored: StoredLead) -> OpenLead:
    """A lead as staff read it."""

    def text(sealed: str) -> str:
        return (vault.open(stored.id, sealed) or "") if sealed else ""

    return OpenLead(
        stored,
        text(stored.name),
        text(stored.phone),
        text(stored.email),
        text(stored.company),
        text(stored.wants),
    )


def sealed(vault: Any, lead: str, text: str) -> str:
    """A text for a lead's key alone; nothing stays nothing."""
    return str(vault.seal(lead, text)) if text else ""
