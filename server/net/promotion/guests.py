"""Somebody who left a contact proves that it is theirs by a code, and has an account from then on.

Such an account is a guest's with the role of an investor: it may hold space. Whoever has an account
with the address already is signed in to that, with nothing added to it.
"""

from __future__ import annotations

from aiohttp import web

from scenes.findings import Finding
from server.access.actor import Grant
from server.access.naming import clean_name
from server.errors import RequestError
from server.net.accounts.entering import answer_of
from server.net.gate import address_of
from server.net.promotion.bodies import LeadAccount, LeadCodeAsked
from server.net.route import Asked
from server.run.accounts import letters
from server.run.accounts.account import Account
from server.run.accounts.accounts import NewAccount
from server.run.accounts.addresses import email_of, phone_of
from server.run.accounts.errors import AccountError
from server.store.errors import StoreError
from server.store.promotion_records import StoredLead


async def post_codes(asked: Asked) -> web.Response:
    """Send a code to an address; the answer is the same whether anybody has it."""
    body: LeadCodeAsked = asked.body
    address, park = _address(body.address), asked.park
    now = park.clock.now()
    park.promotion.pace.take(address_of(asked.request), (), now)
    code = park.office.codes.make(park.accounts.index(address))
    account = park.accounts.find(address)
    if account is None or account.state != "suspended":
        person = account.id if account else ""
        park.office.postbox.post(letters.sign_in_code(address, body.lang, code, person))
    return web.Response(status=204)


async def post_account(asked: Asked) -> web.Response:
    """Sign in with the code of an address, and have an account if there was none."""
    body: LeadAccount = asked.body
    address, office, park = _address(body.address), asked.park.office, asked.park
    index = park.accounts.index(address)
    tried = await office.attempts.begin(index, address_of(asked.request))
    if not office.codes.take(index, body.code):
        raise AccountError("code_refused")
    await office.attempts.succeeded(tried)
    lead = await _lead(asked, body.token, address)
    account = park.accounts.find(address) or await _made(asked, body, address, lead)
    if lead is not None and not lead.account:
        await park.archive.leads.change(lead.id, None, {"account": account.id})
    return await answer_of(asked, account.id, "code")


async def _made(asked: Asked, body: LeadAccount, address: str, lead: StoredLead | None) -> Account:
    """A guest's account; raises RequestError ``invalid`` when nobody says what to call them."""
    known = asked.park.vault.open(lead.id, lead.name) if lead else ""
    name = clean_name(body.name) or known or ""
    if not name:
        raise RequestError("invalid", [Finding("/name", "missing")])
    is_mail = "@" in address
    new = NewAccount(
        "guest",
        name,
        frozenset({Grant("investor")}),
        email=address if is_mail else "",
        phone="" if is_mail else address,
        lang=body.lang,
    )
    return await asked.park.accounts.add(new, "house")


async def _lead(asked: Asked, token: str, address: str) -> StoredLead | None:
    """The lead of a token, when it is reached at the address that was proved."""
    if not token:
        return None
    leads = asked.park.promotion.leads
    try:
        lead = (await leads.get((await leads.left_by(token)).lead)).stored
    except StoreError:
        return None
    return lead if leads.index(address) in (lead.phone_index, lead.email_index) else None


def _address(text: str) -> str:
    """An e-mail address or a phone number in its one form; raises RequestError ``invalid``."""
    found = email_of(text) if "@" in text else phone_of(text)
    if found is None:
        code = "not_an_email" if "@" in text else "not_a_phone"
        raise RequestError("invalid", [Finding("/address", code)])
    return found
