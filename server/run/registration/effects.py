"""What steps owe the world outside: letters, inbox, events, signs in the scene, certificates.

A step and its debts are one commit (``store/registration.py``). Here they are paid, in order for
each application, and each is noted as paid after it was done: at least once, whatever is killed
when. What fails is tried again with growing pauses; what follows it for that company waits.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from server.log import logger
from server.registration import effects as told
from server.run.notices.retry import delay
from server.run.registration.companies import company_of
from server.run.registration.house import (
    Certificates,
    Company,
    House,
    Space,
)
from server.run.registration.telling import Telling
from server.store.errors import StoreError
from server.store.registration_records import NewEffect, StoredApplication, StoredEffect

log = logger("registration")
AT_ONCE_SECONDS: Final = 2.0
"""How long whoever made a step waits for what it owes; the rest goes on without them."""
IDLE_SECONDS: Final = 30.0
KEPT_SECONDS: Final = 30 * 86_400.0
"""How long it is remembered what was paid."""


@dataclass(slots=True)
class Parts:
    """Who shows companies in the scene, and who certifies them."""

    space: Space
    certificates: Certificates


def owed_for(effects: Iterable[told.Effect]) -> tuple[NewEffect, ...]:
    """The workflow's effects as debts; leasing is part of the step itself."""
    return tuple(
        NewEffect(NAMES[type(effect)], asdict(effect))
        for effect in effects
        if type(effect) in NAMES
    )


NAMES: Final[Mapping[type, str]] = {
    told.FreeSpace: "clear_booth",
    told.ShowBooth: "show_booth",
    told.HideBooth: "hide_booth",
    told.IssueCertificate: "issue_certificate",
    told.SuspendCertificate: "suspend_certificate",
    told.RestoreCertificate: "restore_certificate",
    told.RevokeCertificate: "revoke_certificate",
    told.Tell: "tell",
    told.Await: "await",
    told.Settle: "settle",
    told.Event: "event",
}
"""Under which name each is owed."""


class Effects:
    """Pays what is owed; one task, and one payment at a time."""

    def __init__(self, house: House, parts: Parts) -> None:
        self._house = house
        self._book = house.archive.registration
        self.parts = parts
        self._telling = Telling(house)
        self._paying = asyncio.Lock()
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._forgotten = 0.0

    async def start(self) -> None:
        """Pay what an earlier run left, and from then on whatever is due."""
        self._task = asyncio.create_task(self._run(), name="registration-effects")

    async def stop(self) -> None:
        """Stop; what is owed is paid after the next start."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def soon(self, application: str = "") -> None:
        """Begin to pay now, and wait a moment for it."""
        paying = asyncio.ensure_future(self.pay())
        done, _ = await asyncio.wait({paying}, timeout=AT_ONCE_SECONDS)
        if not done:
            log.warning("effects_slow", application=application)
            self._wake.set()
        elif (error := paying.exception()) is not None:
            log.error("effects_failed", application=application, error=type(error).__name__)
            self._wake.set()

    async def pay(self) -> int:
        """Pay everything that is due; how many debts these were."""
        count = 0
        async with self._paying:
            while found := await self._book.due_effects(self._house.clock.now()):
                for effect in found:
                    count += await self._pay(effect)
        return count

    # --- inside -------------------------------------------------------------------------------

    async def _run(self) -> None:
        while True:
            self._wake.clear()
            wait = IDLE_SECONDS
            try:
                await self.pay()
                due = await self._book.next_due()
                now = self._house.clock.now()
                if due is not None:
                    wait = min(IDLE_SECONDS, max(0.2, due - now))
                await self._forget(now)
            except StoreError as error:
                log.error("effects_unread", code=error.code)
            except Exception:  # debts must outlive any one of them
                log.exception("effects_failed")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._wake.wait()

    async def _forget(self, now: float) -> None:
        if now - self._forgotten > KEPT_SECONDS / 30:
            self._forgotten = now
            await self._book.forget_effects(now - KEPT_SECONDS)

    async def _pay(self, effect: StoredEffect) -> bool:
        try:
            await self._perform(effect)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            code = str(getattr(error, "code", type(error).__name__))[:64]
            log.exception("effect_failed", application=effect.application, kind=effect.kind)
            due = self._house.clock.now() + delay(effect.tries + 1, random.random())
            await self._book.put_off(effect.number, due, code)
            return False
        await self._book.settle(effect.number, self._house.clock.now())
        return True

    async def _perform(self, effect: StoredEffect) -> None:
        try:
            row = await self._book.get(effect.application)
        except StoreError as error:
            if error.code == "application_unknown":
                return  # a draft that was thrown away owes nobody anything
            raise
        await self._makers()[effect.kind](row, effect.data)

    def _makers(self) -> dict[str, Callable[[StoredApplication, dict[str, Any]], Awaitable[None]]]:
        return {
            "show_booth": self._show,
            "hide_booth": self._hide,
            "clear_booth": self._clear,
            "issue_certificate": self._issue,
            "suspend_certificate": self._suspend,
            "restore_certificate": self._restore,
            "revoke_certificate": self._revoke,
            "tell": self._telling.tell,
            "await": self._telling.wait_for,
            "settle": self._telling.settle,
            "event": self._telling.event,
        }

    async def company(self, row: StoredApplication) -> Company:
        """A resident as others may know it."""
        return await company_of(self._house, row)

    async def _show(self, row: StoredApplication, data: dict[str, Any]) -> None:
        lease = await self._book.lease_of(row.id)
        # Suspended meanwhile: the newest state counts, and a later debt says so too.
        if lease is not None and row.state == "active":
            await self.parts.space.show(lease, await self.company(row))

    async def _hide(self, row: StoredApplication, data: dict[str, Any]) -> None:
        lease = await self._book.lease_of(row.id)
        if lease is not None and row.state != "active":
            await self.parts.space.hide(lease)

    async def _clear(self, row: StoredApplication, data: dict[str, Any]) -> None:
        lease = await self._book.last_lease_of(row.id)
        if lease is not None:
            await self.parts.space.clear(lease)

    async def _issue(self, row: StoredApplication, data: dict[str, Any]) -> None:
        await self.parts.certificates.issue(await self.company(row))

    async def _suspend(self, row: StoredApplication, data: dict[str, Any]) -> None:
        await self.parts.certificates.suspend(row.id, str(data.get("reason", "")))

    async def _restore(self, row: StoredApplication, data: dict[str, Any]) -> None:
        await self.parts.certificates.restore(row.id)

    async def _revoke(self, row: StoredApplication, data: dict[str, Any]) -> None:
        await self.parts.certificates.revoke(row.id, str(data.get("reason", "")))
