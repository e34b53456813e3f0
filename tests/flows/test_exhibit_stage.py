"""Uploaded exhibits and boards on the stage of a real browser."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.outside.browser import Photographer
from tests.flows.browser import Served, journey, missing, serving
from tools import chromium
from tools.places import CLIENT_PAGES, ROOT

pytestmark = pytest.mark.skipif(missing() is not None, reason=missing() or "")

ASSETS = ROOT.parent / "shared" / "assets"
FOX = ASSETS / "Fox" / "Fox.glb"
CUBE = ASSETS / "AnimatedMorphCube-Quantized" / "AnimatedMorphCube.gltf"
HALL = "exhibition"
PATIENCE = 90.0
needs_assets = pytest.mark.skipif(not FOX.is_file(), reason="the sample exhibits are not here")


@pytest.fixture(scope="module")
def park(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("park")
    with serving(folder / "data", folder / "log") as served:
        yield served


@needs_assets
def test_a_new_revision_takes_over_in_one_frame(park: Served) -> None:
    files = {"FIRST_FILE": str(FOX), "NEXT_FILE": str(CUBE), "EXHIBIT_HALL": HALL}
    journey("exhibit_swapped", park, files)


def test_boards_show_pages_and_say_what_is_wrong(park: Served) -> None:
    journey("boards_shown", park, {"EXHIBIT_HALL": HALL})


@needs_assets
@pytest.mark.parametrize("file", [FOX, ASSETS / "Suzanne-meshopt-webp/Suzanne-meshopt-webp.glb"])
def test_an_exhibit_is_photographed(file: Path) -> None:
    glb = file.read_bytes()

    async def photograph() -> bytes | None:
        photographer = Photographer(chromium.executable(), CLIENT_PAGES)
        try:
            return await photographer.picture(glb, seconds=PATIENCE)
        finally:
            await photographer.close()

    picture = asyncio.run(photograph())
    assert picture is not None
    assert picture[8:12] == b"WEBP"
    assert len(picture) > 8000
