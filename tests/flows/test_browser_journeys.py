"""Whole journeys through real browsers: what a visitor would see, with nobody complaining."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.browser import Served, journey, missing, serving
from tests.flows.desk import an_exhibit, hall_with_room
from tools.places import ROOT

pytestmark = pytest.mark.skipif(missing() is not None, reason=missing() or "")

FOX = ROOT.parent / "shared" / "assets" / "Fox" / "Fox.glb"


@pytest.fixture(scope="module")
def park(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("park")
    with serving(folder / "data", folder / "log") as served:
        yield served


def test_two_people_see_each_other_move(park: Served) -> None:
    journey("meet", park)


def test_others_see_who_came_with_a_headset(park: Served) -> None:
    journey("in_a_headset", park)


def test_a_new_exhibit_is_there_for_everyone_within_a_second(park: Served, tmp_path: Path) -> None:
    hall, glb = hall_with_room(park), an_exhibit(park, tmp_path, FOX)
    journey("exhibit_added", park, {"EXHIBIT_FILE": str(glb), "EXHIBIT_HALL": hall})


def test_a_cut_connection_resumes_exactly(park: Served) -> None:
    journey("cut_and_resumed", park)


def test_what_one_does_to_an_exhibit_everyone_sees(park: Served) -> None:
    journey("exhibit_shared", park)


def test_a_portal_leads_to_another_hall(park: Served) -> None:
    journey("through_a_portal", park)


def test_the_page_fits_a_phone(park: Served) -> None:
    journey("on_a_phone", park)


def test_without_webgl_there_are_words_and_pictures(park: Served) -> None:
    journey("without_webgl", park)
