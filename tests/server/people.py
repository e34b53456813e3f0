"""People with accounts, each with a session of their own, for tests of who may do what."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp

from server.access.actor import OWNER, Grant
from server.access.roles import STAFF, Role
from server.run.accounts.account import Account
from server.run.accounts.accounts import NewAccount
from server.run.secrets import csrf_token
from server.store.accounts_records import Kind
from tests.server.house import House, read

GOOD_PASSWORD = "quiet turbine lantern 88"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a browser of their own."""

    house: House
    account: Account
    secret: str
    browser: aiohttp.ClientSession

    @property
    def id(self) -> str:
        return self.account.id

    async def ask(self, method: str, path: str, **options: Any) -> tuple[int, Any]:
        """What they are answered."""
        async with self.browser.request(method, self.house.url + path, **options) as answer:
            return answer.status, await read(answer)


async def new_account(
    house: House,
    *grants: Grant,
    name: str = "李明",
    email: str = "",
    phone: str = "",
    password: str = "",
    secured: bool = True,
) -> Account:
    """An account; ``secured``: with a second factor, as staff must have."""
    accounts, office = house.park.accounts, house.park.office
    kind: Kind = "staff" if any(grant.role in STAFF for grant in grants) else "guest"
    hashed = await office.passwords.hash(password) if password else ""
    new = NewAccount(kind, name, frozenset(grants), email, phone, "zh-CN", hashed)
    account = await accounts.add(new, OWNER.id)
    if secured:
        accounts.note_passkeys(account.id, 1)
    return accounts.get(account.id)


@contextlib.asynccontextmanager
async def somebody(
    house: House, role: Role = "manager", *, hall: str = "", enterprise: str = "", **more: Any
) -> AsyncIterator[Person]:
    """Somebody with one role, signed in, whose requests show the secret by themselves."""
    account = await new_account(house, Grant(role, hall, enterprise), **more)
    secret, _ = await house.park.sessions.open(account.id, "password", "test", "127.0.0.1")
    headers = {"Authorization": f"Bearer {secret}"}
    async with aiohttp.ClientSession(headers=headers) as browser:
        yield Person(house, account, secret, browser)


@contextlib.asynccontextmanager
async def at_a_browser(person: Person, *, csrf: bool = True) -> AsyncIterator[Person]:
    """The same person, whose browser shows a cookie, and the proof of our page unless told not."""
    headers = {"X-CSRF-Token": csrf_token(person.secret)} if csrf else {}
    cookies = {"lingjing": person.secret}
    async with aiohttp.ClientSession(headers=headers, cookies=cookies) as browser:
        yield Person(person.house, person.account, person.secret, browser)
