"""What waits for a human: put in by the rest of the house, taken and settled by staff."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from server.log import logger
from server.run.accounts.errors import AccountError
from server.run.notices.notice import Address, Notice
from server.run.secrets import short_id
from server.run.site.duty import Duty, next_in_turn, zone_of
from server.run.site.house import House
from server.store.errors import StoreError
from server.store.inbox import StoredItem

__all__ = ["KINDS", "Inbox"]

log = logger("inbox")
KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "report": ("访客举报", "Report"),
    "handover": ("转人工", "Hand-over"),
    "guide_rated": ("讲解差评", "Guide's answer disliked"),
    "job_failed": ("处理失败", "Failed job"),
    "application": ("入驻申请", "Application"),
    "deadline": ("期限", "Deadline"),
    "lead": ("招商线索", "Lead"),
    "booking": ("参观预约", "Visit asked for"),
    "privacy_request": ("个人信息请求", "Privacy request"),
    "notice_failed": ("通知未送达", "Undelivered notice"),
}
"""What may wait, in both languages."""
DUTY, TURN = "duty", "duty_turn"
LOOK_SECONDS: Final = 30.0


class Inbox:
    """The staff inbox of the park, and who is on duty."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.duty = Duty()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Read the plan and begin to look for what is due."""
        self.duty = Duty.of(await self._house.archive.meta(DUTY))
        self._task = asyncio.create_task(self._run(), name="inbox")

    async def stop(self) -> None:
        """Stop looking."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    # --- what the house does with it ----------------------------------------------------------

    async def put(
        self,
        kind: str,
        ref: str,
        title: Mapping[str, str],
        due: float | None = None,
        link: str = "",
    ) -> StoredItem:
        """Have something wait for a human; what is open about the same thing is renewed.

        ``due`` is Unix time in seconds. ``kind`` is a row of ``KINDS``.
        """
        if kind not in KINDS:
            raise ValueError(f"no such kind of item: {kind}")
        now = self._house.clock.now()
        assignee = await self._whose_turn(now)
        words = {lang: str(title.get(lang, ""))[:200] for lang in ("zh", "en")}
        state: Any = "taken" if assignee else "waiting"
        new = StoredItem(f"i_{short_id()}", kind, ref, words, link, due, state, assignee, now)
        item = await self._house.archive.inbox.put(new)
        if item.id == new.id:
            await self._tell("inbox.added", item)
        return item

    async def close(self, kind: str, ref: str) -> None:
        """What waited about a thing is settled."""
        for id in await self._house.archive.inbox.close(kind, ref, self._house.clock.now()):
            await self._tell("inbox.done", await self._house.archive.inbox.get(id))

    # --- what staff do with it ----------------------------------------------------------------

    async def change(self, id: str, *, state: str | None, assignee: str | None) -> StoredItem:
        """Take it, give it to somebody, put it back, settle it; raises ``item_unknown``."""
        before = await self._house.archive.inbox.get(id)
        changes: dict[str, Any] = {}
        if assignee is not None:
            changes |= {"assignee": assignee, "state": "taken" if assignee else "waiting"}
        if state is not None:
            changes["state"] = state
        if state == "waiting":
            changes["assignee"] = ""
        if changes:
            done = changes["state"] == "done"
            changes["ended"] = self._house.clock.now() if done else None
            after = await self._house.archive.inbox.change(id, changes)
            if done and before.state != "done":
                await self._tell("inbox.done", after)
            return after
        return before

    async def note(self, id: str, author: str, text: str) -> StoredItem:
        """Write a note to it; raises ``item_unknown``."""
        note = {"author": author, "at": self._house.clock.now(), "text": text}
        return await self._house.archive.inbox.note(id, note)

    async def set_duty(self, duty: Duty) -> None:
        """Keep another plan."""
        await self._house.archive.set_meta(DUTY, duty.told())
        self.duty = duty

    # --- time ---------------------------------------------------------------------------------

    async def remind(self, now: float) -> int:
        """Remind somebody of everything that is soon due; how many these were."""
        soon = await self._house.archive.inbox.to_warn(now + self.duty.remind_hours * 3600)
        for item in soon:
            await self._house.archive.inbox.change(item.id, {"warned": now})
            await self._tell("inbox.due", item)
            await self._write_to(item, now)
        return len(soon)

    async def _write_to(self, item: StoredItem, now: float) -> None:
        """A letter to who has it, else to those on duty."""
        due = datetime.fromtimestamp(item.due or now, zone_of(self.duty.zone))
        for person in [item.assignee] if item.assignee else self.duty.on_duty(now):
            email, lang = address_of(self._house.accounts, person)
            if not email:
                continue
            language = "en" if lang.startswith("en") else "zh"
            data = {"what": item.title[language], "due": due.strftime("%Y-%m-%d %H:%M")}
            to = Address(email=email)
            await self._house.notices.send(
                Notice("duty", to, lang, person=person, ref=item.id, data=data)
            )

    async def _run(self) -> None:
        while True:
            try:
                await self.remind(self._house.clock.now())
            except StoreError as error:
                log.error("inbox_unread", code=error.code)
            except Exception:
                log.exception("inbox_failed")
            await asyncio.sleep(LOOK_SECONDS)

    # --- inside -------------------------------------------------------------------------------

    async def _whose_turn(self, now: float) -> str:
        if self.duty.deal != "turn":
            return ""
        last = await self._house.archive.meta(TURN)
        person = next_in_turn(self.duty.on_duty(now), str(last or ""))
        if person:
            await self._house.archive.set_meta(TURN, person)
        return person

    async def _tell(self, event: str, item: StoredItem) -> None:
        data: dict[str, Any] = {"item": item.id, "kind": item.kind, "title": item.title["zh"]}
        if event == "inbox.due":
            data["due"] = item.due
        await self._house.notices.event(event, data)


def address_of(accounts: Any, person: str) -> tuple[str, str]:
    """An account's e-mail address and language; empty when there is none."""
    try:
        account = accounts.get(person)
    except AccountError:
        return "", "zh-CN"
    return str(accounts.email(account)), str(account.stored.lang)
