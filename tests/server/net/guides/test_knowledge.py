"""Documents over HTTP: taught, found, changed by version, taken away and had back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.house import House
from tests.server.net.guides.taught import KNOWLEDGE, RENTS, SECRET, teach


async def ids(house: House, query: str = "") -> list[str]:
    _, told = await house.own("GET", f"{KNOWLEDGE}?{query}")
    return [each["id"] for each in told["documents"]]


async def test_what_is_taught_is_found_at_once(house: House) -> None:
    made = await teach(house, regions=["江州", "江州"])
    assert (made["title"], made["lang"], made["version"]) == ("租金", "zh", 1)
    assert (made["kind"], made["visibility"], made["regions"]) == ("document", "public", ["江州"])
    _, found = await house.own("GET", f"{KNOWLEDGE}/search?q=厂房多少钱&limit=1")
    [hit] = found["hits"]
    assert (hit["document"], hit["version"], hit["expired"]) == (made["id"], 1, False)
    assert RENTS[hit["start"] : hit["end"]] == hit["text"]
    assert "32 元" in hit["text"]
    _, cut = await house.own("GET", f"{KNOWLEDGE}/{made['id']}/passages")
    assert cut["passages"][-1]["headings"] == ["租金", "厂房"]
    _, told = await house.own("GET", f"{KNOWLEDGE}/{made['id']}")
    assert told["passages"] == len(cut["passages"])
    assert told["text"] == RENTS


async def test_an_audience_finds_what_it_may_see(house: House) -> None:
    made = await teach(house, SECRET, visibility="staff")
    for audience, found in (("public", []), ("investors", []), ("staff", [made["id"]])):
        _, told = await house.own("GET", f"{KNOWLEDGE}/search?q=底价&audience={audience}")
        assert [hit["document"] for hit in told["hits"]] == found, audience
    only = f"{KNOWLEDGE}/search?q=租金&audience=staff&document=park"
    assert (await house.own("GET", only))[1]["hits"] == []


async def test_versions_are_kept_compared_and_had_back(house: House) -> None:
    made = await teach(house)
    path = f"{KNOWLEDGE}/{made['id']}"
    change = {"version": 1, "text": "# 租金\n\n面议。\n", "valid_from": "2026-01-01"}
    status, told = await house.own("PATCH", path, json=change)
    assert (status, told["version"], told["valid_from"]) == (200, 2, "2026-01-01")
    status, told = await house.own("PATCH", path, json={"version": 1, "title": "x"})
    assert (status, told["code"]) == (409, "document_stale")
    status, told = await house.own("PATCH", path, json={"version": 2, "valid_from": None})
    assert (told["version"], told["valid_from"], told["text"]) == (3, None, "# 租金\n\n面议。\n")
    status, told = await house.own("PATCH", path, json={"version": 3, "restore": 1})
    assert (told["version"], told["text"]) == (4, RENTS)
    _, told = await house.own("GET", f"{path}?version=2")
    assert told["text"] == "# 租金\n\n面议。\n"
    assert (await house.own("DELETE", f"{path}?version=2"))[1]["code"] == "document_stale"
    assert (await house.own("DELETE", f"{path}?version=4"))[0] == 204
    assert (await house.own("GET", path))[1]["code"] == "document_unknown"
    assert made["id"] not in await ids(house)
    _, told = await house.own("GET", f"{KNOWLEDGE}/search?q=厂房租金")
    assert told["hits"] == []
    _, told = await house.own("GET", f"{path}/versions")
    assert [row["number"] for row in told["versions"]] == [4, 3, 2, 1]
    status, told = await house.own("PATCH", path, json={"version": 4, "restore": 4})
    assert (status, told["version"]) == (200, 5)
    assert made["id"] in await ids(house)


async def test_lists_are_filtered_and_paged(house: House) -> None:
    old = await teach(house, "旧政策：补贴三成。", kind="policy", valid_until="2020-01-01")
    new = await teach(house, "The gate opens at seven.", visibility="investors")
    assert await ids(house, "limit=1") == [new["id"]]
    assert (await ids(house, f"before={new['id']}"))[0] == old["id"]
    for query, wanted in (
        ("kind=policy", [old["id"]]), ("lang=en&visibility=investors", [new["id"]]),
        ("q=GATE seven", [new["id"]]), ("q=gate eight", []), ("state=expired", [old["id"]]),
        ("kind=park", ["park", "park/en"]), ("state=not_yet", []),
    ):  # fmt: skip
        assert await ids(house, query) == wanted, query
    assert (await house.own("GET", f"{KNOWLEDGE}?kind=rumour"))[0] == 422


async def test_records_of_the_park_are_changed_where_they_are_kept(house: House) -> None:
    _, told = await house.own("GET", f"{KNOWLEDGE}/park%2Fen")
    assert told["kind"] == "park"
    for method, body in (("PATCH", {"version": 1, "text": "x"}), ("DELETE", None)):
        status, told = await house.own(method, f"{KNOWLEDGE}/park", json=body)
        assert (status, told["code"]) == (409, "document_record")


@pytest.mark.parametrize(
    ("body", "pointers"),
    [
        ({"title": "x"}, ["/text"]),
        ({"text": "x", "upload": "y"}, ["/text"]),
        ({"text": "", "lang": "fr", "colour": 1}, ["/colour", "/lang", "/text"]),
        ({"text": "x", "valid_from": "2026-02-01", "valid_until": "2026-01-01"}, ["/valid_until"]),
        ({"text": "a\0b"}, ["/text"]),
    ],
)
async def test_every_mistake_is_told(house: House, body: Any, pointers: list[str]) -> None:
    status, told = await house.own("POST", KNOWLEDGE, json=body)
    assert (status, sorted(each["pointer"] for each in told["details"])) == (422, pointers)


async def test_visitors_read_none_of_it(house: House) -> None:
    for path in (KNOWLEDGE, f"{KNOWLEDGE}/park", f"{KNOWLEDGE}/search?q=x", "/api/v1/personas"):
        assert (await house.get(path))[0] in (401, 403)
