"""Owners, data classes and exports over HTTP."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from tests.server.house import House
from tests.server.run.exhibits.samples import keep
from tests.server.run.privacy.people import somebody

GEARBOX = "/api/v1/exhibits/gearbox"


async def test_things_pass_on_with_a_log(house: House, tmp_path: Path) -> None:
    await keep(house.park, tmp_path, "a")
    person = await somebody(house, "creator")
    status, told = await house.own("GET", f"{GEARBOX}/ownership")
    assert (status, told["transfers"], told["data_class"]) == (200, [], "public")
    first = told["owner"]
    to = {"to": person.id, "note": "handed over"}
    status, told = await house.own("POST", f"{GEARBOX}/transfer", json=to)
    assert (status, told["owner"], told["name"]) == (200, person.id, "欧阳婉清")
    (passed,) = told["transfers"]
    assert (passed["old"], passed["new"], passed["note"]) == (first, person.id, "handed over")
    (row,) = await house.park.archive.audit.page(limit=1)
    assert (row.action, row.target) == ("exhibit.transfer", "exhibit/gearbox")
    assert json.loads(row.before or "") == {"owner": first}
    unknown = {"to": "a_0000000000000000"}
    assert (await house.own("POST", f"{GEARBOX}/transfer", json=unknown))[0] == 422
    assert (await house.own("POST", f"{GEARBOX}/transfer", json={"to": "somebody"}))[0] == 422
    assert (await person.ask("POST", "exhibits/gearbox/transfer", json={"to": ""}))[0] == 403
    assert (await house.own("POST", f"{GEARBOX}/transfer", json={"to": ""}))[1]["owner"] == ""


async def test_only_public_things_are_shown(house: House, tmp_path: Path) -> None:
    await keep(house.park, tmp_path, "a")
    classed = await house.own("PUT", f"{GEARBOX}/data-class", json={"data_class": "internal"})
    assert classed[1]["data_class"] == "internal"
    status, told = await house.own("POST", f"{GEARBOX}/publish", json={"revision": 1})
    assert (status, told["code"]) == (409, "not_public")
    await house.own("PUT", f"{GEARBOX}/data-class", json={"data_class": "public"})
    assert (await house.own("POST", f"{GEARBOX}/publish", json={"revision": 1}))[0] == 200
    await house.own("PUT", f"{GEARBOX}/data-class", json={"data_class": "personal"})
    status, told = await house.own("POST", f"{GEARBOX}/placements", json={"hall": "gallery"})
    assert (status, told["code"]) == (409, "not_public")


async def test_an_export_holds_originals_manifests_card_and_history(
    house: House, tmp_path: Path
) -> None:
    await keep(house.park, tmp_path, "a")
    await keep(house.park, tmp_path, "b", "gearbox", originals=3)
    status, data = await house.own("GET", f"{GEARBOX}/export")
    assert status == 200
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert found.testzip() is None
        names = set(found.namelist())
        history = json.loads(found.read("history.json"))
        card = json.loads(found.read("card.json"))
    assert {"card.json", "history.json", "revisions/1/manifest.json"} <= names
    assert sum(name.startswith("revisions/2/original/") for name in names) == 3
    assert [each["number"] for each in history["revisions"]] == [2, 1]
    assert card["title"]["en"]


async def test_what_is_not_there_is_not_owned(house: House) -> None:
    for kind, code in (("exhibits", "exhibit_unknown"), ("media", "media_unknown")):
        for method, tail, body in (
            ("GET", "ownership", None),
            ("GET", "export", None),
            ("POST", "transfer", {"to": ""}),
            ("PUT", "data-class", {"data_class": "public"}),
        ):
            path = f"/api/v1/{kind}/nowhere/{tail}"
            status, told = await house.own(method, path, **({"json": body} if body else {}))
            assert (status, told["code"]) == (404, code), path
