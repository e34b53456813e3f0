"""The park's own records, read from where they are kept, as documents for guides."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from server.registration.industry import DIVISIONS
from server.run.guides import sources
from server.run.guides.house import House
from server.run.guides.sources import CompanyFacts, Source

MOST_EXHIBITS: Final = 2000


async def gathered(house: House) -> dict[str, Source]:
    """Every record that visitors may hear of, by the id of its document."""
    exhibits = await house.archive.exhibits.page(MOST_EXHIBITS)
    cards = await house.registry.cards.all()
    open_halls = [hall for hall in house.halls.values() if hall.is_open]
    names = {hall.id: _name(hall) for hall in open_halls}
    units = list(house.promotion.units.all())
    companies = [_company(house, card) for card in cards]
    plan = house.promotion.bookings.plan
    profile, name = house.site.profile, dict(house.site.name)
    found = await asyncio.to_thread(
        lambda: [
            *sources.park(name, profile, plan, names.values()),
            *sources.exhibits(exhibits),
            *sources.companies(companies),
            *sources.units(units, names),
        ]
    )
    return {source.id: source for source in found}


def _name(hall: Any) -> dict[str, str]:
    return dict(hall.editing.layers.published.hall.get("name") or {"zh": hall.id, "en": hall.id})


def _company(house: House, card: Any) -> CompanyFacts:
    row, division = card.row, DIVISIONS.get(card.row.division)
    return CompanyFacts(
        row.id,
        {"zh": row.title, "en": str(row.fields.get("name_en") or row.title)},
        card.brief,
        {"zh": division.zh, "en": division.en} if division else {},
        str(row.fields.get("website") or ""),
        _booth(house, card.lease) if card.lease is not None else None,
    )


def _booth(house: House, lease: Any) -> dict[str, str] | None:
    """Where a company stands, in words."""
    hall = house.halls.get(lease.hall)
    node = hall.editing.layers.published.nodes.get(lease.node) if hall is not None else None
    if hall is None or node is None or not hall.is_open:
        return None
    no = str((node.get("booth") or {}).get("no", lease.node))
    name, at = dict(node.get("name") or {}), _name(hall)
    return {lang: f"{at.get(lang, hall.id)} {name.get(lang) or no}" for lang in ("zh", "en")}
