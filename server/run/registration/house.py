"""What registration needs of the park, and what it hands to those who show companies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

from server.run.accounts.accounts import Accounts
from server.run.clock import Clock
from server.run.privacy.vault import Vault
from server.settings import Settings
from server.store.archive import Archive
from server.store.registration_records import Place, StoredEntry, StoredLease

__all__ = ["Certificates", "Company", "House", "Space"]

SEAT: Final = "云席-{number:05d}（集群注册）"
"""How a seat stands in an address."""


FOR_APPLICANTS: Final = frozenset({"request_changes", "reject", "suspend", "restore", "close"})
"""Verbs of staff whose notes are meant for the applicant; others are for the file, and may speak of
other firms."""


def is_told(entry: StoredEntry) -> bool:
    """Whether an applicant reads the note of a line of the history: their own, or one for them."""
    return entry.role.startswith("enterprise") or entry.verb in FOR_APPLICANTS


@dataclass(frozen=True, slots=True)
class Company:
    """A resident as others may know it: nothing here tells of a person. Times are Unix seconds."""

    id: str
    name: Mapping[str, str]
    brief: Mapping[str, str]
    industry: str
    credit_code: str
    state: str
    since: float
    until: float | None
    website: str = ""
    logo: str | None = None
    custodian: Mapping[str, str] | None = None
    address: Mapping[str, str] | None = None
    seat: str = ""
    lang: str = "zh-CN"


class Space(Protocol):
    """The booths of the scene (``server/run/registration/space.py``)."""

    def candidates(self, wish: Place | None) -> Sequence[Any]:
        """Booths without a tenant, the wished one first; each has ``hall`` and ``node``."""

    async def show(self, lease: StoredLease, company: Company) -> None:
        """Put the company's sign up, or bring it up to date, and show what stands in the booth."""

    async def hide(self, lease: StoredLease) -> None:
        """Hide the booth with all that stands in it; nothing is lost."""

    async def clear(self, lease: StoredLease) -> None:
        """Take the tenant and all that stands in the booth away: it is free again."""

    async def reconcile(self) -> None:
        """Make good what a kill left between the archive and the scene."""


class Certificates(Protocol):
    """Certificates of residence (``server/run/registration/certificates``)."""

    async def issue(self, company: Company) -> Any:
        """Issue one, or return the one that stands."""

    async def suspend(self, company: str, reason: str) -> None:
        """Say that it does not count for now, and why."""

    async def restore(self, company: str) -> None:
        """Let it count again."""

    async def revoke(self, company: str, reason: str) -> None:
        """End it for good."""

    async def of(self, company: str) -> Any:
        """The newest of a company, with ``number`` and ``state``; None when there is none."""

    async def sheet(self, company: str) -> bytes | None:
        """The newest of a company as a PDF; None when there is none."""


class House(Protocol):
    """The park, as far as the registry knows it."""

    settings: Settings
    archive: Archive
    clock: Clock
    vault: Vault
    accounts: Accounts
    office: Any
    """``server/run/accounts/office.py``."""
    notices: Any
    inbox: Any
    legal: Any
    words: Any
    uploads: Any
    site: Any
    halls: dict[str, Any]
    address: str
