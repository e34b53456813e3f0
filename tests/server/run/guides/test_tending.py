"""Time takes dialogues, questions and removed documents away."""

from __future__ import annotations

import pytest

from server.store.errors import StoreError
from tests.server.house import House
from tests.server.net.guides.test_dialogues import Begun, talk
from tests.server.run.guides.test_library import RENTS

DAY = 86_400.0


async def test_what_has_been_kept_long_enough_goes(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    park, begun = house.park, house.park.clock.now()
    await talk(house, "d_1", "有温泉吗", "unknown")
    await park.guides.library.keep(RENTS)
    await park.guides.library.remove("k_1", None)
    monkeypatch.setattr(park.clock, "now", lambda: begun + 29 * DAY)
    assert await park.guides.knowing.tend() == 0
    assert await park.archive.knowledge.history("k_1")
    monkeypatch.setattr(park.clock, "now", lambda: begun + 31 * DAY)
    await park.guides.knowing.tend()
    with pytest.raises(StoreError, match="no document"):
        await park.archive.knowledge.history("k_1")
    monkeypatch.setattr(park.clock, "now", lambda: begun + 91 * DAY)
    assert await park.guides.knowing.tend() == 1
    assert await park.archive.dialogues.page() == []
    assert await park.archive.lessons.questions() == []
    assert not park.vault.knows("d_1")


async def test_talks_of_accounts_that_are_gone_go_too(house: House) -> None:
    await house.park.guides.records.begin(Begun("d_1", house.park.clock.now(), account="a_gone"))
    assert await house.park.guides.knowing.tend() == 1


async def test_the_daily_round_sees_to_it(house: House) -> None:
    assert house.park.guides.knowing.tend in house.park.privacy.retention.rounds
