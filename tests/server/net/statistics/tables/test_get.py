"""Tables as files: what one may read, filtered, in the reader's language."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from server.net.statistics.tables.registry import TABLES
from tests.server.house import House
from tests.server.store.test_media import PLAN

TABLE = "/api/v1/tables"


async def rows(house: House, path: str) -> list[str]:
    status, data = await house.own("GET", f"{TABLE}/{path}")
    assert status == 200, data
    return str(data.decode("utf-8-sig")).splitlines()


async def test_csv_in_both_languages(house: House) -> None:
    assert await rows(house, "halls.csv?lang=en") == [
        "Name,Id,State,Room for,Visitors now,Revision",
        "Gallery,gallery,open,300,0,0",
    ]
    assert (await rows(house, "halls.csv?lang=zh-CN"))[1] == "展厅,gallery,开放,300,0,0"


async def test_a_workbook(house: House) -> None:
    async with house.owner.get(f"http://localhost{TABLE}/halls.xlsx") as answer:
        assert "attachment" in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store"
        data = await answer.read()
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert "gallery" in file.read("xl/worksheets/sheet1.xml").decode()


async def test_pages_are_walked_to_the_end(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.net.statistics.tables.table.PAGE", 2)
    archive = house.park.archive
    for number in range(5):
        await archive.media.keep(replace(PLAN, id=f"m-{number}", job=f"j-{number}"))
    found = await rows(house, "media.csv?lang=en")
    assert [line.split(",")[1] for line in found[1:]] == [f"m-{n}" for n in (4, 3, 2, 1, 0)]


async def test_lists_of_one_thing_need_its_name(house: House) -> None:
    await house.own("POST", "/api/v1/halls/gallery/versions", json={"name": "=before"})
    assert "'=before" in (await rows(house, "versions.csv?hall=gallery"))[1]
    status, told = await house.own("GET", f"{TABLE}/versions.csv")
    assert (status, told["details"][0]["pointer"]) == (422, "/hall")


@pytest.mark.parametrize("path", ["nothing.csv", "halls.pdf", "halls"])
async def test_no_such_table(house: House, path: str) -> None:
    assert (await house.own("GET", f"{TABLE}/{path}"))[0] == 404


async def test_visitors_get_none(house: House) -> None:
    for name in TABLES:
        assert (await house.get(f"{TABLE}/{name}.csv"))[0] == 401


def test_every_column_says_what_it_is_in_both_languages() -> None:
    for table in TABLES.values():
        for lang in ("zh-CN", "en"):
            titles = [column.title(lang) for column in table.columns]
            assert table.title(lang) and all(titles) and len(set(titles)) == len(titles)


async def test_every_table_answers_in_every_form(house: House) -> None:
    for name in TABLES:
        for kind in ("csv", "xlsx"):
            path = f"{TABLE}/{name}.{kind}?hall=gallery&exhibit=none"
            status, told = await house.own("GET", path)
            assert status == 200 or (name, status) == ("revisions", 404), told
