"""Applicants sign up, and in, by a code that is sent to their e-mail address or phone.

An address that somebody has already gets the same answers: its owner is let in and finds the
application where it was left. Applicants need no password and are asked for no second factor,
unless their account has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from scenes.findings import Finding
from server.access.naming import clean_name
from server.run.accounts import letters
from server.run.accounts.account import Account
from server.run.accounts.accounts import NewAccount
from server.run.accounts.addresses import email_of, phone_of
from server.run.accounts.errors import AccountError
from server.run.registration.house import House
from server.run.registration.office import Office
from server.store.accounts_records import Kind
from server.store.errors import StoreError

PURPOSE: Final = "residence"
"""What applicants agree to: that the park handles what they hand in."""
PRIVACY: Final = "privacy"
NOBODY: Final = ""


class Entered(NamedTuple):
    """Who showed that an address is theirs, and the application they are at; empty for staff."""

    account: Account
    application: str


@dataclass(slots=True)
class SignUp:
    """The applicants' door."""

    house: House
    office: Office

    def address_of(self, text: str) -> str:
        """An address as it is kept; raises AccountError ``invalid``."""
        canonical = email_of(text) if "@" in text else phone_of(text)
        if canonical is None:
            code = "not_an_email" if "@" in text else "not_a_phone"
            raise AccountError("invalid", [Finding("/address", code)])
        return canonical

    def send_code(self, text: str, lang: str) -> None:
        """Send a code; the same for an address that nobody has.

        Raises AccountError ``invalid``, ``too_many_codes``.
        """
        address, accounts = self.address_of(text), self.house.accounts
        code = self.house.office.codes.make(accounts.index(address))
        account = accounts.find(address)
        if account is not None and account.state == "suspended":
            return
        person = account.id if account is not None else NOBODY
        lang = account.stored.lang if account is not None else lang
        self.house.office.postbox.post(letters.sign_in_code(address, lang, code, person))

    async def enter(
        self, text: str, code: str, name: str, consents: Mapping[str, int], lang: str, where: str
    ) -> Entered:
        """The account of an address whose code is shown: a new one, or the one that it has.

        ``where`` is the network address of who asks. Raises AccountError ``invalid``,
        ``sign_in_refused``, ``too_many_attempts``, ``account_suspended``.
        """
        address, shown = self.address_of(text), clean_name(name)
        self._check(shown, consents)
        office, accounts = self.house.office, self.house.accounts
        index = accounts.index(address)
        tried = await office.attempts.begin(index, where)
        if not office.codes.take(index, code):
            raise AccountError("sign_in_refused")
        await office.attempts.succeeded(tried)
        account = accounts.find(address) or await self._made(address, shown, lang)
        if account.state == "suspended":
            raise AccountError("account_suspended")
        await self._agree(account)
        return Entered(account, await self._application(account, lang))

    def _check(self, name: str, consents: Mapping[str, int]) -> None:
        found = [] if name else [Finding("/name", "name_unreadable")]
        if consents.get(PRIVACY) != self.house.legal.in_force(PRIVACY):
            code = "consent_stale" if PRIVACY in consents else "consent_missing"
            found.append(Finding(f"/consents/{PRIVACY}", code))
        if found:
            raise AccountError("invalid", found)

    async def _made(self, address: str, name: str, lang: str) -> Account:
        email, phone = (address, "") if "@" in address else ("", address)
        kind: Kind = "enterprise"
        new = NewAccount(kind, name, frozenset(), email, phone, lang)
        try:
            return await self.house.accounts.add(new, "registration")
        except StoreError as error:
            found = self.house.accounts.find(address)
            if error.code != "account_exists" or found is None:
                raise
            return found  # two browsers, one address, the same moment

    async def _agree(self, account: Account) -> None:
        version, now = self.house.legal.in_force(PRIVACY), self.house.clock.now()
        document = f"{PRIVACY} {version}"
        await self.house.archive.privacy.give(account.id, PURPOSE, document, now)

    async def _application(self, account: Account, lang: str) -> str:
        row = await self.office.own(account)
        if row is None and account.kind != "staff":
            row = await self.office.begin(account.id, lang=lang)
        return row.id if row is not None else ""
