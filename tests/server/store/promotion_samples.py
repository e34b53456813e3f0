"""Leads, visits and holds for tests of the archive."""

from __future__ import annotations

from typing import Any

from server.store.promotion_records import StoredBooking, StoredHold, StoredLead, StoredLeaving

NOW = 1_800_000_000.0


def lead(id: str = "l_1", **more: Any) -> StoredLead:
    """A new lead, reached by phone."""
    usual: dict[str, Any] = {
        "id": id, "name": "s1.a", "phone": "s1.b", "email": "", "company": "", "wants": "",
        "phone_index": f"p-{id}", "email_index": "", "source": "page", "source_ref": "",
        "lang": "zh-CN", "created": NOW, "changed": NOW, "expires": NOW + 100,
    }  # fmt: skip
    return StoredLead(**(usual | more))


def leaving(lead: str = "l_1", number: int = 1) -> StoredLeaving:
    """One time that a contact was left."""
    return StoredLeaving(
        f"v_{lead}_{number}", lead, f"hash-{lead}-{number}", "s1.a", "", "", "page", "",
        "privacy:1", "", NOW,
    )  # fmt: skip


def booking(number: int, starts: float = NOW, **more: Any) -> StoredBooking:
    """A visit asked for."""
    usual: dict[str, Any] = {
        "id": f"b_{number}", "lead": "l_1", "leaving": f"v_{number}", "token": f"hash-{number}",
        "state": "asked", "starts": starts, "ends": starts + 3600, "people": 2, "created": NOW,
        "changed": NOW,
    }  # fmt: skip
    return StoredBooking(**(usual | more))


def hold(number: int, unit: str = "a-101", **more: Any) -> StoredHold:
    """A hold of a unit for a week."""
    usual: dict[str, Any] = {
        "id": f"h_{number}", "hall": "gallery", "unit": unit, "no": "A-101", "state": "held",
        "owner": f"a_{number}", "lead": "", "author": f"a_{number}", "starts": NOW,
        "until": NOW + 7 * 86_400,
    }  # fmt: skip
    return StoredHold(**(usual | more))
