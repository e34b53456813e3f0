"""Journeys of visitors among the companies of a park, and through its space to let."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from tests.flows.browser import Served, journey, missing, serving
from tests.flows.residents import settle
from tools.places import DESK_PAGES

pytestmark = pytest.mark.skipif(
    missing() is not None or not (DESK_PAGES / "index.html").is_file(),
    reason=missing() or "the desk is not built",
)


@pytest.fixture(scope="module")
def park(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("park")
    asyncio.run(settle(folder / "data"))
    with serving(folder / "data", folder / "log") as served:
        yield served


def test_a_company_is_found_and_its_sign_follows_the_registry(park: Served) -> None:
    journey("companies", park)


def test_space_is_found_held_and_given_back_and_a_visit_booked(park: Served) -> None:
    journey("space_to_let", park, {"LETTERS": str(park.data.parent / "log")})
