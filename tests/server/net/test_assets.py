"""Assets: immutable, compressed when asked, in ranges when asked."""

from __future__ import annotations

import aiohttp

from scenes.glb import write_glb
from server.run.exhibits import keep_asset
from tests.server.house import House

GLB = write_glb({"asset": {"version": "2.0"}, "extras": {"words": "again " * 4000}}, b"")


PLAIN = {"Accept-Encoding": "identity"}


async def put(house: House) -> str:
    sha = await keep_asset(house.park, GLB)
    await house.park.blobs.settled()
    return f"{house.url}/assets/{sha}"


async def test_an_asset_may_be_kept_for_ever(house: House) -> None:
    url = await put(house)
    async with house.visitor.get(url, headers=PLAIN) as answer:
        assert await answer.read() == GLB
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.content_type == "model/gltf-binary"
        assert "Content-Encoding" not in answer.headers
        tag = answer.headers["ETag"]
    async with house.visitor.get(url, headers={"If-None-Match": tag, **PLAIN}) as answer:
        assert answer.status == 304 and await answer.read() == b""


async def test_brotli_is_served_to_those_who_take_it(house: House) -> None:
    url = await put(house)
    session = aiohttp.ClientSession(auto_decompress=False)
    async with session, session.get(url, headers={"Accept-Encoding": "gzip, br;q=1"}) as answer:
        small = await answer.read()
        assert answer.headers["Content-Encoding"] == "br"
        assert answer.headers["Vary"] == "Accept-Encoding"
    assert len(small) < len(GLB) / 10


async def test_a_range_is_a_part_of_the_plain_bytes(house: House) -> None:
    url = await put(house)
    headers = {"Range": "bytes=4-11", **PLAIN}
    async with house.visitor.get(url, headers=headers) as answer:
        assert answer.status == 206
        assert await answer.read() == GLB[4:12]


async def test_head_says_how_much_there_is(house: House) -> None:
    url = await put(house)
    async with house.visitor.head(url, headers=PLAIN) as answer:
        assert (answer.status, answer.headers["Content-Length"]) == (200, str(len(GLB)))
