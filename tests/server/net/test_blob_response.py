"""Blobs as answers: tags, ranges, packed siblings."""

from __future__ import annotations

from collections.abc import Mapping

import aiohttp
import pytest

from server.run.exhibits import keep_asset
from tests.server.house import House

DATA = b"again and again " * 4000
PLAIN = {"Accept-Encoding": "identity"}
PACKED = {"Accept-Encoding": "br"}


async def put(house: House) -> tuple[str, str]:
    sha = await keep_asset(house.park, DATA)
    await house.park.blobs.settled()
    return sha, f"{house.url}/assets/{sha}"


async def ask(url: str, **headers: str) -> tuple[int, bytes, Mapping[str, str]]:
    """Status, the bytes as they came, and headers."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with (
        aiohttp.ClientSession(auto_decompress=False) as session,
        session.get(url, headers=named) as answer,
    ):
        return answer.status, await answer.read(), answer.headers


async def test_each_form_has_its_tag(house: House) -> None:
    sha, url = await put(house)
    _, data, headers = await ask(url, **PLAIN)
    assert (data, headers["ETag"]) == (DATA, f'"{sha}"')
    _, packed, headers = await ask(url, **PACKED)
    assert (headers["ETag"], headers["Content-Encoding"]) == (f'"{sha}-br"', "br")
    assert len(packed) < len(DATA) / 10


@pytest.mark.parametrize("ending", ["", "-br"])
async def test_who_has_it_gets_no_bytes(house: House, ending: str) -> None:
    sha, url = await put(house)
    for tag in (f'"{sha}{ending}"', f'"other", W/"{sha}{ending}"', "*"):
        status, data, headers = await ask(url, If_None_Match=tag)
        assert (status, data) == (304, b"")
        assert "immutable" in headers["Cache-Control"] and headers["ETag"]
    status, _, _ = await ask(url, If_None_Match='"other"', **PLAIN)
    assert status == 200


async def test_a_range_is_of_the_plain_bytes_whatever_is_accepted(house: House) -> None:
    sha, url = await put(house)
    for form in (PLAIN, PACKED, {"Accept-Encoding": "gzip, deflate, br, zstd"}):
        status, data, headers = await ask(url, Range="bytes=16-31", **form)
        assert (status, data) == (206, DATA[16:32])
        assert headers["Content-Range"] == f"bytes 16-31/{len(DATA)}"
        assert headers["ETag"] == f'"{sha}"'
        assert "Content-Encoding" not in headers
    assert (await ask(url, Range="bytes=-5"))[1] == DATA[-5:]
    assert (await ask(url, Range=f"bytes={len(DATA) - 3}-"))[1] == DATA[-3:]


async def test_a_range_goes_on_only_with_what_it_began(house: House) -> None:
    sha, url = await put(house)
    for own, whole in ((f'"{sha}"', False), (f'"{sha}-br"', True), ('W/"x"', True),
                       ("Fri, 20 Nov 2026 00:00:00 GMT", True)):  # fmt: skip
        status, data, _ = await ask(url, Range="bytes=4-7", If_Range=own, **PLAIN)
        assert (status, data) == ((200, DATA) if whole else (206, DATA[4:8])), own


async def test_a_range_beyond_the_end_is_refused(house: House) -> None:
    _, url = await put(house)
    status, _, headers = await ask(url, Range=f"bytes={len(DATA)}-")
    assert (status, headers["Content-Range"]) == (416, f"bytes */{len(DATA)}")


async def test_dates_say_nothing_of_what_never_changes(house: House) -> None:
    _, url = await put(house)
    status, data, _ = await ask(url, If_Modified_Since="Sat, 20 Nov 2100 00:00:00 GMT", **PLAIN)
    assert (status, data) == (200, DATA)
