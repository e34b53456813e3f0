"""What time does to leads, visits and holds, before and after a restart; what a scene brings."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server.access.actor import OWNER
from server.access.actor import house as acting
from server.promotion.errors import PromotionError
from server.promotion.plan import Plan, Span
from server.promotion.sources import Source
from server.run.promotion.contact import Contact, opened
from server.run.promotion.pace import LeavingPace
from server.run.promotion.planning import checked, clock, minutes_of, plan_of, plan_told
from tests.server.house import House, open_house
from tests.server.promotion.units import put_units

DAY = 86_400.0
WANG = Contact(
    "王芳", "+8613800138000", "wang@example.com", "晨光精密", "", Source("unit"), 0, "zh-CN"
)


def status_of(house: House, node: str = "a-101") -> Any:
    return house.park.hall("gallery").editing.layers.published.nodes[node]["status"]


async def test_a_hold_runs_out_while_the_server_is_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_house(tmp_path) as house:
        await put_units(house)
        left = await house.park.promotion.leads.leave(WANG, OWNER, staff=True)
        made = await house.park.promotion.units.hold("gallery", "a-101", OWNER, left.lead.id)
        assert status_of(house) == "held"
    until = made.until or 0.0
    monkeypatch.setattr("server.run.clock.Clock.now", lambda self: until + 1)
    async with open_house(tmp_path) as house:
        await house.park.promotion.rounds.round(until + 1)
        assert (await house.park.archive.holds.get(made.id)).state == "expired"
        assert status_of(house) == "free"
        notes, _ = await house.park.archive.leads.story(left.lead.id)
        assert [note.about.get("state") for note in notes[:2]] == ["expired", "held"]


async def test_whoever_holds_is_told_once_before_the_end(house: House) -> None:
    await put_units(house)
    promotion = house.park.promotion
    left = await promotion.leads.leave(WANG, OWNER, staff=True)
    made = await promotion.units.hold("gallery", "a-101", OWNER, left.lead.id)
    for _ in range(2):
        await promotion.rounds.round((made.until or 0.0) - DAY / 2)
    _, told = await house.own("GET", "/api/v1/notices")
    assert [each["kind"] for each in told["notices"]].count("hold_ending") == 1


async def test_what_a_scene_says_of_new_units_is_taken_over_once(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        await put_units(house)
        hall = house.park.hall("gallery")
        ops: Any = [{"op": "set", "path": "/nodes/a-102/status", "value": "let"}]
        await house.park.promotion.rounds.stop()
        await house.park.edit(hall, "published", ops, hall.revision, OWNER)
    async with open_house(tmp_path) as house:
        units = house.park.promotion.units
        assert units.one("gallery", "a-102").status == "let"
        await units.free("gallery", "a-102", OWNER)
        assert status_of(house, "a-102") == "free"
    async with open_house(tmp_path) as house:
        assert status_of(house, "a-102") == "free"


async def test_a_status_set_by_hand_is_put_right(house: House) -> None:
    await put_units(house)
    hall = house.park.hall("gallery")
    await house.park.promotion.units.hold("gallery", "a-101", acting("a_1"))
    ops: Any = [{"op": "set", "path": "/nodes/a-101/status", "value": "free"}]
    await house.park.edit(hall, "published", ops, hall.revision, OWNER)
    assert await house.park.promotion.units.reconcile() == 1
    assert status_of(house) == "held"


async def test_a_unit_that_is_gone_is_no_trouble(house: House) -> None:
    await put_units(house)
    made = await house.park.promotion.units.hold("gallery", "a-101", acting("a_1"))
    hall = house.park.hall("gallery")
    ops: Any = [{"op": "remove", "path": "/nodes/a-101"}]
    base = hall.editing.layers.next_revision - 1
    await house.park.edit(hall, "published", ops, base, OWNER)
    await house.park.promotion.rounds.round((made.until or 0.0) + 1)
    assert (await house.park.archive.holds.get(made.id)).state == "expired"


async def test_a_lead_opens_only_with_its_key(house: House) -> None:
    left = await house.park.promotion.leads.leave(WANG, OWNER, staff=True)
    assert opened(house.park.vault, left.lead).reached_at is not None
    house.park.vault.destroy(left.lead.id)
    gone = opened(house.park.vault, left.lead)
    assert (gone.name, gone.reached_at) == ("", None)


async def test_letters_tell_the_parks_hour(house: House) -> None:
    at = datetime.fromisoformat("2026-11-23T09:00:00+08:00").timestamp()
    letters = house.park.promotion.letters
    assert letters.when(at, "zh-CN") == "2026年11月23日（周一）09:00"
    assert letters.when(at, "en") == "Mon 23 Nov 2026, 09:00"


async def test_slots_begin_where_the_park_is(house: House) -> None:
    bookings = house.park.promotion.bookings
    found = await bookings.slots(None, 30)
    hours = {datetime.fromtimestamp(slot.starts, bookings.zone).hour for slot, _ in found}
    assert hours == {9, 10, 13, 14, 15}
    assert timedelta(seconds=found[0][0].ends - found[0][0].starts) == timedelta(hours=1)


def test_a_plan_is_told_and_read_again() -> None:
    plan = Plan(weekdays={2: (Span(540, 690),)}, place={"zh": "三号门", "en": "Gate 3"})
    assert plan_of(plan_told(plan)) == plan
    assert checked(plan_told(plan)) == plan
    assert plan_of(None) == Plan()
    assert [minutes_of(text) for text in ("24:00", "24:01", "9:00", "09:60", "09:05")] == [
        1440, None, None, None, 545,
    ]  # fmt: skip
    assert clock(545) == "09:05"


def test_a_household_and_a_contact_are_slowed_apart() -> None:
    pace = LeavingPace()
    for number in range(3):
        pace.take(f"10.0.0.{number}", ("same",), 0.0)
    with pytest.raises(PromotionError) as error:
        pace.take("10.0.0.9", ("same",), 0.0)
    assert error.value.wait is not None and error.value.wait > 0
    pace.take("10.0.0.9", ("other",), 0.0)
