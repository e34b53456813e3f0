"""QR codes lead to pages of this park, and nowhere else."""

from __future__ import annotations

import pytest

from tests.server.house import House

QR = "/api/v1/qr.svg"


@pytest.mark.parametrize(
    "path",
    ["/", "/h/gallery", "/h/gallery?at=fox", "/h/gallery?kiosk=1", "/verify/RZ2026-8F7L-Q69N"],
)
async def test_a_page_of_the_park(house: House, path: str) -> None:
    async with house.visitor.get(house.url + QR, params={"path": path}) as answer:
        assert answer.status == 200 and answer.content_type == "image/svg+xml"
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert b"<svg" in await answer.read()


@pytest.mark.parametrize(
    "path",
    [
        "https://a.example",
        "//a.example",
        "/desk",
        "/h/Gallery",
        "/h/a/b",
        "/verify/../desk",
        "/h/a?<x>",
        "/?" + "x" * 300,
    ],
)
async def test_anything_else(house: House, path: str) -> None:
    async with house.visitor.get(house.url + QR, params={"path": path}) as answer:
        assert answer.status == 422
