"""Signs in the scene follow leases: put up, brought up to date, hidden, taken down, made good."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from server.run.registration.house import Company
from server.run.registration.space import Space
from server.store.registration_records import Place, StoredLease
from tests.server.house import House
from tests.server.street import MINE, THEIRS, nodes, open_street

FREE = "booth-free"
LEASE = StoredLease("e_new", "gallery", FREE, 1_790_000_000.5)


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with open_street(tmp_path / "data") as opened:
        yield opened


def company(**changes: Any) -> Company:
    given: dict[str, Any] = {
        "id": "e_new",
        "name": {"zh": "灵犀机器人有限公司", "en": "Lingxi Robotics"},
        "brief": {"zh": "协作机器人", "en": "Cobots"},
        "industry": "34",
        "credit_code": "",
        "state": "active",
        "since": 1.0,
        "until": None,
    }
    return Company(**{**given, **changes})


async def test_free_booths_of_open_halls_are_offered_the_wished_one_first(house: House) -> None:
    space = Space(house.park)
    assert [(one.hall, one.node, one.no) for one in space.candidates(None)] == [
        ("gallery", FREE, "C")
    ]
    await space.clear(StoredLease("e_a", "gallery", MINE, 0.0))
    assert [one.node for one in space.candidates(None)] == [MINE, FREE]
    assert [one.node for one in space.candidates(Place("gallery", FREE))] == [FREE, MINE]
    assert [one.node for one in space.candidates(Place("gallery", THEIRS))] == [MINE, FREE]
    await house.own("PATCH", "/api/v1/halls/gallery", json={"state": "closed"})
    assert space.candidates(None) == []


async def test_a_sign_goes_up_and_is_brought_up_to_date(house: House) -> None:
    space = Space(house.park)
    await space.show(LEASE, company())
    assert nodes(house)[FREE]["tenant"] == {
        "enterprise": "e_new",
        "name": {"zh": "灵犀机器人有限公司", "en": "Lingxi Robotics"},
        "brief": {"zh": "协作机器人", "en": "Cobots"},
        "logo": None,
        "since": 1_790_000_000,
    }
    before = house.park.halls["gallery"].revision
    await space.show(LEASE, company())
    assert house.park.halls["gallery"].revision == before, "nothing is told twice"
    await space.show(LEASE, company(brief={"zh": "新", "en": "new"}, logo="a" * 64))
    assert nodes(house)[FREE]["tenant"]["brief"]["zh"] == "新"
    assert nodes(house)[FREE]["tenant"]["logo"] == "a" * 64


async def test_a_booth_is_hidden_shown_again_and_given_back_empty(house: House) -> None:
    space, lease = Space(house.park), StoredLease("e_a", "gallery", MINE, 1.0)
    await space.hide(lease)
    await space.hide(lease)
    assert nodes(house)[MINE]["visible"] is False
    assert "pump" in nodes(house)
    await space.show(lease, company(id="e_a"))
    assert nodes(house)[MINE]["visible"] is True
    await space.clear(lease)
    await space.clear(lease)
    now = nodes(house)
    assert now[MINE]["tenant"] is None
    assert now.keys().isdisjoint({"pump", "sign-a"})
    assert {"sign-b", "group-b"} <= now.keys()


async def test_who_has_left_takes_nothing_of_the_next_one_away(house: House) -> None:
    space, old = Space(house.park), StoredLease("e_a", "gallery", MINE, 1.0)
    await space.show(StoredLease("e_new", "gallery", MINE, 2.0), company())
    assert "pump" not in nodes(house), "the next company finds the booth empty"
    await space.clear(old)
    await space.hide(old)
    assert nodes(house)[MINE]["tenant"]["enterprise"] == "e_new"
    assert nodes(house)[MINE].get("visible") is not False


async def test_halls_and_booths_that_are_gone_show_nobody(house: House) -> None:
    space = Space(house.park)
    for lease in (LEASE._replace(hall="nowhere"), LEASE._replace(node="nothing")):
        await space.show(lease, company())
        await space.hide(lease)
        await space.clear(lease)


async def test_signs_without_a_lease_come_down_at_the_next_start(tmp_path: Path) -> None:
    async with open_street(tmp_path / "data") as house:
        assert nodes(house)[MINE]["tenant"] is not None
    async with open_street(tmp_path / "data") as house:
        assert nodes(house)[MINE]["tenant"] is None
        assert nodes(house)[THEIRS]["tenant"] is None
        assert "pump" not in nodes(house)
