"""Journeys of staff at their desk, through a real browser, with nobody complaining."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.browser import Served, journey, missing, serving
from tests.flows.desk import an_exhibit, hall_with_room
from tests.scenes.media.papers import pdf
from tools.places import DESK_PAGES

pytestmark = pytest.mark.skipif(
    missing() is not None or not (DESK_PAGES / "index.html").is_file(),
    reason=missing() or "the desk is not built",
)


@pytest.fixture(scope="module")
def park(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("park")
    with serving(folder / "data", folder / "log") as served:
        yield served


def test_a_file_becomes_an_exhibit_in_the_hall(park: Served, tmp_path: Path) -> None:
    exhibit, hall = an_exhibit(park, tmp_path), hall_with_room(park)
    journey("desk_exhibit", park, {"EXHIBIT": str(exhibit), "EXHIBIT_HALL": hall})


def test_a_refused_file_is_explained(park: Served) -> None:
    journey("desk_refused", park)


def test_a_cut_upload_goes_on_where_it_was(park: Served) -> None:
    journey("desk_resumed", park)


def test_the_desk_fits_a_phone_and_obeys_keys(park: Served) -> None:
    journey("desk_phone", park)


def test_every_page_is_open_to_all_in_both_languages_and_on_a_phone(park: Served) -> None:
    journey("desk_axe", park)


def test_media_come_to_boards_in_the_hall(park: Served, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(pdf(3))
    wanted = {"FOLDER": str(tmp_path), "PAPER": str(paper), "EXHIBIT_HALL": "service"}
    journey("desk_media", park, wanted)


def test_a_hall_is_copied_drafted_published_brought_back_and_deleted(park: Served) -> None:
    journey("desk_halls", park)
