"""Exhibits without a picture get one when somebody looks."""

from __future__ import annotations

from scenes.author import Material, Model, Node, Surface, build_glb
from scenes.demo.shapes.box import box
from scenes.exhibits.pictures import decode
from server.run.exhibits import adopt, keep_asset
from server.run.park import Park
from tests.scenes.samples import both, hall_document, model
from tests.server.house import House


async def stands(park: Park) -> str:
    """A red block that came with its hall; the exhibit's id."""
    surface = Surface(box(1, 1, 1), Material("red", (0.8, 0.05, 0.05)))
    data = build_glb(Model("block", (Node("block", (surface,)),)))
    asset = await keep_asset(park, data)
    level = {"asset": asset, "bytes": len(data), "triangles": 12, "error": 0.0}
    document = hall_document("annex")
    document["nodes"]["block"] = {
        "kind": "exhibit",
        "name": both("block"),
        "model": {**model(), "levels": [level]},
        "card": {"title": both("block")},
    }
    await park.add_hall(await adopt(park, document, "demo"))
    return "block"


async def test_an_exhibit_is_drawn_when_it_is_listed(house: House) -> None:
    await stands(house.park)
    status, listed = await house.own("GET", "/api/v1/exhibits")
    (exhibit,) = (each for each in listed["exhibits"] if each["id"] == "block")
    assert (status, exhibit["poster"]) == (200, None)
    await house.park.portraits.settled()
    _, exhibit = await house.own("GET", "/api/v1/exhibits/block")
    async with house.owner.get(f"http://localhost/assets/{exhibit['poster']}") as answer:
        assert answer.content_type == "image/webp"
        picture = decode(await answer.read())
    assert picture is not None
    red, green, _ = picture[300, 400, :3].tolist()
    assert red > green + 60
    assert list((house.data / "quarantine").glob("portrait/*")) == []


async def test_what_has_a_picture_is_left_alone(house: House) -> None:
    await stands(house.park)
    book = house.park.archive.exhibits
    for _ in range(2):
        house.park.portraits.want([await book.revision("block", 1)])
        await house.park.portraits.settled()
    revision = await book.revision("block", 1)
    assert len(revision.shas("poster")) == 1
    await book.add_file("block", 1, revision.files[-1])
    await book.add_file("nothing", 1, revision.files[-1])
    assert await book.revision("block", 1) == revision
