"""Assets: immutable, never a page, and not there before they are published."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.run.exhibits import keep_asset
from tests.server.house import House
from tests.server.run.exhibits.samples import keep

PLAIN = {"Accept-Encoding": "identity"}


async def put(house: House, data: bytes, media: str = "model/gltf-binary") -> str:
    sha = await keep_asset(house.park, data, media)
    return f"{house.url}/assets/{sha}"


async def test_an_asset_may_be_kept_for_ever(house: House) -> None:
    url = await put(house, b"glTF")
    async with house.visitor.get(url, headers=PLAIN) as answer:
        assert await answer.read() == b"glTF"
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.content_type == "model/gltf-binary"


@pytest.mark.parametrize(
    ("media", "told", "inline"),
    [
        ("model/gltf-binary", "model/gltf-binary", False),
        ("image/webp", "image/webp", True),
        ("video/mp4", "video/mp4", True),
        ("application/pdf", "application/pdf", False),
        ("text/html", "application/octet-stream", False),
        ("image/svg+xml", "application/octet-stream", False),
        ("text/javascript", "application/octet-stream", False),
    ],
)
async def test_nothing_that_was_uploaded_is_a_page(
    house: House, media: str, told: str, inline: bool
) -> None:
    url = await put(house, f"<script>{media}</script>".encode(), media)
    async with house.visitor.get(url) as answer:
        assert answer.status == 200 and answer.content_type == told
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert (answer.headers.get("Content-Disposition") != "attachment") is inline


async def test_what_the_archive_never_noted_is_bytes(house: House) -> None:
    sha = await house.park.blobs.put(b"<html>")
    async with house.visitor.get(f"{house.url}/assets/{sha}") as answer:
        assert answer.content_type == "application/octet-stream"


async def test_drafts_are_there_for_staff_alone_until_they_are_published(
    house: House, tmp_path: Path
) -> None:
    kept = await keep(house.park, tmp_path, "a")
    level, original = kept.shas("level")[0], kept.shas("original")[0]
    for sha in (level, original, kept.shas("poster")[0]):
        assert (await house.get(f"/assets/{sha}"))[0] == 404
        async with house.owner.get(f"http://localhost/assets/{sha}") as answer:
            assert answer.status == 200
            assert answer.headers["Cache-Control"].startswith("private, ")
    await house.park.exhibits.publish(kept.exhibit, 1, author="operator")
    assert (await house.get(f"/assets/{level}"))[0] == 200
    assert (await house.get(f"/assets/{original}"))[0] == 404


async def test_what_was_published_stays_for_those_who_look_at_it(
    house: House, tmp_path: Path
) -> None:
    first = await keep(house.park, tmp_path, "a")
    await keep(house.park, tmp_path, "b", first.exhibit)
    for number in (1, 2):
        await house.park.exhibits.publish(first.exhibit, number, author="operator")
    assert (await house.get(f"/assets/{first.shas('level')[0]}"))[0] == 200


async def test_names_that_are_none_are_not_found(house: House) -> None:
    for name in ("0" * 64, "A" * 64, "x", "0" * 63):
        assert (await house.get(f"/assets/{name}"))[0] == 404


async def test_head_says_how_much_there_is(house: House) -> None:
    url = await put(house, bytes(1000))
    async with house.visitor.head(url, headers=PLAIN) as answer:
        assert (answer.status, answer.headers["Content-Length"]) == (200, "1000")
