"""A new operator's first five minutes, through a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.browser import journey, missing, serving
from tools.places import DESK_PAGES

pytestmark = pytest.mark.skipif(
    missing() is not None or not (DESK_PAGES / "index.html").is_file(),
    reason=missing() or "the desk is not built",
)


def test_the_guide_leads_from_an_empty_folder_to_an_opened_park(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINGJING_DEMO", "0")
    with serving(tmp_path / "data", tmp_path / "log") as park:
        journey("desk_start", park)
