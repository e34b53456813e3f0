"""The day is the park's, not the server's."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from server.run.guides.house import today


@pytest.mark.parametrize(
    ("zone", "day"), [("Asia/Shanghai", "2026-03-02"), ("UTC", "2026-03-01"), ("?", "2026-03-01")]
)
def test_today(zone: str, day: str) -> None:
    late = datetime(2026, 3, 1, 20, tzinfo=UTC).timestamp()
    house: Any = SimpleNamespace(
        inbox=SimpleNamespace(duty=SimpleNamespace(zone=zone)),
        clock=SimpleNamespace(now=lambda: late),
    )
    assert today(house).isoformat() == day
