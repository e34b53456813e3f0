"""A hall's past over HTTP: what differs, who edited, what a draft would change."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.house import House

HALL = "/api/v1/halls/gallery"
SCENE = f"{HALL}/scene"
NEW = {"kind": "text", "name": {"zh": "牌", "en": "Sign"}, "text": {"zh": "", "en": "", "size": 1}}


def put(path: str, value: Any) -> dict[str, Any]:
    return {"op": "set", "path": path, "value": value}


async def edit(house: House, *ops: dict[str, Any], layer: str = "published") -> None:
    revision = (await house.own("GET", HALL))[1]["revision"]
    body = {"ops": list(ops), "base": revision, "layer": layer}
    assert (await house.own("PATCH", SCENE, json=body))[0] == 200


async def keep(house: House, name: str) -> int:
    status, version = await house.own("POST", f"{HALL}/versions", json={"name": name})
    assert status == 201
    return int(version["number"])


async def test_a_version_is_read_whole(house: House) -> None:
    number = await keep(house, "开业")
    await edit(house, put("/hall/capacity", 7))
    status, version = await house.own("GET", f"{HALL}/versions/{number}")
    assert (status, version["name"], version["hall"]["capacity"]) == (200, "开业", 300)
    assert "fox" in version["nodes"]


async def test_a_version_is_compared_with_now_the_draft_and_another(house: House) -> None:
    first = await keep(house, "one")
    await edit(
        house,
        put("/nodes/fox/translation", [1, 1, 1]),
        {"op": "add", "path": "/nodes/t", "value": NEW},
    )
    second = await keep(house, "two")
    await edit(house, {"op": "remove", "path": "/nodes/seat-1"}, layer="draft")
    compare = f"{HALL}/versions/{first}/compare"
    status, told = await house.own("GET", compare)
    assert (status, told["after"]["kind"]) == (200, "published")
    assert told["counts"] == {"added": 1, "removed": 0, "changed": 1}
    by_node = {change["node"]: change for change in told["changes"]}
    assert by_node["fox"]["properties"] == [
        {"key": "translation", "before": [0, 0.9, 0], "after": [1, 1, 1], "told": True}
    ]
    assert by_node["t"] == {
        "node": "t",
        "kind": "text",
        "name": NEW["name"],
        "how": "added",
        "properties": [],
    }
    told = (await house.own("GET", f"{compare}?with=draft"))[1]
    assert told["counts"]["removed"] == 1
    told = (await house.own("GET", f"{compare}?with={second}"))[1]
    assert (told["after"]["version"]["name"], told["counts"]["added"]) == ("two", 1)
    back = (await house.own("GET", f"{HALL}/versions/{second}/compare?with={first}"))[1]
    assert back["counts"] == {"added": 0, "removed": 1, "changed": 1}


@pytest.mark.parametrize(("path", "status"), [
    ("versions/9", 404), ("versions/9/compare", 404), ("versions/1/compare?with=9", 404),
    ("versions/1/compare?with=yesterday", 422), ("history?limit=0", 422), ("history?before=x", 422),
])  # fmt: skip
async def test_what_is_not_there_is_told(house: House, path: str, status: int) -> None:
    await keep(house, "one")
    assert (await house.own("GET", f"{HALL}/{path}"))[0] == status


@pytest.mark.parametrize("path", ["versions/1", "versions/1/compare", "history", "draft/compare"])
async def test_visitors_do_not_read_the_past(house: House, path: str) -> None:
    assert (await house.get(f"{HALL}/{path}"))[0] == 401


async def test_a_value_too_long_to_tell_is_left_out(house: House) -> None:
    number = await keep(house, "one")
    text = {"zh": "长" * 300, "en": "long " * 60}
    await edit(house, put("/nodes/fox/card/text", text))
    told = (await house.own("GET", f"{HALL}/versions/{number}/compare"))[1]
    assert told["changes"][0]["properties"] == [
        {"key": "card/text", "before": None, "after": None, "told": False}
    ]


async def test_the_history_comes_page_by_page_and_says_what_each_edit_was_about(
    house: House,
) -> None:
    await edit(house, {"op": "add", "path": "/nodes/t", "value": NEW})
    await edit(house, put("/nodes/t/text/zh", "你好"), put("/nodes/t/visible", False))
    await edit(house, {"op": "remove", "path": "/nodes/t"})
    await house.own("POST", f"{SCENE}/undo")
    page = (await house.own("GET", f"{HALL}/history?limit=2"))[1]
    undo, removal = page["edits"]
    assert (undo["revision"], undo["note"], undo["touched"][0]["how"]) == (4, "undo:3", "added")
    assert (removal["touched"][0]["name"], removal["touched"][0]["how"]) == (NEW["name"], "removed")
    assert removal["author"] == "operator" and removal["at"] > 0
    page = (await house.own("GET", f"{HALL}/history?limit=2&before={page['next']}"))[1]
    changed, added = page["edits"]
    assert (changed["touched"][0]["keys"], changed["ops"], changed["nodes"]) == (
        ["text/zh", "visible"],
        2,
        1,
    )
    assert (added["touched"][0]["how"], page["next"]) == ("added", None)


async def test_a_draft_tells_what_it_changes_who_made_it_and_what_it_would_replace(
    house: House,
) -> None:
    await edit(house, put("/nodes/fox/translation", [1, 1, 1]), layer="draft")
    await edit(house, put("/hall/capacity", 9))
    await edit(house, put("/nodes/fox/translation", [2, 2, 2]))
    status, told = await house.own("GET", f"{HALL}/draft/compare")
    assert (status, told["number"], told["counts"]["changed"]) == (200, 1, 1)
    assert [(d["author"], d["edits"]) for d in told["drafters"]] == [("operator", 1)]
    (overlap,) = told["overlaps"]
    assert (overlap["path"], overlap["author"]) == ("/nodes/fox/translation", "operator")


async def test_an_empty_draft_changes_nothing(house: House) -> None:
    told = (await house.own("GET", f"{HALL}/draft/compare"))[1]
    assert (told["changes"], told["drafters"], told["overlaps"]) == ([], [], [])


async def test_a_draft_is_published_with_words_and_only_as_it_was_looked_at(house: House) -> None:
    await edit(house, put("/nodes/fox/visible", False), layer="draft")
    number = (await house.own("GET", f"{HALL}/draft"))[1]["number"]
    await edit(house, put("/hall/capacity", 9), layer="draft")
    publish = f"{HALL}/draft/publish"
    status, told = await house.own("POST", publish, json={"number": number, "note": "开业布置"})
    assert (status, told["code"]) == (409, "draft_changed")
    assert told["details"][0]["code"] == "current_revision"
    assert told["details"][0]["message"] == str(number + 1)
    status, _ = await house.own("POST", publish, json={"number": number + 1, "note": "开业布置"})
    assert status == 200
    newest = (await house.own("GET", f"{HALL}/history?limit=1"))[1]["edits"][0]
    assert newest["note"] == "publish:开业布置"


async def test_a_draft_is_published_without_a_body(house: House) -> None:
    await edit(house, put("/nodes/fox/visible", False), layer="draft")
    assert (await house.own("POST", f"{HALL}/draft/publish"))[0] == 200


async def test_what_was_undone_in_a_draft_is_nobodys_work(house: House) -> None:
    await edit(house, put("/nodes/fox/visible", False), layer="draft")
    await edit(house, put("/hall/capacity", 9), layer="draft")
    assert (await house.own("POST", f"{HALL}/draft/undo"))[0] == 200
    told = (await house.own("GET", f"{HALL}/draft/compare"))[1]
    assert [drafter["edits"] for drafter in told["drafters"]] == [1]
    assert [change["node"] for change in told["changes"]] == ["fox"]


async def test_an_edit_whose_node_has_gone_is_told_with_the_reason(house: House) -> None:
    await edit(house, put("/nodes/seat-1/visible", False), layer="draft")
    await edit(house, {"op": "remove", "path": "/nodes/seat-1"})
    told = (await house.own("GET", f"{HALL}/draft/compare"))[1]
    (aside,) = told["aside"]
    assert (aside["code"], aside["message"]) == ("no_such_node", "没有这个节点")
    assert (aside["touched"][0]["node"], told["changes"]) == ("seat-1", [])
