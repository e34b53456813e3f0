"""Leads over HTTP: left by anybody, worked on by staff."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError
from server.net.api_exhibits import LARGEST_PAGE, PAGE, whole
from server.net.gate import address_of
from server.net.promotion.answers import lead_answer, leaving_answer, note_answer
from server.net.promotion.bodies import LeadChange, LeadNote, LeftContact
from server.net.promotion.fields import contact_of
from server.net.route import Asked
from server.promotion.funnel import Told, funnel
from server.promotion.leads import LEAD_STATES
from server.promotion.sources import SOURCE_KINDS
from server.run.accounts.addresses import email_of, phone_of
from server.run.promotion.contact import Contact, OpenLead, opened
from server.store.doing import note

FILTERS: Final = ("state", "owner", "source")
CHOICES: Final = {"state": ("open", *LEAD_STATES), "source": SOURCE_KINDS}
DAY: Final = 86_400.0


async def post_lead(asked: Asked) -> web.Response:
    """Leave a contact by consent."""
    body: LeftContact = asked.body
    staff = asked.actor.may("lead.edit")
    contact = contact_of(asked, body, staff=staff)
    take_pace(asked, contact, staff=staff)
    park = asked.park
    left = await park.promotion.leads.leave(contact, asked.actor, staff=staff)
    note(target=f"lead/{left.lead.id}")
    if not staff:
        await park.promotion.letters.received(opened(park.vault, left.lead), left.token)
    url = f"{park.address}/my/contact/{left.token}"
    answer = {"token": left.token, "url": url, "expires": left.lead.expires}
    return web.json_response(answer, status=202)


def take_pace(asked: Asked, contact: Contact, *, staff: bool) -> None:
    """Count a contact against its household; raises PromotionError ``too_many_requests``."""
    if staff:
        return
    index, now = asked.park.promotion.leads.index, asked.park.clock.now()
    contacts = tuple(index(each) for each in (contact.phone, contact.email) if each)
    asked.park.promotion.pace.take(address_of(asked.request), contacts, now)


async def get_own_lead(asked: Asked) -> web.Response:
    """What was left with a token: when and on which text, and nothing that a stranger typed."""
    leads = asked.park.promotion.leads
    leaving = await leads.left_by(asked.request.match_info["token"])
    lead = await leads.get(leaving.lead)
    told = {"at": leaving.at, "source": leaving.source, "consent": leaving.consent}
    return web.json_response({**told, "expires": lead.stored.expires})


async def delete_own_lead(asked: Asked) -> web.Response:
    """Take a contact back: it is deleted at once."""
    await asked.park.promotion.leads.take_back(asked.request.match_info["token"])
    return web.Response(status=204)


async def get_leads(asked: Asked) -> web.Response:
    """Leads, newest first."""
    book, limit = asked.park.archive.leads, whole(asked, "limit", PAGE, LARGEST_PAGE)
    found = await book.page(limit + 1, asked.request.query.get("before"), **_where(asked))
    page = found[:limit]
    return web.json_response(
        {
            "leads": [lead_answer(asked, opened(asked.park.vault, lead)) for lead in page],
            "next": page[-1].id if len(found) > limit else None,
            "counts": await book.counts(),
            "owners": owners(asked),
        }
    )


def owners(asked: Asked) -> list[dict[str, str]]:
    """Staff who may look after leads."""
    accounts = asked.park.accounts
    return [
        {"id": account.id, "name": account.name}
        for account in accounts
        if (actor := accounts.actor(account.id)) is not None and actor.may("lead.edit")
    ]


def _where(asked: Asked) -> dict[str, str]:
    query, found = asked.request.query, {}
    for name in FILTERS:
        value = query.get(name, "")[:64]
        if value and value not in CHOICES.get(name, (value,)):
            raise RequestError("invalid", [Finding(f"/{name}", "not_a_choice")])
        if value:
            found[name] = asked.actor.id if (name, value) == ("owner", "me") else value
    return found


async def get_lead(asked: Asked) -> web.Response:
    """One lead with its story."""
    id, vault = asked.request.match_info["lead"], asked.park.vault
    lead = await asked.park.promotion.leads.get(id)
    notes, leavings = await asked.park.archive.leads.story(id)

    def opener(sealed: str) -> str:
        return (vault.open(id, sealed) or "") if sealed else ""

    return web.json_response(
        {
            "lead": lead_answer(asked, lead),
            "notes": [note_answer(asked, each, opener) for each in notes],
            "zone": asked.park.inbox.duty.zone,
            "leavings": [leaving_answer(asked, each, opener) for each in leavings],
        }
    )


async def patch_lead(asked: Asked) -> web.Response:
    """Change a lead."""
    body: LeadChange = asked.body
    wanted = _checked(asked, body.model_dump(exclude_unset=True, exclude={"version"}))
    id = asked.request.match_info["lead"]
    changed = await asked.park.promotion.leads.change(id, body.version, wanted, asked.actor)
    note(target=f"lead/{id}")
    return web.json_response(lead_answer(asked, changed))


def _checked(asked: Asked, wanted: dict[str, Any]) -> dict[str, Any]:
    """The fields in their one form; raises RequestError ``invalid`` with every finding."""
    found: list[Finding] = []
    owner = wanted.get("owner")
    if owner:
        actor = asked.park.accounts.actor(owner)
        if actor is None or not actor.may("lead.edit"):
            found.append(Finding("/owner", "assignee_lead"))
    for name, form, code in (
        ("phone", phone_of, "not_a_phone"),
        ("email", email_of, "not_an_email"),
    ):
        if wanted.get(name, "").strip() if isinstance(wanted.get(name), str) else False:
            wanted[name] = form(wanted[name])
            if wanted[name] is None:
                found.append(Finding(f"/{name}", code))
    if found:
        raise RequestError("invalid", found)
    return wanted


async def delete_lead(asked: Asked) -> web.Response:
    """Forget a lead, as its person asked: for good."""
    id = asked.request.match_info["lead"]
    await asked.park.archive.leads.get(id)
    await asked.park.promotion.leads.forget(id)
    return web.Response(status=204)


async def post_application(asked: Asked) -> web.Response:
    """Begin an application from a lead, with what is known of it filled in."""
    id = asked.request.match_info["lead"]
    lead = await asked.park.promotion.leads.get(id)
    if lead.stored.application:
        raise RequestError("lead_applied")
    by = lead.stored.account or asked.actor.id
    begun = await asked.park.registry.office.begin(
        by, lang=lead.stored.lang, values=_prefilled(lead), lead=id
    )
    await asked.park.promotion.landing.applied(lead.stored, begun.id, asked.actor)
    note(target=f"lead/{id}", after={"enterprise": begun.id})
    return web.json_response({"application": begun.id}, status=201)


def _prefilled(lead: OpenLead) -> dict[str, str]:
    """Fields of the application's form, as far as a lead tells them."""
    known = {
        "name": lead.company,
        "contact_name": lead.name,
        "phone": lead.phone,
        "email": lead.email,
    }
    return {name: value for name, value in known.items() if value}


async def post_note(asked: Asked) -> web.Response:
    """Write a line into a lead's story."""
    body: LeadNote = asked.body
    id = asked.request.match_info["lead"]
    await asked.park.promotion.leads.note(id, body.text.strip(), asked.actor)
    return await get_lead(asked)


async def get_funnel(asked: Asked) -> web.Response:
    """How far the leads of some days came."""
    days = whole(asked, "days", 365, 3650)
    rows = await asked.park.archive.leads.told(asked.park.clock.now() - days * DAY)
    return web.json_response(funnel(Told(*row) for row in rows)._asdict())
