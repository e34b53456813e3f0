"""The directory of companies over HTTP, and the card that each keeps itself."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from server.net.api_exhibits import whole
from server.net.companies.bodies import CompanyCardChange
from server.net.registration.answers import booth_shown, certificate_shown, is_own, is_staff
from server.net.route import Asked
from server.registration import industry
from server.run.registration.cards import Card
from server.run.site.review import is_reviewed

PAGE, LARGEST_PAGE = 100, 500
QUERY: Final = {
    "q": "part of a name or of what a company says of itself",
    "industry": "a division of GB/T 4754, two digits",
    "limit": "how many, at most 500",
}


async def get_companies(asked: Asked) -> web.Response:
    """Companies that receive visitors now."""
    query, limit = asked.request.query, whole(asked, "limit", PAGE, LARGEST_PAGE)
    found = await asked.park.registry.cards.all(
        query.get("q", "")[:100], query.get("industry", "")[:8]
    )
    cards = [card_shown(asked, card) for card in found[:limit]]
    return web.json_response({"companies": cards, "total": len(found)})


async def get_company(asked: Asked) -> web.Response:
    """One company's card; its own people and staff see it while it receives nobody, too."""
    id = asked.request.match_info["company"]
    hidden = is_staff(asked.actor) or is_own(asked.actor, id)
    card = await asked.park.registry.cards.one(id, hidden=hidden)
    proof = await asked.park.registry.certificates.of(id)
    return web.json_response({**card_shown(asked, card), "certificate": certificate_shown(proof)})


async def patch_company(asked: Asked) -> web.Response:
    """Change a card; its sign in the park follows."""
    body: CompanyCardChange = asked.body
    told = body.model_dump(exclude_unset=True)
    brief = told.pop("brief", None)
    if brief is not None:
        told |= {"brief": brief["zh"], "brief_en": brief["en"]}
    id = asked.request.match_info["company"]
    card = await asked.park.registry.cards.change(id, told, reviewed=is_reviewed(asked.actor))
    return web.json_response(card_shown(asked, card))


def card_shown(asked: Asked, card: Card) -> dict[str, Any]:
    """A card, as ``CompanyCard``."""
    row = card.row
    return {
        "id": row.id,
        "name": row.title,
        "name_en": str(row.fields.get("name_en") or ""),
        "industry": row.division,
        "industry_name": industry_name(row.division),
        "brief": card.brief,
        "website": str(row.fields.get("website") or ""),
        "logo": row.fields.get("logo") or None,
        "booth": booth_shown(asked, card.lease),
        "since": row.course.get("active_from"),
        "state": row.state,
    }


def industry_name(division: str) -> dict[str, str]:
    """What a division is called in both languages; its code when it is in no table."""
    known = industry.DIVISIONS.get(division)
    if known is None:
        return {"zh": division, "en": division}
    return {"zh": known.zh, "en": known.en}
