"""What the public sees of companies: a directory, and a card that each keeps itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from scenes.findings import Finding
from server.registration.errors import RegistrationError
from server.run.registration.companies import brief_of
from server.run.registration.house import House
from server.run.registration.office import Office
from server.store.doing import note
from server.store.errors import StoreError
from server.store.registration_records import NewEffect, StoredApplication, StoredLease

OWN: Final = ("active", "suspended")
"""States in which a company may change its card."""
CARD: Final = ("name_en", "brief", "brief_en", "website", "logo")


class Card(NamedTuple):
    """A company as visitors know it, and where it stands."""

    row: StoredApplication
    brief: dict[str, str]
    lease: StoredLease | None


@dataclass(slots=True)
class Cards:
    """The directory."""

    house: House
    office: Office

    async def all(self, text: str = "", division: str = "") -> list[Card]:
        """Companies that receive visitors now, by name; only those that match."""
        book = self.house.archive.registration
        leases = {lease.application: lease for lease in await book.leases()}
        rows = await book.of_states("active")
        wanted = text.strip().casefold()
        found = [
            Card(row, brief_of(row), leases.get(row.id))
            for row in rows
            if (not division or row.division == division) and _matches(row, wanted)
        ]
        return sorted(found, key=lambda card: card.row.title)

    async def one(self, id: str, *, hidden: bool = False) -> Card:
        """A company's card; raises RegistrationError ``company_unknown``.

        ``hidden``: whoever asks may see it while it receives nobody.
        """
        book = self.house.archive.registration
        try:
            row = await book.get(id)
        except StoreError:
            raise RegistrationError("company_unknown") from None
        if row.state != "active" and not (hidden and row.state in (*OWN, "exiting")):
            raise RegistrationError("company_unknown")
        return Card(row, brief_of(row), await book.lease_of(id))

    async def change(self, id: str, changes: Mapping[str, Any], *, reviewed: bool) -> Card:
        """Change a card; its sign follows.

        ``reviewed``: whether words are looked at first. Raises RegistrationError ``invalid``,
        ``company_unknown``, ``application_locked``.
        """
        card = await self.one(id, hidden=True)
        if card.row.state not in OWN:
            raise RegistrationError("application_locked")
        texts = {f"/{n}": str(v) for n, v in changes.items() if v and n not in ("logo", "website")}
        found = await self.house.words.check_all(texts) if reviewed else []
        found += await self._logo(changes)
        if found:
            raise RegistrationError("invalid", found)
        kept = {name: value for name, value in changes.items() if name in CARD}
        row, now = card.row, self.house.clock.now()
        fields = {n: v for n, v in {**row.fields, **kept}.items() if v not in (None, "")}
        after = replace(row, fields=fields, version=row.version + 1, changed=now)
        note(before={n: row.fields.get(n) for n in kept}, after=kept)
        book = self.house.archive.registration
        await book.save(after, row.version)
        if row.state == "active":
            await book.owe(id, [NewEffect("show_booth", {})], now)
            await self.office.effects.soon(id)
        return await self.one(id, hidden=True)

    async def _logo(self, changes: Mapping[str, Any]) -> list[Finding]:
        """A logo is a picture that the park has checked."""
        sha = changes.get("logo")
        if not sha:
            return []
        asset = await self.house.archive.asset(str(sha))
        fine = asset is not None and asset.media_type in ("image/webp", "image/png", "image/jpeg")
        return [] if fine else [Finding("/logo", "not_a_picture")]


def _matches(row: StoredApplication, text: str) -> bool:
    said = (row.title, row.fields.get("name_en"), row.fields.get("brief"))
    return not text or any(text in str(each or "").casefold() for each in said)
