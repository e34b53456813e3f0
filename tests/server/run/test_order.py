"""The beat of the live gate: rights are looked at when they may have changed, mutes end in time."""

from __future__ import annotations

import pytest

from server.access.actor import ANYBODY, Actor
from server.halls.effects import Complaint
from server.run.rights_watch import LOOK_SECONDS, RightsWatch
from server.wire import messages as wire
from tests.server.house import House
from tests.server.net.moderation.people import here, visitor
from tests.server.people import somebody


def test_rights_are_looked_at_when_they_change_and_else_once_a_second() -> None:
    revision = [1]
    watch = RightsWatch(lambda: revision[0])
    assert watch.due(0.0)
    assert not watch.due(0.2)
    revision[0] = 2
    assert watch.due(0.4)
    assert not watch.due(0.6)
    assert watch.due(0.6 + LOOK_SECONDS)


async def test_a_quiet_beat_asks_about_nobodys_session(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with somebody(house, "host") as person:
        await here(person)
        asked: list[str | None] = []

        def actor_of(secret: str | None) -> Actor:
            asked.append(secret)
            return ANYBODY

        now = house.park.clock.now()
        monkeypatch.setattr(house.park.conversation, "actor_of", actor_of)
        monkeypatch.setattr(house.park.order, "_rights", RightsWatch(lambda: 1, 1, now))
        house.park.order.tick(now + 0.2)
        assert asked == []


async def test_a_report_of_somebody_who_has_gone_meanwhile_is_dropped(house: House) -> None:
    zoe, bob = visitor(house), visitor(house, "Bob")
    hall, by, about = zoe.talk.hall, zoe.talk.visitor, bob.talk.visitor
    assert hall is not None
    assert by is not None
    assert about is not None
    zoe.say(wire.Leave())
    house.park.order.complain(hall, Complaint(by, about, 1, "spam", ""))
    await house.park.performer.finish()
    assert await house.park.archive.moderation.reports() == []
