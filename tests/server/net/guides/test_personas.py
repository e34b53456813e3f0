"""Personas over HTTP: made, changed by version, never taken from a guide."""

from __future__ import annotations

from typing import Any

from server.access.actor import OWNER
from tests.server.house import House
from tests.server.net.guides.taught import teach

PERSONAS = "/api/v1/personas"


def persona(**more: Any) -> dict[str, Any]:
    words = {"zh": "您好", "en": "Hello"}
    return {"name": {"zh": "小海", "en": "Hai"}, "greeting": words, **more}


async def test_a_park_begins_with_three_and_they_can_be_changed(house: House) -> None:
    _, told = await house.own("GET", PERSONAS)
    assert [each["id"] for each in told["personas"]] == ["xiaojing", "xiaoling", "xiaoyun"]
    assert {each["id"] for each in told["bodies"]} >= {each["body"] for each in told["personas"]}
    path = f"{PERSONAS}/xiaojing"
    change = {"version": 1, "name": {"zh": "晓静", "en": "Jing"}, "never": ["保证"]}
    status, told = await house.own("PATCH", path, json=change)
    assert (status, told["version"], told["name"]["zh"], told["never"]) == (
        200,
        2,
        "晓静",
        ["保证"],
    )
    assert told["suggestions"]
    status, told = await house.own("PATCH", path, json=change)
    assert (status, told["code"]) == (409, "persona_stale")
    assert house.park.guides.personas.of("xiaojing").name["en"] == "Jing"
    assert house.park.guides.personas.of("").id == "xiaojing"


async def test_one_is_made_and_taken_away(house: House) -> None:
    document = await teach(house)
    told = await house.own("POST", PERSONAS, json=persona(knowledge=[document["id"]]))
    assert told[0] == 201
    made = told[1]
    assert (made["knowledge"], made["voice"], made["used"]) == ([document["id"]], "alloy", [])
    assert (await house.own("DELETE", f"{PERSONAS}/{made['id']}"))[0] == 204
    status, told = await house.own("DELETE", f"{PERSONAS}/{made['id']}")
    assert (status, told["code"]) == (404, "persona_unknown")


async def test_one_that_a_guide_is_stays(house: House) -> None:
    name = {"zh": "讲解员", "en": "Guide"}
    node = {"kind": "guide", "name": name, "guide": {"persona": "xiaoyun"}}
    hall = house.park.hall("gallery")
    ops = [{"op": "add", "path": "/nodes/guide-1", "value": node}]
    await house.park.edit(hall, "published", ops, hall.revision, OWNER)
    status, told = await house.own("DELETE", f"{PERSONAS}/xiaoyun")
    assert (status, told["code"]) == (409, "persona_in_use")
    _, told = await house.own("GET", PERSONAS)
    assert told["personas"][2]["used"] == [{"hall": "gallery", "node": "guide-1"}]
    for id in ("xiaojing", "xiaoling"):
        assert (await house.own("DELETE", f"{PERSONAS}/{id}"))[0] == 204
    assert (await house.own("DELETE", f"{PERSONAS}/xiaoyun"))[1]["code"] == "persona_in_use"


async def test_every_mistake_is_told(house: House) -> None:
    wrong = persona(body="ghost", knowledge=["k_gone", "park"])
    status, told = await house.own("POST", PERSONAS, json=wrong)
    assert status == 422
    found = {(each["pointer"], each["code"]) for each in told["details"]}
    assert found == {("/body", "not_a_choice"), ("/knowledge/0", "document_unknown")}
    status, told = await house.own("POST", PERSONAS, json=persona(name={"zh": "", "en": "x"}))
    assert [each["pointer"] for each in told["details"]] == ["/name/zh"]
