"""Photographs: from a browser that behaves, and from those that do not."""

from __future__ import annotations

import base64
import contextlib
import os
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.outside.browser import Photographer
from tests.server.outside.browser.fake import fake_browser, pages

PICTURE = base64.b64encode(b"RIFFxxxxWEBP").decode()
GOOD = """
value = True if "canDraw" in words["expression"] else {"data": "%s", "contrast": %s}
say({"id": asked["id"], "result": {"result": {"value": value}}})
"""
REFUSES = """
if "canDraw" in words["expression"]:
    say({"id": asked["id"], "result": {"result": {"value": True}}})
else:
    thrown = {"exception": {"description": "PreviewError: broken"}}
    say({"id": asked["id"], "result": {"result": {}, "exceptionDetails": thrown}})
"""
NO_WEBGL = 'say({"id": asked["id"], "result": {"result": {"value": False}}})'
PATIENCE = 30.0


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Profiles are made where the test can see that they are gone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@contextlib.asynccontextmanager
async def photographer(folder: Path, evaluate: str) -> AsyncIterator[Photographer]:
    taker = Photographer(fake_browser(folder, evaluate), pages(folder))
    try:
        yield taker
    finally:
        await taker.close()
    assert [name for name in os.listdir(folder) if name.startswith("lingjing-browser-")] == []


async def test_a_picture_is_taken_and_the_browser_kept_for_the_next(tmp_path: Path) -> None:
    async with photographer(tmp_path, GOOD % (PICTURE, 90)) as taker:
        assert await taker.picture(b"glb", seconds=PATIENCE) == b"RIFFxxxxWEBP"
        first = taker._process
        assert await taker.frame(b"film", "video/mp4", seconds=PATIENCE) == b"RIFFxxxxWEBP"
        assert taker._process is first


async def test_who_is_woken_has_his_browser_at_hand(tmp_path: Path) -> None:
    async with photographer(tmp_path, GOOD % (PICTURE, 90)) as taker:
        await taker.wake()
        first = taker._process
        assert first is not None
        await taker.wake()
        assert await taker.picture(b"glb", seconds=PATIENCE) == b"RIFFxxxxWEBP"
        assert taker._process is first
    for nobody in (Photographer(None, pages(tmp_path)), Photographer(tmp_path / "gone", tmp_path)):
        await nobody.wake()
        assert nobody._process is None


async def test_a_blank_picture_is_none(tmp_path: Path) -> None:
    async with photographer(tmp_path, GOOD % (PICTURE, 1.5)) as taker:
        assert await taker.picture(b"glb", seconds=PATIENCE) is None


async def test_a_file_that_cannot_be_shown_costs_no_browser(tmp_path: Path) -> None:
    async with photographer(tmp_path, REFUSES) as taker:
        assert await taker.picture(b"broken", seconds=PATIENCE) is None
        assert taker._process is not None
        assert taker._process.alive


@pytest.mark.parametrize(
    "evaluate",
    [
        "sys.exit()",
        "os.write(4, b'nonsense\\0')",
        "os.close(4); time.sleep(60)",
        'say({"id": asked["id"], "error": {"message": "no"}})',
        'say({"id": asked["id"], "result": {"result": {"value": {"data": "?", "contrast": 90}}}})',
        NO_WEBGL,
    ],
)
async def test_a_browser_that_fails_gives_no_picture_and_no_error(
    tmp_path: Path, evaluate: str
) -> None:
    async with photographer(tmp_path, evaluate) as taker:
        assert await taker.picture(b"glb", seconds=PATIENCE) is None


async def test_a_browser_that_hangs_is_ended_at_its_deadline(tmp_path: Path) -> None:
    async with photographer(tmp_path, "time.sleep(60)") as taker:
        assert await taker.picture(b"glb", seconds=0.5) is None
        assert taker._process is None


async def test_without_a_browser_or_its_page_there_is_nothing_to_take_pictures_with(
    tmp_path: Path,
) -> None:
    assert not Photographer(None, pages(tmp_path)).ready
    assert await Photographer(None, pages(tmp_path)).picture(b"glb") is None
    unbuilt = Photographer(fake_browser(tmp_path, NO_WEBGL), tmp_path)
    assert not unbuilt.ready
    gone = Photographer(tmp_path / "gone", pages(tmp_path))
    assert await gone.picture(b"glb", seconds=PATIENCE) is None


async def test_the_page_gets_the_client_and_the_pieces_and_nothing_else(tmp_path: Path) -> None:
    taker = Photographer(None, pages(tmp_path))
    (tmp_path / "secret").write_text("no")
    data = bytes(range(256)) * 2**15
    answer = taker._answer("/client/poster.html", data)
    assert answer is not None
    assert answer.kind == "text/html"
    pieces = [taker._answer(f"/piece/{number}", data) for number in range(2)]
    assert b"".join(piece.body for piece in pieces if piece) == data
    for path in ("/client/../secret", "/client//etc/passwd", "/client/none.js", "/api/v1/park"):
        assert taker._answer(path, data) is None
