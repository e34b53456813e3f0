"""Staff teach, try and stand in for a guide, through a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.browser import journey, missing, serving
from tools.places import DESK_PAGES

pytestmark = pytest.mark.skipif(
    missing() is not None or not (DESK_PAGES / "index.html").is_file(),
    reason=missing() or "the desk is not built",
)


def test_staff_teach_try_and_stand_in_for_a_guide(tmp_path: Path) -> None:
    with serving(tmp_path / "data", tmp_path / "log") as park:
        journey("guide_desk", park)
