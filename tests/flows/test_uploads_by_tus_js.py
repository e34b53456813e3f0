"""The desk's own upload library against the real server."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from tests.flows.browser import JOURNEYS
from tests.server.shop import NoWorkers, open_shop
from tools.places import BIN, CLIENTS

LIBRARY = CLIENTS / "node_modules" / "tus-js-client" / "package.json"


@pytest.mark.skipif(not LIBRARY.is_file(), reason="the client's packages are not installed")
async def test_it_stops_and_goes_on_in_every_way_that_it_knows(tmp_path: Path) -> None:
    async with open_shop(tmp_path / "data", NoWorkers()) as house:
        process = await asyncio.create_subprocess_exec(
            *(BIN / "node", JOURNEYS / "uploads_by_tus_js.mjs"),
            env={
                **os.environ,
                "PARK_URL": house.url,
                "OPERATOR_KEY": await house.park.sessions.make_link(),
            },
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        said, complaints = await process.communicate()
        assert (said, complaints) == (b"ok\n", b"")
