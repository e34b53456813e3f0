"""Halls as GLB files: made in turn, once for each state."""

from __future__ import annotations

import asyncio

import pytest

from server.access.actor import ANYBODY
from server.run import exports
from tests.server.house import House


async def test_a_state_is_exported_once_and_a_new_one_anew(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def export(document: object, load: object, shared: dict[str, float]) -> bytes:
        made.append(len(made))
        return bytes([len(made), len(shared)])

    monkeypatch.setattr(exports, "export_glb", export)
    hall = house.park.hall("gallery")
    asked = [house.park.exports.glb(hall) for _ in range(5)]
    assert set(await asyncio.gather(*asked)) == {b"\x01\x00"}
    explode = {"op": "set", "path": "/nodes/fox/explode", "value": 1}
    await house.park.edit(hall, "shared", [explode], 0, ANYBODY)
    assert await house.park.exports.glb(hall) == b"\x02\x01"
