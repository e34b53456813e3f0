"""Bodies of guides as assets: made once, remembered, in use, and nobody waits for them."""

from __future__ import annotations

import asyncio

import pytest

from server.run.exhibits.collect import collect
from server.run.guides import bodies
from server.run.guides.bodies import MADE, Bodies
from tests.server.house import House


class Maker:
    """Makes small bodies, and counts."""

    def __init__(self) -> None:
        self.made: list[str] = []

    async def __call__(self, name: str) -> bytes:
        self.made.append(name)
        return f"body of {name}".encode()


async def begun(house: House, maker: Maker) -> Bodies:
    found = Bodies(house.park, maker)
    await found.start()
    return found


async def test_a_body_is_made_once_and_never_waited_for(house: House) -> None:
    maker, told = Maker(), []
    one = await begun(house, maker)
    one.changed = lambda: told.append(one.asset("xiaoling"))
    assert one.asset("xiaoling") == one.asset("xiaoling") == ""
    await one.settled()
    assert told == [one.asset("xiaoling")]
    assert await house.park.blobs.read(told[0]) == b"body of xiaoling"
    assert maker.made == ["xiaoling"]
    status, data = await house.get(f"/assets/{told[0]}")
    assert (status, data) == (200, b"body of xiaoling")


async def test_a_second_start_finds_what_the_first_made(house: House) -> None:
    maker = Maker()
    one = await begun(house, maker)
    one.asset("xiaojing")
    await one.settled()
    again = await begun(house, maker)
    assert again.made == one.made
    assert again.asset("xiaojing") == one.asset("xiaojing")
    assert maker.made == ["xiaojing"]


async def test_another_recipe_makes_them_anew(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = Maker()
    one = await begun(house, maker)
    one.asset("xiaojing")
    await one.settled()
    monkeypatch.setattr(bodies, "recipe", lambda: "newer")
    again = await begun(house, maker)
    assert again.made == {}
    again.asset("xiaojing")
    await again.settled()
    assert (await house.park.archive.meta(MADE))["recipe"] == "newer"
    assert maker.made == ["xiaojing", "xiaojing"]


async def test_nobody_collects_them(house: House) -> None:
    one = await begun(house, Maker())
    one.asset("xiaojing")
    await one.settled()
    await collect(house.park, grace=0)
    assert house.park.blobs.has(one.asset("xiaojing"))


async def test_names_that_are_none_have_no_body(house: House) -> None:
    maker = Maker()
    one = await begun(house, maker)
    assert one.asset("nobody") == one.portrait("nobody") == one.asset("") == ""
    assert maker.made == []


async def test_a_portrait_comes_with_its_body(house: House) -> None:
    one = await begun(house, Maker())
    assert one.portrait("xiaojing") == ""
    await one.settled()
    portrait = await house.park.blobs.read(one.portrait("xiaojing"))
    assert portrait == bodies.picture("xiaojing")
    assert portrait.startswith(b"\x89PNG")


async def test_a_disk_that_refuses_is_no_end(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    maker = Maker()
    one = await begun(house, maker)

    async def refuse(*args: object, **options: object) -> str:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr(house.park.blobs, "put", refuse)
        one.asset("xiaojing")
        await one.settled()
    assert one.made == {}
    one.asset("xiaojing")
    await one.settled()


async def test_stopping_waits_for_nothing(house: House) -> None:
    begin, never = asyncio.Event(), asyncio.Event()

    async def slow(name: str) -> bytes:
        begin.set()
        await never.wait()
        return b""

    one = Bodies(house.park, slow)
    await one.start()
    one.asset("xiaojing")
    await begin.wait()
    await one.stop()
    assert one.made == {}


async def test_our_own_bodies_are_made_by_a_child() -> None:
    data = await bodies.made("xiaoling")
    assert data.startswith(b"glTF")
    assert b"VRMC_vrm" in data
    with pytest.raises(OSError, match="could not be made"):
        await bodies.made("nobody")


def test_the_recipe_is_the_code() -> None:
    assert bodies.recipe() == bodies.recipe()
    assert len(bodies.recipe()) == 16
