"""Grounds over HTTP."""

from __future__ import annotations

import io

from tests.server.house import House, open_house
from tests.server.run.exhibits.test_grounds import box

GROUNDS = "/api/v1/halls/gallery/grounds"


async def test_grounds_are_imported(house: House) -> None:
    status, laid = await house.own("PUT", GROUNDS, data=box(40, 3))
    assert (status, laid["node"], laid["hall"]) == (201, "grounds", "gallery"), laid
    _, scene = await house.get("/api/v1/halls/gallery/scene")
    levels = scene["nodes"]["grounds"]["model"]["levels"]
    assert levels[0]["asset"] == laid["asset"]
    for level in levels:
        assert (await house.get(f"/assets/{level['asset']}"))[0] == 200
    assert [path for path in (house.data / "quarantine").rglob("*") if path.is_file()] == []


async def test_what_is_no_model_is_refused_with_every_finding(house: House) -> None:
    status, told = await house.own("PUT", GROUNDS, data=b"PK\x03\x04 no zip either")
    assert status in (415, 422) and told["details"]
    assert [path for path in (house.data / "quarantine").rglob("*") if path.is_file()] == []


async def test_a_file_over_the_limit_is_refused_before_it_is_read(house: House) -> None:
    async with open_house(house.data.parent / "small", max_exhibit_mb=1) as small:
        status, told = await small.own("PUT", GROUNDS, data=io.BytesIO(bytes(2**20 + 1)))
    assert (status, told["code"]) == (413, "too_large")
