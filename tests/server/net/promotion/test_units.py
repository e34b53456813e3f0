"""Space to let over HTTP: searched, held by one of many, shown in the scene, given back."""

from __future__ import annotations

import asyncio
from typing import Any

from server.access.actor import house as acting
from tests.server.house import House, open_house
from tests.server.people import somebody
from tests.server.promotion.units import put_units

UNIT = "/api/v1/units/gallery/a-101"


async def test_units_are_found_the_best_fit_first(house: House) -> None:
    await put_units(house)
    status, told = await house.get("/api/v1/units?min_area=100&max_area=300")
    assert status == 200
    assert [unit["no"] for unit in told["units"]] == ["A-101", "A-103"]
    assert told["uses"] == {"office": 2, "lab": 1}
    assert told["free_area"] == 420.0
    assert told["hold_days"] == house.park.settings.hold_days
    first = told["units"][0]
    assert (first["name"], first["name_en"]) == ("A-101 室", "Unit A-101")
    status, told = await house.get("/api/v1/units?q=实验室")
    assert [unit["no"] for unit in told["units"]] == ["A-103"]


async def test_wrong_numbers_are_told_all_at_once(house: House) -> None:
    status, told = await house.get("/api/v1/units?min_area=big&max_rent=cheap&status=mine")
    assert status == 422
    assert [each["pointer"] for each in told["details"]] == ["/min_area", "/max_rent", "/status"]


async def test_a_stranger_holds_nothing(house: House) -> None:
    await put_units(house)
    async with house.visitor.post(f"{house.url}{UNIT}/holds", json={}) as answer:
        assert answer.status == 401


async def test_a_closed_hall_shows_and_lets_nobody_hold_its_units(house: House) -> None:
    await put_units(house)
    await house.own("PATCH", "/api/v1/halls/gallery", json={"state": "closed"})
    async with somebody(house, "investor") as investor, somebody(house, "manager") as manager:
        for method, path in (("GET", UNIT), ("POST", f"{UNIT}/holds")):
            status, told = await investor.ask(method, path)
            assert (status, told["code"]) == (404, "unit_unknown")
        assert (await manager.ask("GET", UNIT))[0] == 200


def node_of(house: House) -> Any:
    return house.park.hall("gallery").editing.layers.published.nodes["a-101"]


async def test_an_investor_holds_a_unit_and_everybody_sees_it(house: House) -> None:
    await put_units(house)
    async with somebody(house, "investor") as investor, somebody(house, "investor") as other:
        status, hold = await investor.ask("POST", f"{UNIT}/holds", json={})
        assert (status, hold["mine"], hold["no"]) == (201, True, "A-101")
        assert node_of(house)["status"] == "held"
        assert node_of(house)["held_until"] == hold["until"]
        status, told = await other.ask("POST", f"{UNIT}/holds", json={})
        assert (status, told["code"]) == (409, "unit_held")
        assert investor.id not in str(told)
        _, seen = await other.ask("GET", UNIT)
        assert (seen["status"], seen["hold"]) == ("held", None)
        assert (await other.ask("DELETE", f"/api/v1/holds/{hold['id']}"))[0] == 404
        assert (await other.ask("GET", "/api/v1/holds"))[1]["holds"] == []
        _, mine = await investor.ask("GET", "/api/v1/holds")
        assert [each["id"] for each in mine["holds"]] == [hold["id"]]
        status, told = await investor.ask("POST", f"/api/v1/holds/{hold['id']}/extension")
        assert (status, told["code"]) == (403, "forbidden")
        assert (await investor.ask("DELETE", f"/api/v1/holds/{hold['id']}"))[0] == 204
        assert node_of(house)["status"] == "free"
        assert node_of(house)["held_until"] is None


async def test_staff_make_a_hold_longer_once(house: House) -> None:
    await put_units(house)
    async with somebody(house, "host") as host:
        _, hold = await host.ask("POST", f"{UNIT}/holds", json={"days": 2})
        longer = f"/api/v1/holds/{hold['id']}/extension"
        status, after = await host.ask("POST", longer)
        assert (status, after["extended"], after["extendable"]) == (200, True, False)
        assert after["until"] == hold["until"] + 7 * 86_400
        status, told = await host.ask("POST", longer)
        assert (status, told["code"]) == (409, "hold_extended")


async def test_a_manager_lets_a_unit_and_has_it_free_again(house: House) -> None:
    await put_units(house)
    async with somebody(house, "manager") as manager, somebody(house, "investor") as investor:
        await investor.ask("POST", f"{UNIT}/holds", json={})
        status, told = await manager.ask("PUT", f"{UNIT}/status", json={"status": "let"})
        assert (status, told["status"], node_of(house)["status"]) == (200, "let", "let")
        status, told = await investor.ask("POST", f"{UNIT}/holds", json={})
        assert (status, told["code"]) == (409, "unit_let")
        status, told = await manager.ask("PUT", f"{UNIT}/status", json={"status": "free"})
        assert (status, told["status"], node_of(house)["status"]) == (200, "free", "free")


async def test_nobody_holds_more_than_they_may(house: House) -> None:
    await put_units(house)
    async with somebody(house, "investor") as investor:
        for node in ("a-101", "a-102", "a-103"):
            place = f"/api/v1/units/gallery/{node}/holds"
            assert (await investor.ask("POST", place, json={}))[0] == 201
        await put_units(house, prefix="b")
        status, told = await investor.ask("POST", "/api/v1/units/gallery/b-101/holds", json={})
        assert (status, told["code"]) == (409, "hold_too_many")


async def test_of_a_hundred_who_race_for_a_unit_one_gets_it(house: House) -> None:
    await put_units(house)
    units = house.park.promotion.units
    racers = [acting(f"a_{n:016x}") for n in range(100)]
    ended = await asyncio.gather(
        *(units.hold("gallery", "a-101", racer) for racer in racers), return_exceptions=True
    )
    codes = [getattr(each, "code", "held") for each in ended]
    assert codes.count("held") == 1
    assert codes.count("unit_held") == 99
    assert len(await house.park.archive.holds.living()) == 1
    assert node_of(house)["status"] == "held"


async def test_an_unknown_unit_is_told_as_such(house: House) -> None:
    async with somebody(house, "host") as host:
        status, told = await host.ask("POST", "/api/v1/units/gallery/fox/holds", json={})
        assert (status, told["code"]) == (404, "unit_unknown")
        status, told = await host.ask("POST", "/api/v1/units/nowhere/fox/holds", json={})
        assert (status, told["code"]) == (404, "hall_unknown")


async def test_what_a_kill_left_undone_is_shown_at_the_next_start(tmp_path: Any) -> None:
    async with open_house(tmp_path) as house:
        await put_units(house)
        hold = await house.park.promotion.units.hold("gallery", "a-101", acting("operator"))
        house.park.promotion.units._living.clear()
        await house.park.promotion.units.reconcile()
        assert node_of(house)["status"] == "free"
    async with open_house(tmp_path) as house:
        assert node_of(house)["status"] == "held"
        assert house.park.promotion.units.one("gallery", "a-101").held_until == hold.until


async def test_units_come_as_a_table(house: House) -> None:
    await put_units(house)
    status, told = await house.own("GET", "/api/v1/tables/units.csv?lang=zh-CN")
    assert status == 200
    assert "A-101" in told.decode("utf-8-sig")
    assert "可租" in told.decode("utf-8-sig")
