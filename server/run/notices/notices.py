"""The outbox: what is handed in is durable, and is tried until it is taken or given up.

A notice is marked as sent after the other side took it. A server that dies between the two sends it
again at its next start: at least once, always under the same id (``Message-ID`` of a mail,
``webhook-id``, ``{id}`` of a text message's template), by which a receiver tells a second copy.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
from collections.abc import Mapping
from typing import Any, Final

from server.log import logger
from server.outside.delivery import UndeliveredError
from server.outside.webhook import GONE
from server.run.notices.compose import Composer
from server.run.notices.courier import Courier
from server.run.notices.endpoints import Endpoints
from server.run.notices.events import EVENTS
from server.run.notices.house import House
from server.run.notices.kinds import kind_of
from server.run.notices.notice import Notice
from server.run.notices.retry import delay
from server.store.errors import StoreError
from server.store.notice_records import Attempt, StoredNotice

__all__ = ["Notices"]

log = logger("notices")
AT_ONCE: Final = 16
"""Notices on their way at the same time."""
EACH: Final = 4
"""Of these, to one target."""
TIDY_SECONDS: Final = 3600.0
IDLE_SECONDS: Final = 60.0


class Notices:
    """Everything that the park tells somebody outside; one event loop."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.endpoints = Endpoints(house)
        self._courier = Courier(house, self.endpoints)
        self._composer = Composer(house)
        self._going: dict[str, tuple[str, asyncio.Task[None]]] = {}
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._tidied = 0.0

    # --- life ---------------------------------------------------------------------------------

    async def start(self) -> None:
        """Begin to send, with what an earlier run left."""
        await self.endpoints.load()
        self._task = asyncio.create_task(self._run(), name="notices")

    async def stop(self) -> None:
        """Stop sending; what is under way is tried again at the next start."""
        tasks = [task for _, task in self._going.values()]
        if self._task is not None:
            tasks.append(self._task)
            self._task = None
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # --- what the house does with it ----------------------------------------------------------

    async def send(self, notice: Notice) -> str:
        """Put a notice into the outbox; durable on return. Its id.

        Raises StoreError, ``person_erased`` among them.
        """
        if notice.to.way == "inbox":
            words = self._composer.words(notice)
            item = await self._house.inbox.put(
                notice.to.inbox, notice.ref or notice.kind, words[0], link=notice.link
            )
            return str(item.id)
        stored = self._composer.notice(notice)
        await self._house.archive.notices.add([stored])
        self._wake.set()
        return stored.id

    async def event(self, name: str, data: Mapping[str, Any] | None = None) -> list[str]:
        """Tell every endpoint that listens; durable on return. The ids of what was put out.

        ``name`` is a row of ``EVENTS``; ``data`` holds ids and titles, never persons.
        """
        words = EVENTS[name]
        ends = self.endpoints.listening(name)
        made = [self._composer.event(end, name, dict(data or {}), words.zh) for end in ends]
        if made:
            await self._house.archive.notices.add(made)
            self._wake.set()
        return [each.id for each in made]

    async def ping(self, id: str) -> str:
        """Send a test event to one endpoint, whatever it listens to; the notice's id."""
        end = self.endpoints.get(id)
        made = self._composer.event(end, "test.ping", {}, EVENTS["test.ping"].zh)
        await self._house.archive.notices.add([made])
        self._wake.set()
        return made.id

    async def again(self, id: str) -> StoredNotice:
        """Have one tried anew, under its old id; raises ``notice_unknown``, ``notice_spent``."""
        found = await self._house.archive.notices.again(id, self._house.clock.now())
        self._wake.set()
        return found

    async def cancel(self, id: str) -> StoredNotice:
        """Stop trying; raises ``notice_unknown``, ``notice_over``."""
        return await self._house.archive.notices.cancel(id, self._house.clock.now())

    def body_of(self, notice: StoredNotice) -> str | None:
        """What a webhook is sent, or None for what is not for staff to read."""
        content = self._house.vault.open(notice.person, notice.content)
        if notice.way != "webhook" or not content:
            return None
        return str(json.loads(content)["body"])

    def masked(self, notice: StoredNotice) -> str:
        """To whom it goes, as much as staff need to recognise it."""
        if notice.way in ("webhook", "robot"):
            ids = {each.id: each.title for each in self.endpoints.all()}
            return ids.get(notice.ref.removeprefix("endpoint:"), "")
        return mask(self._house.vault.open(notice.person, notice.target) or "")

    # --- sending ------------------------------------------------------------------------------

    async def _run(self) -> None:
        while True:
            self._wake.clear()
            wait = 1.0
            try:
                await self._tidy()
                wait = await self._begin()
            except StoreError as error:
                log.error("outbox_unread", code=error.code)
            except Exception:  # the outbox must outlive any one notice
                log.exception("outbox_failed")
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._wake.wait()

    async def _begin(self) -> float:
        """Begin what is due and may begin; the seconds until there may be more."""
        now = self._house.clock.now()
        book = self._house.archive.notices
        for notice in await book.due(now, AT_ONCE * 4 + len(self._going)):
            if len(self._going) < AT_ONCE and notice.id not in self._going:
                self._dispatch(notice)
        due = await book.next_due()
        return IDLE_SECONDS if due is None else min(IDLE_SECONDS, max(0.2, due - now))

    def _dispatch(self, notice: StoredNotice) -> None:
        key = notice.ref if notice.ref.startswith("endpoint:") else notice.way
        if sum(1 for other, _ in self._going.values() if other == key) >= EACH:
            return
        task = asyncio.create_task(self._try(notice), name=f"notice-{notice.id}")
        self._going[notice.id] = (key, task)
        task.add_done_callback(lambda _: self._gone(notice.id))

    def _gone(self, id: str) -> None:
        self._going.pop(id, None)
        self._wake.set()

    async def _try(self, notice: StoredNotice) -> None:
        begun = self._house.clock.now()
        code, status, excerpt, final = None, None, "", False
        try:
            receipt = await self._courier.deliver(notice)
            status, excerpt = receipt.status, receipt.excerpt
        except UndeliveredError as error:
            code, status, excerpt, final = error.code, error.status, error.excerpt, error.final
        except Exception:
            log.exception("notice_failed", notice=notice.id)
            code = "internal"
        now = self._house.clock.now()
        attempt = Attempt(
            notice.id, notice.tries + 1, now, round(now - begun, 3), code, status, excerpt
        )
        changes = self._after(notice, code, now, final=final)
        await self._house.archive.notices.tried(attempt, **changes)
        if notice.way == "webhook" and status == GONE:
            await self._retire(notice)
        elif changes["state"] == "dead":
            await self._bury(notice, code or "")

    def _after(
        self, notice: StoredNotice, code: str | None, now: float, *, final: bool
    ) -> dict[str, Any]:
        """How a notice stands after a try."""
        kind, tries = kind_of(notice.kind), notice.tries + 1
        changes: dict[str, Any] = {"tries": tries, "code": code}
        if code is None:
            changes |= {"state": "sent", "ended": now}
        else:
            due = now + delay(tries, random.random())
            over = tries >= self._house.settings.notice_tries or due > notice.at + kind.seconds
            if not (final or over):
                return changes | {"state": "waiting", "due": due}
            changes |= {"state": "dead", "ended": now}
        if kind.secret:
            changes["content"] = ""
        return changes

    async def _retire(self, notice: StoredNotice) -> None:
        """Send no more to an end that wants no more, and tell staff."""
        try:
            end = await self.endpoints.retire(notice.ref.removeprefix("endpoint:"))
            if end is None:
                return
            log.warning("endpoint_gone", endpoint=end.id)
            title = {
                "zh": f"“{end.title}”已停用：对方答复不再接收（410）",
                "en": f"“{end.title}” was switched off: it wants to hear no more (410)",
            }
            await self._house.inbox.put("notice_failed", notice.ref, title, link="/notices")
        except StoreError as error:
            log.error("endpoint_not_retired", notice=notice.id, code=error.code)

    async def _bury(self, notice: StoredNotice, code: str) -> None:
        """Tell staff what could not be delivered, once for each place that it went to."""
        log.warning("notice_dead", notice=notice.id, kind=notice.kind, code=code)
        about = notice.ref if notice.ref.startswith("endpoint:") else f"way:{notice.way}"
        title = {"zh": f"通知未能送达（{code}）", "en": f"A notice was not delivered ({code})"}
        try:
            await self._house.inbox.put("notice_failed", about, title, link="/notices?state=dead")
            if notice.kind != "event":
                await self.event("notice.dead", {"notice": notice.id, "kind": notice.kind})
        except StoreError as error:
            log.error("notice_dead_untold", notice=notice.id, code=error.code)

    async def _tidy(self) -> None:
        now = self._house.clock.now()
        if now - self._tidied > TIDY_SECONDS:
            self._tidied = now
            days = self._house.settings.notice_days
            await self._house.archive.notices.forget(now - days * 86_400)


def mask(address: str) -> str:
    """An e-mail address or a phone number with its middle hidden."""
    name, at, host = address.partition("@")
    kept = 1 if at else min(3, len(name) // 3)
    tail = "" if at else name[len(name) - min(4, len(name) // 3) :]
    return f"{name[:kept]}***{tail}{at}{host}" if name else ""
