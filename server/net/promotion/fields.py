"""What visitors type about themselves, checked whole and in the form in which it is kept."""

from __future__ import annotations

from scenes.findings import Finding
from server.access.naming import clean_name
from server.errors import RequestError
from server.net.promotion.bodies import LeftContact
from server.net.route import Asked
from server.promotion.sources import Source
from server.run.accounts.addresses import email_of, phone_of
from server.run.promotion.contact import Contact


def contact_of(asked: Asked, body: LeftContact, *, staff: bool) -> Contact:
    """The contact that a body leaves; raises RequestError ``invalid`` with every finding.

    Staff who enter what they were told at a desk say so, and need no tick of a box.
    """
    found: list[Finding] = []
    name = clean_name(body.name)
    if not name:
        found.append(Finding("/name", "name_unreadable"))
    phone, email = reached(body.phone, body.email, found)
    in_force = asked.park.legal.in_force("privacy")
    if not staff:
        found.extend(_consent(body, in_force))
    if found:
        raise RequestError("invalid", found)
    kind = "desk" if staff and body.source.kind == "page" else body.source.kind
    return Contact(
        name=name,
        phone=phone,
        email=email,
        company=_line(body.company),
        wants=body.wants.strip(),
        source=Source(kind, _line(body.source.ref)),
        consent=in_force,
        lang=body.lang,
    )


def reached(phone: str, email: str, found: list[Finding]) -> tuple[str, str]:
    """A phone number and an e-mail address in their one form; one of them at least."""
    number = phone_of(phone) if phone.strip() else ""
    address = email_of(email) if email.strip() else ""
    if number is None:
        found.append(Finding("/phone", "not_a_phone"))
    if address is None:
        found.append(Finding("/email", "not_an_email"))
    if number == "" and address == "":
        found.extend(Finding(pointer, "contact_missing") for pointer in ("/phone", "/email"))
    return number or "", address or ""


def _consent(body: LeftContact, in_force: int) -> list[Finding]:
    if body.consent is None:
        return [Finding("/consent", "consent_missing")]
    stale = body.consent.version != in_force
    return [Finding("/consent/version", "consent_stale")] if stale else []


def _line(text: str) -> str:
    return " ".join(text.split())
