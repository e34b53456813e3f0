"""Alive, ready, and how it is doing: told to whom it concerns."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.house import House, open_house


async def test_alive_and_ready(house: House) -> None:
    assert await house.get("/healthz") == (200, {"alive": True})
    assert await house.get("/readyz") == (200, {"ready": True, "halls": 1})
    house.park.ready = False
    assert (await house.get("/readyz"))[0] == 503


@pytest.mark.parametrize(("opened", "status"), [(False, 403), (True, 200)])
async def test_figures_are_for_this_machine_unless_opened(
    tmp_path: Path, opened: bool, status: int
) -> None:
    async with open_house(tmp_path / "data", metrics_open=opened) as house:
        assert (await house.get("/metrics"))[0] == 200
        elsewhere = {"X-Forwarded-For": "192.0.2.7"}
        assert (await house.get("/metrics", headers=elsewhere))[0] == status
