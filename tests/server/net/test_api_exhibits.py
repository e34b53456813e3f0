"""Exhibits over HTTP: the operator's files, seen at once."""

from __future__ import annotations

import io

from tests.server.house import House, open_house
from tests.server.run.test_exhibits import box

EXHIBITS = "/api/v1/exhibits"


async def test_an_exhibit_stands_and_can_be_fetched(house: House) -> None:
    status, placed = await house.own(
        "POST", EXHIBITS, params={"hall": "gallery", "title": "泵"}, data=box(1, 1)
    )
    assert (status, placed["plinth"], placed["revision"]) == (201, "plinth-2", 1)
    _, scene = await house.get("/api/v1/halls/gallery/scene")
    assert scene["nodes"][placed["node"]]["card"]["title"] == {"zh": "泵", "en": "泵"}
    assert await house.get(f"/assets/{placed['asset']}") == (200, box(1, 1))


async def test_what_is_no_glb_is_refused_with_its_reason(house: House) -> None:
    status, told = await house.own("POST", EXHIBITS, params={"hall": "gallery"}, data=b"PK\x03\x04")
    assert (status, told["code"]) == (422, "glb_invalid")
    assert told["details"][0]["code"].startswith("glb.")


async def test_titles_and_halls_are_checked(house: House) -> None:
    status, told = await house.own("POST", EXHIBITS, params={"title": "x" * 200}, data=box(1, 1))
    assert (status, told["details"][0]["pointer"]) == (422, "/title")
    status, told = await house.own("POST", EXHIBITS, params={"hall": "nowhere"}, data=box(1, 1))
    assert (status, told["code"]) == (404, "hall_unknown")


async def test_a_file_over_the_limit_is_refused_before_it_is_read(house: House) -> None:
    async with open_house(house.data.parent / "small", max_exhibit_mb=1) as small:
        status, told = await small.own(
            "POST", EXHIBITS, params={"hall": "gallery"}, data=io.BytesIO(bytes(2**20 + 1))
        )
    assert (status, told["code"]) == (413, "too_large")


async def test_grounds_are_imported(house: House) -> None:
    status, placed = await house.own("PUT", "/api/v1/halls/gallery/grounds", data=box(40, 3))
    assert (status, placed["node"]) == (201, "grounds")
