"""Halls over HTTP: their whole life."""

from __future__ import annotations

from tests.server.house import House

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
