"""A floor is looked at before it is walked on."""

from __future__ import annotations

from typing import Any

from tests.server.house import House

FLOOR = "/api/v1/halls/gallery/floor"
SQUARE = [[-5, -5], [5, -5], [5, 5], [-5, 5]]


def area(polygon: Any, **more: Any) -> dict[str, Any]:
    return {"id": "a", "y": 0, "polygon": polygon, "holes": [], **more}


async def look(house: House, *areas: Any, **more: Any) -> tuple[int, Any]:
    return await house.own("POST", FLOOR, json={"walk": {"areas": list(areas)}, **more})


async def test_a_sound_floor_has_no_findings_and_stays_undone(house: House) -> None:
    assert await look(house, area(SQUARE)) == (200, {"findings": [], "points": None})
    assert (await house.get("/api/v1/halls/gallery"))[1]["revision"] == 0


async def test_faults_come_with_where_they_are_in_the_readers_language(house: House) -> None:
    crossed = [[-5, -5], [5, 5], [5, -5], [-5, 1]]
    status, told = await look(house, area(SQUARE), area(crossed, id="b"))
    (finding,) = told["findings"]
    assert (status, finding["code"]) == (200, "walk_crosses_itself")
    assert finding["pointer"].startswith("/walk/areas/1/polygon")
    assert finding["message"].startswith("区域边界自相交")


async def test_a_way_is_found_around_a_hole_and_none_across_a_gap(house: House) -> None:
    hole = [[-1, -4], [-1, 4], [1, 4], [1, -4]]
    ends = {"start": [-4, 0, 0], "goal": [4, 0, 0]}
    told = (await look(house, area(SQUARE, holes=[hole]), **ends))[1]
    assert len(told["points"]) > 2
    left, right = [[-5, -5], [-2, -5], [-2, 5], [-5, 5]], [[2, -5], [5, -5], [5, 5], [2, 5]]
    told = (await look(house, area(left), area(right, id="b"), **ends))[1]
    assert told == {"findings": [], "points": None}


async def test_what_is_no_floor_is_told_as_findings(house: House) -> None:
    status, told = await look(house, {"id": "a"})
    assert status == 200 and {f["code"] for f in told["findings"]} == {"missing"}


async def test_visitors_draw_no_floors(house: House) -> None:
    async with house.visitor.post(house.url + FLOOR, json={"walk": {"areas": []}}) as answer:
        assert answer.status == 401
