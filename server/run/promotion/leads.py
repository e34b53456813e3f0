"""Leads: left by visitors, worked on by staff, taken back or forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from server.access.actor import Actor
from server.log import logger
from server.promotion.contacts import Known, kept_until, same_contact
from server.promotion.funnel import further
from server.promotion.leads import Given, LeadState, move
from server.promotion.sources import SOURCE_WORDS
from server.run.promotion.contact import Contact, Left, OpenLead, opened, sealed
from server.run.promotion.house import House
from server.run.promotion.making import new_lead, new_leaving
from server.run.secrets import fingerprint, short_id
from server.store.errors import StoreError
from server.store.promotion_records import NoteKind, StoredLead, StoredLeaving, StoredNote

log = logger("promotion")
DAY: Final = 86_400.0
PURPOSE: Final = "contact"
"""The consent's purpose (``server/run/privacy/purposes.py``)."""


class Leads:
    """The leads of the park."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._one_at_a_time = asyncio.Lock()

    # --- what visitors do ---------------------------------------------------------------------

    async def leave(self, contact: Contact, actor: Actor, *, staff: bool) -> Left:
        """Keep a contact: a new lead, or one more line of the one that is reached alike."""
        async with self._one_at_a_time:
            phone, email = self.index(contact.phone), self.index(contact.email)
            now = self._house.clock.now()
            known = [_known(lead) for lead in await self._house.archive.leads.alike(phone, email)]
            same = same_contact(known, phone, email, now)
            id = same.id if same else f"l_{short_id()}"
            leaving, token = new_leaving(self._house, id, contact, actor.id if staff else "")
            if same is None:
                made = new_lead(self._house, id, contact, actor, staff=staff)
                lead = replace(made, phone_index=phone, email_index=email)
                await self._house.archive.leads.take(lead, leaving)
            else:
                lead = await self._again(id, contact, leaving, now)
            await self._agreed(id, leaving.consent, now)
        await self._tell(lead, is_new=same is None, staff=staff)
        return Left(lead, leaving.id, token, same is None)

    async def take_back(self, token: str) -> None:
        """Withdraw what was left with this secret: at once and for good.

        Raises StoreError ``lead_unknown``.
        """
        leaving = await self.left_by(token)
        if await self._house.archive.leads.take_back(leaving):
            await self.forget(leaving.lead)
            return
        note = StoredNote(leaving.lead, "left", "", "", self._house.clock.now(), {"back": True})
        await self._house.archive.leads.note([note])

    async def left_by(self, token: str) -> StoredLeaving:
        """What was left with this secret; raises StoreError ``lead_unknown``."""
        found = await self._house.archive.leads.left_by(fingerprint(token[:256]))
        if found is None:
            raise StoreError("lead_unknown", "nothing was left with this secret")
        return found

    # --- what staff do ------------------------------------------------------------------------

    async def get(self, id: str) -> OpenLead:
        """One lead; raises StoreError ``lead_unknown``."""
        return opened(self._house.vault, await self._house.archive.leads.get(id))

    async def change(
        self, id: str, version: int | None, wanted: Mapping[str, Any], actor: Actor
    ) -> OpenLead:
        """Change a lead: its state, owner, next date, or what is known of it.

        Raises StoreError ``lead_unknown``, ``lead_stale``; PromotionError ``lead_move``,
        ``invalid``.
        """
        before = await self._house.archive.leads.get(id)
        if version is not None and before.version != version:
            raise StoreError("lead_stale", f"lead {id} is at version {before.version}")
        changes, notes = self._changes(before, wanted, actor)
        after = await self._house.archive.leads.change(id, before.version, changes, notes)
        await self.tell(before, after)
        return opened(self._house.vault, after)

    async def note(self, id: str, text: str, actor: Actor) -> None:
        """Write a line into a lead's story; raises StoreError ``lead_unknown``."""
        lead = await self._house.archive.leads.get(id)
        now = self._house.clock.now()
        note = self.note_of(id, "note", actor.id, text=text)
        changes = {"changed": now, "expires": self.kept(lead.state, now)}
        await self._house.archive.leads.change(id, None, changes, [note])

    async def forget(self, id: str) -> None:
        """Take a lead away with all that was said of it, and destroy its key."""
        now = self._house.clock.now()
        await self._house.archive.privacy.withdraw(id, PURPOSE, now)
        await self._house.archive.leads.forget(id)
        self._house.vault.destroy(id)
        await self._house.inbox.close("lead", id)
        await self._house.notices.event("lead.forgotten", {"lead": id})

    def index(self, address: str) -> str:
        """What a phone number or e-mail address is found by; empty for none."""
        return str(self._house.vault.index(f"lead:{address}")) if address else ""

    # --- inside -------------------------------------------------------------------------------

    def _changes(
        self, before: StoredLead, wanted: Mapping[str, Any], actor: Actor
    ) -> tuple[dict[str, Any], list[StoredNote]]:
        now, notes = self._house.clock.now(), []
        changes: dict[str, Any] = {"changed": now}
        state: LeadState = wanted.get("state") or before.state
        if state != before.state:
            given = Given(wanted.get("reason") or "", wanted.get("application") or "")
            move(before.state, state, given)
            reason = given.reason if state == "lost" else ""
            changes |= {"state": state, "reason": reason}
            changes["furthest"] = further(before.furthest, state)
            if given.application:
                changes["application"] = given.application
            about = {"from": before.state, "to": state, "reason": reason}
            notes.append(self.note_of(before.id, "move", actor.id, about=about))
        if wanted.get("owner") is not None and wanted["owner"] != before.owner:
            changes["owner"] = wanted["owner"]
            about = {"owner": wanted["owner"]}
            notes.append(self.note_of(before.id, "owner", actor.id, about=about))
        if "next_at" in wanted:
            changes |= {"next_at": wanted["next_at"], "warned": None}
        changes |= self._facts(before.id, wanted)
        return changes | {"expires": self.kept(state, now)}, notes

    def _facts(self, id: str, wanted: Mapping[str, Any]) -> dict[str, Any]:
        """What is known of them, sealed anew where it changes."""
        names = ("name", "company", "wants", "phone", "email")
        changes = {
            name: sealed(self._house.vault, id, wanted[name])
            for name in names
            if wanted.get(name) is not None
        }
        for name in ("phone", "email"):
            if name in changes:
                changes[f"{name}_index"] = self.index(wanted[name])
        return changes

    async def tell(self, before: StoredLead, after: StoredLead) -> None:
        """Tell of a change: what is looked after waits in the inbox no longer."""
        if after.state != "new" or after.owner:
            await self._house.inbox.close("lead", after.id)
        if (before.state, before.owner) != (after.state, after.owner):
            told = {"lead": after.id, "state": after.state}
            await self._house.notices.event("lead.changed", told)

    async def _again(
        self, id: str, contact: Contact, leaving: StoredLeaving, now: float
    ) -> StoredLead:
        """What is left once more is told beside the first: nobody overwrites what another said."""
        about = {"source": contact.source.kind, "ref": contact.source.ref}
        text = " · ".join(each for each in (contact.phone, contact.email) if each)
        note = self.note_of(id, "left", leaving.by, text=text, about=about)
        lead = await self._house.archive.leads.get(id)
        changes = {"changed": now, "expires": self.kept(lead.state, now)}
        return await self._house.archive.leads.join(id, leaving, [note], changes)

    async def _agreed(self, lead: str, document: str, now: float) -> None:
        await self._house.archive.privacy.give(lead, PURPOSE, document, now)

    async def _tell(self, lead: StoredLead, *, is_new: bool, staff: bool) -> None:
        told = {"lead": lead.id, "source": lead.source}
        name = "lead.created" if is_new else "lead.changed"
        await self._house.notices.event(name, told if is_new else {**told, "state": lead.state})
        if staff:
            return
        zh, en = SOURCE_WORDS[lead.source]
        title = (
            {"zh": f"新的招商线索（来自{zh}）", "en": f"A new lead (from: {en})"}
            if is_new
            else {"zh": f"线索再次留言（来自{zh}）", "en": f"A lead wrote again (from: {en})"}
        )
        due = self._house.clock.now() + DAY
        await self._house.inbox.put("lead", lead.id, title, due, f"/leads?lead={lead.id}")

    def note_of(
        self,
        lead: str,
        kind: NoteKind,
        author: str,
        *,
        text: str = "",
        about: Mapping[str, Any] | None = None,
    ) -> StoredNote:
        """A line for a lead's story."""
        words = sealed(self._house.vault, lead, text)
        return StoredNote(lead, kind, words, author, self._house.clock.now(), dict(about or {}))

    def kept(self, state: LeadState, now: float) -> float:
        """Until when a lead is kept that was worked on now."""
        return kept_until(state, now, self._house.settings.lead_days)


def _known(lead: StoredLead) -> Known:
    return Known(
        lead.id, lead.state, lead.phone_index, lead.email_index, lead.expires, lead.created
    )
