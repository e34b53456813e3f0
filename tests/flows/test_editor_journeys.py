"""Journeys of the scene editor: two at once, and one whose line is cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.flows.browser import Served, journey, missing, serving
from tools.places import DESK_PAGES

pytestmark = pytest.mark.skipif(
    missing() is not None or not (DESK_PAGES / "index.html").is_file(),
    reason=missing() or "the desk is not built",
)
HALL = {"EDIT_HALL": "exhibition"}


@pytest.fixture(scope="module")
def park(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("park")
    with serving(folder / "data", folder / "log") as served:
        yield served


def test_two_edit_one_hall_before_a_visitors_eyes(park: Served) -> None:
    journey("edit_together", park, HALL)


def test_an_editor_whose_line_is_cut_loses_nothing(park: Served) -> None:
    journey("edit_cut", park, HALL)
