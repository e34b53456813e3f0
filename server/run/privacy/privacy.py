"""What the park does with people's data, for them and for its staff."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, Protocol

from server.access.household import household
from server.access.limits import Buckets
from server.log import logger
from server.run.accounts.errors import AccountError
from server.run.clock import Clock
from server.run.privacy.copying import PersonCopy, copy_of
from server.run.privacy.pace import AskingPace
from server.run.privacy.register import REGISTER
from server.run.privacy.retention import DAY, Retention
from server.run.privacy.vault import Vault
from server.run.secrets import short_id
from server.run.site.inbox import Inbox
from server.settings import Settings
from server.store.archive import Archive
from server.store.doing import Doing, doing
from server.store.errors import StoreError
from server.store.privacy_records import PrivacyRequest, RequestKind, RequestState

log = logger("privacy")
KIND_WORDS: Final = {
    "copy": ("查阅、复制个人信息", "asks for a copy of their data"),
    "correct": ("更正个人信息", "asks for their data to be corrected"),
    "delete": ("删除个人信息", "asks for their data to be deleted"),
    "other": ("个人信息问题", "asks about their data"),
}
CONSENTS_PER_SECOND, CONSENTS_AT_ONCE = 0.5, 300.0
"""Of one household: a school class behind one address agrees at once."""
ANONYMOUS: Final = "p_"
"""Begins the id of somebody who asked without an account."""


class Remover(Protocol):
    """Accounts, as far as deleting one goes."""

    async def erase(self, id: str) -> None:
        """Take an account away with everything that opens its doors; raises ``operator_last``."""


class House(Protocol):
    """The park, as far as privacy knows it."""

    settings: Settings
    archive: Archive
    clock: Clock
    vault: Vault
    inbox: Inbox

    @property
    def office(self) -> Remover:
        """Where accounts are taken away."""


class Privacy:
    """Copies, deletions, requests; the daily round; what a restore brought back is undone."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._pace = AskingPace(house.clock.now)
        self._consents = Buckets(CONSENTS_PER_SECOND, CONSENTS_AT_ONCE)
        self.retention = Retention(house.settings, house.archive, house.clock, self.enforce)
        self.also_forget: list[Callable[[str], Awaitable[object]]] = []
        """Called with whoever is being deleted, for what hangs on other keys than theirs."""
        self.also_copy: list[Callable[[str], Awaitable[Mapping[str, Any]]]] = []
        """What else a copy for somebody has, by name, for the same reason."""

    async def start(self) -> None:
        """Make good what a kill cut off or a restored backup undid; begin the daily rounds."""
        await self.enforce()
        self.retention.start()

    async def stop(self) -> None:
        """Make no more rounds."""
        await self.retention.stop()

    async def enforce(self) -> int:
        """See that everybody who was deleted is, in the archive and among the keys; how many
        were not."""
        book, vault = self._house.archive.privacy, self._house.vault
        noted = {erasure.person: erasure for erasure in await book.erased()}
        back = vault.enforce(noted)
        if back:
            log.warning("erased_keys_were_back", count=len(back))
        accounts = {person for person in vault.destroyed() if person.startswith("a_")}
        unfinished = {person for person, erasure in noted.items() if not erasure.done}
        wanted = (accounts - noted.keys()) | unfinished | set(back)
        for person in sorted(wanted):
            by = noted[person].by if person in noted else "house"
            act = Doing("house", "", "privacy.edit", f"person/{person}", how="house")
            with doing(act):
                await self._finish(person, by)
        return len(wanted)

    async def copy(self, person: str) -> PersonCopy:
        """Everything that is known of somebody."""
        house = self._house
        copy = await copy_of(house.archive, house.vault, person, house.clock.now())
        for more in self.also_copy:
            copy.told.update(await more(person))
        return copy

    async def erase(self, person: str, by: str) -> None:
        """Delete somebody for good: account, rows, key; raises AccountError ``operator_last``.

        Killed at any moment, it is finished at the next start.
        """
        await self._finish(person, by)
        log.info("person_erased")

    async def ask(
        self, person: str, kind: RequestKind, words: str, address: str = ""
    ) -> PrivacyRequest:
        """Note what somebody asks about their data; staff find it in the inbox.

        ``person`` is empty for a stranger. Raises AccountError ``too_many_requests``.
        """
        house, id = self._house, short_id()
        self._pace.take(person or household(address), stranger=not person)
        person = person or ANONYMOUS + id
        now = house.clock.now()
        sealed = house.vault.seal(person, words)
        due = now + house.settings.privacy_days * DAY
        request = PrivacyRequest(id, person, kind, "open", sealed, now, due)
        await house.archive.privacy.ask(request)
        zh, en = KIND_WORDS[kind]
        title = {"zh": f"有人请求{zh}", "en": f"Somebody {en}"}
        await house.inbox.put("privacy_request", id, title, due, f"/desk/privacy?request={id}")
        return request

    def consent_pace(self, person: str, address: str) -> None:
        """Count a word on a consent; raises AccountError ``too_many_requests``.

        Browsers without an account name themselves, so one address can be any number of people.
        """
        who = household(address) if person.startswith("v_") else person
        wait = self._consents.take(who, self._house.clock.now())
        if wait > 0:
            raise AccountError("too_many_requests", wait=wait)

    async def answer(self, id: str, state: RequestState, by: str) -> PrivacyRequest:
        """Close a request; raises StoreError ``request_unknown``, ``request_closed``."""
        house = self._house
        ended = await house.archive.privacy.end(id, state, by, house.clock.now())
        await house.inbox.close("privacy_request", id)
        return ended

    def words(self, request: PrivacyRequest) -> str | None:
        """What somebody wrote; None once they are deleted."""
        return self._house.vault.open(request.person, request.words)

    async def _finish(self, person: str, by: str) -> None:
        house, now = self._house, self._house.clock.now()
        await house.archive.privacy.begin_erasure(person, by, now)
        try:
            await house.office.erase(person)
        except (AccountError, StoreError) as error:
            if error.code == "operator_last":
                await house.archive.privacy.forget_erasure(person)
                raise
            if error.code != "account_unknown":
                raise
        house.vault.destroy(person)
        for forget in self.also_forget:
            await forget(person)
        tables = {name: e.person for name, e in REGISTER.items() if e.erase == "rows"}
        await house.archive.rows.erase(person, tables, now)
        await house.archive.privacy.end_erasure(person)
