"""An office with a real archive and vault, a clock that can be put forward, and quick hashes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher

from server.access.actor import Grant
from server.outside.passwords import Passwords
from server.run.accounts.account import Account
from server.run.accounts.accounts import NewAccount
from server.run.accounts.office import Office
from server.run.clock import Clock
from server.run.notices.notice import Notice
from server.run.privacy.vault import Vault
from server.settings import Settings
from server.store.archive import Archive

PASSWORD = "quiet turbine lantern 88"
HOME, AWAY = "192.0.2.1", "198.51.100.7"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class MovedClock(Clock):
    """A clock that a test can put forward."""

    ahead = 0.0

    def now(self) -> float:
        return super().now() + self.ahead


@dataclass(slots=True)
class Desk:
    """The office and what stands around it."""

    office: Office
    archive: Archive
    clock: MovedClock
    vault: Vault
    folder: Path
    sent: list[Notice] = field(default_factory=list)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def start(self, work: Coroutine[Any, Any, None]) -> None:
        self.tasks.add(asyncio.get_running_loop().create_task(work))

    async def deliver(self, notice: Notice) -> None:
        self.sent.append(notice)

    async def letters(self) -> list[Notice]:
        """Everything that was written so far."""
        while self.tasks:
            done, self.tasks = self.tasks, set()
            await asyncio.gather(*done)
        return self.sent

    async def person(
        self,
        *grants: Grant,
        name: str = "李明",
        email: str = "li@park.example",
        phone: str = "",
        password: str = PASSWORD,
    ) -> Account:
        """Somebody who works here."""
        hashed = await self.office.passwords.hash(password) if password else ""
        given = frozenset(grants or (Grant("manager"),))
        new = NewAccount("staff", name, given, email, phone, "zh-CN", hashed)
        return await self.office.accounts.add(new, "operator")


def new_office(
    archive: Archive, clock: Clock, vault: Vault, desk: Desk | None, **settings: Any
) -> Office:
    """An office on an archive, with hashes that are quick to make."""

    def start(work: Coroutine[Any, Any, None]) -> None:
        if desk is None:
            work.close()
        else:
            desk.start(work)

    office = Office(Settings(**settings), archive, clock, vault, start)
    quick = Passwords(None, QUICK)
    office.passwords = office.signing.passwords = office.recovery.passwords = quick
    return office


@contextlib.asynccontextmanager
async def open_desk(folder: Path, **settings: Any) -> AsyncIterator[Desk]:
    """An open office."""
    archive, clock = await Archive.open(folder), MovedClock()
    vault = Vault.open_for(Settings(data=folder))
    desk = Desk.__new__(Desk)
    desk.sent, desk.tasks, desk.folder = [], set(), folder
    desk.archive, desk.clock, desk.vault = archive, clock, vault
    desk.office = new_office(archive, clock, vault, desk, **settings)
    desk.office.postbox.deliver = desk.deliver
    await desk.office.start()
    yield desk
    await desk.letters()
    await desk.office.stop()
    await archive.close()
    vault.close()
