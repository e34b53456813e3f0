"""What time does to what guides keep: dialogues, questions and removed documents go.

Seen to once a day by the round of retention, and soon after each start.
"""

from __future__ import annotations

from typing import Final

from server.log import logger
from server.run.accounts.errors import AccountError
from server.run.guides.house import House
from server.run.guides.questions import Questions
from server.run.guides.records import Records
from server.store.doing import Doing, doing

log = logger("guides")
DAY: Final = 86_400.0
REMOVED_DAYS: Final = 30
"""For so long a removed document can be had back."""


async def tend(house: House, records: Records, questions: Questions) -> int:
    """Take away what has been kept long enough; how many dialogues went."""
    now = house.clock.now()
    before = now - house.settings.guide_days * DAY
    with doing(Doing("house", "", "privacy.round", "guides", how="house")):
        count = 0
        while ids := await house.archive.dialogues.over(before):
            for id in ids:
                await records.forget(id)
            count += len(ids)
        for id, account in await house.archive.dialogues.accounts():
            if not _is_there(house, account):
                await records.forget(id)
                count += 1
        await questions.tidy(before)
        await house.archive.knowledge.purge(now - REMOVED_DAYS * DAY)
    if count:
        log.info("dialogues_forgotten", count=count)
    return count


def _is_there(house: House, account: str) -> bool:
    try:
        house.accounts.get(account)
    except AccountError:
        return False
    return True
