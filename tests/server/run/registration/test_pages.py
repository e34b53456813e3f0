from __future__ import annotations

from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import Image

from server.registration.errors import RegistrationError
from server.run.registration.pages import SIDE, draw_page, page_sizes
from server.run.worker import Workers
from server.settings import Settings
from tests.scenes.media.papers import pdf


@pytest_asyncio.fixture
async def workers() -> AsyncIterator[Workers]:
    opened = Workers(1)
    yield opened
    await opened.close()


async def test_pages_are_measured_and_drawn(workers: Workers, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    assert await page_sizes(workers, settings, pdf(3)) == [(SIDE, SIDE * 2 // 3)] * 3
    with Image.open(BytesIO(await draw_page(workers, settings, pdf(3), 2))) as picture:
        assert (picture.format, picture.size) == ("WEBP", (SIDE, SIDE * 2 // 3))


async def test_what_cannot_be_shown_is_refused(workers: Workers, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path)
    for data, number in ((b"%PDF-1.7 and nothing more", 1), (pdf(2), 3), (pdf(101), 1)):
        with pytest.raises(RegistrationError, match="document_broken"):
            await draw_page(workers, settings, data, number)
