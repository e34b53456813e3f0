"""Opening and closing the doors."""

from __future__ import annotations

import stat
from pathlib import Path

import aiohttp
import pytest

from server.net.listening import PortTakenError
from tests.server.house import GOING_THERE, House, open_house


async def test_a_port_in_use_is_said_plainly(house: House, tmp_path: Path) -> None:
    port = house.running.doors.port
    with pytest.raises(PortTakenError, match=str(port)):
        async with open_house(tmp_path / "other", port=port):
            pass


async def test_only_its_owner_can_open_the_unix_socket(house: House) -> None:
    mode = (house.data / "lingjing.sock").stat().st_mode
    assert stat.S_ISSOCK(mode) and stat.S_IMODE(mode) == 0o600
    assert stat.S_IMODE(house.data.stat().st_mode) == 0o700


async def test_closed_doors_leave_nothing_behind(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        url = house.url
    assert not (tmp_path / "data" / "lingjing.sock").exists()
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientConnectionError):
            await session.get(url)


async def test_lan_mode_serves_https_with_a_certificate_of_its_own(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data", lan=True) as house:
        assert house.url.startswith("https://localhost:")
        async with house.visitor.get(f"{house.url}/healthz", ssl=False) as answer:
            assert answer.status == 200
        secret = await house.park.sessions.make_link()
        link = house.running.operator_url(secret)
        async with house.visitor.get(
            link, ssl=False, allow_redirects=False, headers=GOING_THERE
        ) as answer:
            assert "__Host-lingjing" in answer.headers["Set-Cookie"]
            assert "Secure" in answer.headers["Set-Cookie"]
