"""The park's records as visitors may hear of them: of open halls, of companies that are in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from server.run.guides.gathering import gathered
from tests.server.house import House
from tests.server.promotion.units import put_units


async def test_units_of_closed_halls_are_left_out(house: House) -> None:
    await put_units(house)
    assert "unit/gallery/a-101/en" in await gathered(house.park)
    await house.own("PATCH", "/api/v1/halls/gallery", json={"state": "closed"})
    found = await gathered(house.park)
    assert [id for id in found if id.startswith("unit/")] == []
    assert "gallery" not in found["park"].text.lower()


async def test_companies_with_their_booths(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    fields = {"name_en": "Chenguang", "website": "https://cg.example"}
    row = SimpleNamespace(id="e_1", title="晨光精密", division="34", fields=fields)
    lease = SimpleNamespace(hall="gallery", node="fox")
    cards = [
        SimpleNamespace(row=row, brief={"zh": "做泵", "en": "pumps"}, lease=each)
        for each in (lease, SimpleNamespace(hall="gone", node="fox"), None)
    ]

    async def all_cards() -> list[Any]:
        return cards[:1]

    registry = SimpleNamespace(cards=SimpleNamespace(all=all_cards))
    monkeypatch.setattr(house.park, "registry", registry)
    told = (await gathered(house.park))["company/e_1"]
    assert told.title == "晨光精密"
    assert "展位：" in told.text
    assert "通用设备制造业" in told.text
    cards.pop(0)
    assert "展位" not in (await gathered(house.park))["company/e_1"].text
    cards.pop(0)
    assert "展位" not in (await gathered(house.park))["company/e_1"].text
    monkeypatch.undo()
