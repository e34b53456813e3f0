"""Who hears of a step, and how: letters to people, items for staff, events for programs."""

from __future__ import annotations

from typing import Any, Final

from server.log import logger
from server.registration.calendar import day_of
from server.registration.deadlines import ends_at
from server.registration.effects import DEADLINE
from server.registration.reasons import REASONS
from server.run.accounts.account import Account
from server.run.accounts.letters import address_of
from server.run.notices.notice import Notice
from server.run.registration.files import case_of
from server.run.registration.house import House
from server.store.errors import StoreError
from server.store.registration_records import StoredApplication

log = logger("registration")
APPLICANT_PAGE: Final = "/desk/company/"
STAFF_PAGE: Final = "/applications/"
"""Where an application is read; its id follows. Links of the inbox are the desk's own."""
REASONED: Final = "reason"
NEAR: Final = "deadline_near"
DRAFT_WAITS: Final = "application_reminder"
REMINDED: Final = {
    "awaiting_licence": "hold_reminder",
    "active": "term_reminder",
    "suspended": "term_reminder",
}
"""The kind of letter that reminds of an end, by state."""


class Telling:
    """Puts what is told into the outbox and the inbox; durable on return."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def tell(self, row: StoredApplication, owed: dict[str, Any]) -> None:
        """A letter to each of those meant who can be reached."""
        data = dict(owed.get("data") or {})
        kind = REMINDED.get(row.state, DRAFT_WAITS) if owed["kind"] == NEAR else str(owed["kind"])
        if (end := ends_at(case_of(row, ()))) is not None and owed["kind"] == NEAR:
            data["due"] = day_of(end - 1).isoformat()
        for account in self._meant(row, str(owed["who"])):
            to = self._house.accounts.email(account) or self._house.accounts.phone(account)
            if not to:
                continue
            lang = account.stored.lang
            words = self._words(row, data, lang)
            page = APPLICANT_PAGE if owed["who"] == "applicant" else f"/desk{STAFF_PAGE}"
            letter = Notice(
                kind, address_of(to), lang, link=self._house.address + page + row.id,
                person=account.id, ref=row.id, data=words,
            )  # fmt: skip
            try:
                await self._house.notices.send(letter)
            except StoreError as error:
                if error.code != "person_erased":
                    raise

    async def wait_for(self, row: StoredApplication, owed: dict[str, Any]) -> None:
        """Have it wait for staff."""
        name = row.title or row.id
        title = {"zh": f"入驻申请：{name}", "en": f"Application: {name}"}
        if owed["kind"] == DEADLINE and row.state == "exiting":
            title = {"zh": f"退出待办结：{name}", "en": f"Leaving, to be closed: {name}"}
        elif owed["kind"] == DEADLINE:
            title = {"zh": f"审核超期：{name}", "en": f"Review overdue: {name}"}
        link = STAFF_PAGE + row.id
        await self._house.inbox.put(str(owed["kind"]), row.id, title, owed.get("due"), link)

    async def settle(self, row: StoredApplication, owed: dict[str, Any]) -> None:
        """It waits for staff no longer."""
        await self._house.inbox.close(str(owed["kind"]), row.id)

    async def event(self, row: StoredApplication, owed: dict[str, Any]) -> None:
        """Tell programs: ids and states, never persons."""
        told = {"application": row.id, "state": row.state}
        await self._house.notices.event(str(owed["name"]), told)

    def _meant(self, row: StoredApplication, who: str) -> list[Account]:
        every = list(self._house.accounts)
        active = [account for account in every if account.state != "suspended"]
        if who == "applicant":
            return [a for a in active if _has(a, "enterprise_owner", row.id)]
        if who == "clerk":
            return [account for account in active if account.id == row.clerk]
        role = "manager" if who == "managers" else "clerk"
        return [a for a in active if any(g.role == role and not g.hall for g in a.grants)]

    def _words(self, row: StoredApplication, data: dict[str, Any], lang: str) -> dict[str, str]:
        zh = not lang.startswith("en")
        words = {name: str(value) for name, value in data.items()}
        known = REASONS.get(words.get(REASONED, ""))
        if known is not None:
            what, way = (known.zh, known.zh_next) if zh else (known.en, known.en_next)
            words[REASONED] = f"{what}。{way}" if zh else f"{what}. {way}."
        return {**words, "name": row.title or ("（未命名）" if zh else "(no name yet)")}


def _has(account: Account, role: str, enterprise: str) -> bool:
    return any(g.role == role and g.enterprise == enterprise for g in account.grants)
