"""How long what is kept, and the daily round that takes away what is over."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final, NamedTuple

from server.log import logger
from server.run.clock import Clock
from server.run.privacy.words import Words
from server.settings import Settings
from server.store.archive import Archive
from server.store.doing import Doing, doing
from server.store.errors import StoreError

log = logger("privacy")
DAY: Final = 86_400.0
MEMORY: Final = "retention"
"""Under which fact the last round is remembered."""
FIRST: Final = 60.0
"""Seconds after the start at which the first round begins."""


class Rule(NamedTuple):
    """Rows of ``table`` go when what ``column`` says lies ``days`` back."""

    table: str
    column: str
    days: float
    words: Words


FIXED: Final[tuple[Rule, ...]] = (
    Rule("sessions", "expires", 0, Words("过期的登录", "sessions that are over")),
    Rule("links", "expires", 0, Words("过期的一次性链接", "one-time links that are over")),
    Rule("api_keys", "expires", 90, Words("过期的 API 密钥", "API keys that are over")),
    Rule("attempts", "last", 30, Words("失败的登录尝试", "failed attempts to sign in")),
    Rule("consents", "withdrawn", 3 * 365, Words("已撤回的同意", "consents withdrawn")),
    Rule("privacy_requests", "ended", 3 * 365, Words("已答复的请求", "requests answered")),
    Rule("reports", "handled", 2 * 365, Words("已处理的举报", "reports handled")),
    Rule("restraints", "until", 2 * 365, Words("已到期的禁言与封禁", "mutes and blocks over")),
    Rule("restraints", "lifted", 2 * 365, Words("已解除的禁言与封禁", "mutes and blocks lifted")),
    Rule("idempotent_answers", "at", 1, Words("已答复的请求键", "answers kept by their key")),
    Rule("inbox", "ended", 2 * 365, Words("已处理的待办", "inbox items settled")),
)
"""What needs no setting. Invitations are tended where their keys are destroyed with them."""


class Retention:
    """The round, and what it last took away."""

    def __init__(
        self,
        settings: Settings,
        archive: Archive,
        clock: Clock,
        also: Callable[[], Awaitable[object]],
    ) -> None:
        """``also`` is done on each round."""
        self._archive, self._clock, self._also = archive, clock, also
        self.rules: tuple[Rule, ...] = (
            *FIXED,
            Rule("network_log", "at", settings.network_log_days, Words("网络日志", "network log")),
            Rule("outbox", "ended", settings.notice_days, Words("已结束的通知", "notices over")),
        )
        self.audit_rule = Rule(
            "audit", "at", settings.audit_years * 365.0, Words("审计记录", "audit trail")
        )
        """What goes by `AuditBook.cut`, which proves that it was us."""
        self.rounds: list[Callable[[], Awaitable[object]]] = []
        """What other rooms do on each round by themselves."""
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Make the round soon, and then every day."""
        self._task = asyncio.create_task(self._run(), name="retention")

    async def stop(self) -> None:
        """Make no more rounds."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def round(self) -> dict[str, int]:
        """Take away what is over; how many rows of what, by ``table.column``."""
        now, taken = self._clock.now(), {}
        for rule in self.rules:
            before = now - rule.days * DAY
            sweeping = self._archive.rows.sweep(rule.table, rule.column, before)
            taken[f"{rule.table}.{rule.column}"] = await _counted(sweeping)
        cutting = self._archive.audit.cut(now - self.audit_rule.days * DAY, now)
        taken["audit.at"] = await _counted(cutting)
        went = {name: count for name, count in taken.items() if count}
        act = Doing("house", "", "privacy.round", "retention", how="house", after=went)
        with doing(act):
            await self._archive.set_meta(MEMORY, {"at": now, "taken": taken})
        log.info("retention_round", taken=sum(taken.values()))
        return taken

    async def last(self) -> dict[str, Any] | None:
        """When the last round was, and what it took."""
        found: dict[str, Any] | None = await self._archive.meta(MEMORY)
        return found

    async def _run(self) -> None:
        await asyncio.sleep(FIRST)
        while True:
            try:
                await self._also()
                for also in self.rounds:
                    await also()
                await self.round()
            except Exception:  # the archive may be full for a while
                log.exception("retention_failed")
            await asyncio.sleep(DAY)


async def _counted(sweeping: Awaitable[int]) -> int:
    try:
        return await sweeping
    except StoreError as error:  # the next round tries again
        log.error("retention_failed", code=error.code)
        return 0
