"""Lists of the registry as files: whole, filtered alike, and without persons."""

from __future__ import annotations

from contextlib import AsyncExitStack

from tests.server.house import House
from tests.server.net.registration.firm import API
from tests.server.registry_filled import fill


async def test_lists_are_had_as_files_without_persons(house: House) -> None:
    async with AsyncExitStack() as stack:
        filled = await fill(house, stack, "submitted", "active")
        lines = {}
        for table in ("applications", "companies", "custodians", "seats", "booths"):
            status, data = await filled.auditor.ask("GET", f"{API}/tables/{table}.csv?lang=zh-CN")
            assert status == 200, table
            lines[table] = data.decode("utf-8-sig").splitlines()
            assert "欧阳婉清" not in data.decode() and "139" not in data.decode()
        assert len(lines["applications"]) == 3
        assert len(lines["companies"]) == 2 and "在驻" in lines["companies"][1]
        assert len(lines["custodians"]) == 3
        assert len(lines["seats"]) == 125, "walked by its own cursor to the end"
        assert "已用" in lines["seats"][1]
