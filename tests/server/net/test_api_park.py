"""Halls over HTTP: their whole life."""

from __future__ import annotations

from pathlib import Path

from tests.server.house import House, open_house

HALLS = "/api/v1/halls"


async def test_the_park_at_a_glance(house: House) -> None:
    status, park = await house.get("/api/v1/park")
    assert (status, park["start"]) == (200, "gallery")
    assert park["name"].keys() == {"zh", "en"} and park["halls"][0]["visitors"] == 0


async def test_a_hall_is_made_renamed_opened_closed_and_deleted(house: House) -> None:
    name = {"zh": "新厅", "en": "New hall"}
    body = {"id": "annex", "name": name, "capacity": 12}
    status, hall = await house.own("POST", HALLS, json=body)
    assert (status, hall["state"], hall["capacity"], hall["name"]) == (201, "closed", 12, name)
    again, told = await house.own("POST", HALLS, json={"id": "annex"})
    assert (again, told["code"]) == (409, "hall_exists")
    renamed = {"zh": "副厅", "en": "Annex"}
    status, hall = await house.own(
        "PATCH", f"{HALLS}/annex", json={"name": renamed, "state": "open", "capacity": 40}
    )
    assert (hall["name"], hall["state"], hall["capacity"]) == (renamed, "open", 40)
    assert (await house.own("DELETE", f"{HALLS}/annex"))[0] == 204
    assert (await house.get(f"{HALLS}/annex"))[0] == 404


async def test_the_last_hall_stays(house: House) -> None:
    status, told = await house.own("DELETE", f"{HALLS}/gallery")
    assert (status, told["code"]) == (409, "hall_last")


async def test_visitors_do_not_manage_halls(house: House) -> None:
    async with house.visitor.post(house.url + HALLS, json={"id": "mine"}) as answer:
        assert answer.status == 401
    async with house.visitor.delete(f"{house.url}{HALLS}/gallery") as answer:
        assert answer.status == 401


async def test_a_bad_hall_gets_every_error(house: House) -> None:
    status, told = await house.own(
        "POST", HALLS, json={"id": "No Spaces", "capacity": 0, "color": "red"}
    )
    assert (status, told["code"]) == (422, "invalid")
    assert {(d["pointer"], d["code"]) for d in told["details"]} == {
        ("/id", "bad_id"),
        ("/capacity", "out_of_range"),
        ("/color", "unknown_property"),
    }


async def test_the_operators_figures(house: House) -> None:
    assert (await house.get("/api/v1/live"))[0] == 401
    status, figures = await house.own("GET", "/api/v1/live")
    assert status == 200
    assert figures["halls"][0]["id"] == "gallery" and figures["connections"] == 0
    assert figures["tick_ms"].keys() == {"median", "p99", "worst"}


async def test_a_hall_is_copied_with_everything_in_it_and_starts_closed(house: House) -> None:
    name = {"zh": "副厅", "en": "Annex"}
    body = {"id": "annex", "name": name, "copy_of": "gallery"}
    status, hall = await house.own("POST", HALLS, json=body)
    assert (status, hall["state"], hall["name"]) == (201, "closed", name)
    copy = (await house.own("GET", f"{HALLS}/annex/scene"))[1]
    original = (await house.own("GET", f"{HALLS}/gallery/scene"))[1]
    assert copy["nodes"] == original["nodes"] and copy["hall"]["walk"] == original["hall"]["walk"]
    again, told = await house.own("POST", HALLS, json=body)
    assert (again, told["code"]) == (409, "hall_exists")
    nobody, told = await house.own("POST", HALLS, json={**body, "id": "x", "copy_of": "nowhere"})
    assert (nobody, told["code"]) == (404, "hall_unknown")


async def test_halls_keep_the_order_that_they_are_put_in(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        for hall in ("b", "c"):
            assert (await house.own("POST", HALLS, json={"id": hall}))[0] == 201
        await house.own("PATCH", f"{HALLS}/c", json={"state": "open"})
        order = ["c", "gallery", "b"]
        status, told = await house.own("PUT", "/api/v1/hall-order", json={"halls": order})
        assert (status, [hall["id"] for hall in told["halls"]]) == (200, order)
        assert (await house.get("/api/v1/park"))[1]["start"] == "c"
        for wrong in (["c", "gallery"], [*order, "d"], ["c", "c", "b"]):
            status, told = await house.own("PUT", "/api/v1/hall-order", json={"halls": wrong})
            assert (status, told["code"]) == (409, "hall_order_incomplete")
    async with open_house(tmp_path / "data") as house:
        assert [hall["id"] for hall in (await house.get(HALLS))[1]["halls"]] == order


async def test_staff_see_the_work_on_each_hall(house: House) -> None:
    scene = f"{HALLS}/gallery/scene"
    hide = {"op": "set", "path": "/nodes/fox/visible", "value": False}
    await house.own("PATCH", scene, json={"ops": [hide], "layer": "draft"})
    await house.own("PATCH", scene, json={"ops": [hide]})
    (work,) = (await house.own("GET", "/api/v1/hall-work"))[1]["halls"]
    assert (work["drafted"], work["exhibits"], work["author"]) == (1, 1, "operator")
    assert work["nodes"] > 3 and work["edited"] > 0 and work["versions"] == 0
    assert (await house.get("/api/v1/hall-work"))[0] == 401
