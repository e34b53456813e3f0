"""Which questions a document has answered, as staff read it."""

from __future__ import annotations

from pathlib import Path

from tests.server.house import open_house

RENT = {"title": "租金", "text": "# 租金\n\n二楼实验室的租金为每平方米每月 45 元。\n"}


async def test_a_document_knows_what_it_answered(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        _, kept = await house.own("POST", "/api/v1/knowledge", json=RENT)
        await house.park.guides.library.settled()
        _, begun = await house.own("POST", "/api/v1/dialogues", json={})
        asking = f"/api/v1/dialogues/own/{begun['token']}/questions"
        await house.own("POST", asking, json={"text": "二楼实验室的租金是多少？"})
        await house.park.guides.scribe.written()
        path = f"/api/v1/knowledge/{kept['id']}/questions"
        _, found = await house.own("GET", path)
        assert [(each["turn"], each["question"]) for each in found["questions"]] == [
            (1, "二楼实验室的租金是多少？")
        ]
        assert (await house.get(path))[0] in (401, 403)
