"""New leads, and what was left of them, as the archive keeps them."""

from __future__ import annotations

from server.access.actor import Actor
from server.promotion.contacts import kept_until
from server.run.promotion.contact import Contact, sealed
from server.run.promotion.house import House
from server.run.secrets import fingerprint, short_id
from server.store.promotion_records import StoredLead, StoredLeaving


def new_lead(house: House, id: str, contact: Contact, actor: Actor, *, staff: bool) -> StoredLead:
    """A lead that nobody has worked on; what staff enter is theirs to look after."""

    def seal(text: str) -> str:
        return sealed(house.vault, id, text)

    now, is_account = house.clock.now(), actor.id.startswith("a_")
    return StoredLead(
        id=id,
        name=seal(contact.name),
        phone=seal(contact.phone),
        email=seal(contact.email),
        company=seal(contact.company),
        wants=seal(contact.wants),
        phone_index="",
        email_index="",
        source=contact.source.kind,
        source_ref=contact.source.ref,
        lang=contact.lang,
        created=now,
        changed=now,
        expires=kept_until("new", now, house.settings.lead_days),
        owner=actor.id if staff and is_account else "",
        account=actor.id if is_account and not staff else "",
    )


def new_leaving(house: House, lead: str, contact: Contact, by: str) -> tuple[StoredLeaving, str]:
    """One time that a contact is left, and the secret by which it is taken back."""

    def seal(text: str) -> str:
        return sealed(house.vault, lead, text)

    id = f"v_{short_id()}"
    token = str(house.vault.index(f"contact:{id}"))
    leaving = StoredLeaving(
        id=id,
        lead=lead,
        token=fingerprint(token),
        name=seal(contact.name),
        company=seal(contact.company),
        wants=seal(contact.wants),
        source=contact.source.kind,
        source_ref=contact.source.ref,
        consent=f"privacy:{contact.consent}",
        by=by,
        at=house.clock.now(),
    )
    return leaving, token
