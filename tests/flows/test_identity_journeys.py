"""Journeys of people who prove who they are: by a passkey, and in a headset by their phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.flows.browser import Served, journey, missing, serving
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


def test_invited_in_by_a_passkey_out_and_in_again(park: Served) -> None:
    journey("desk_passkey", park)


def test_a_headset_is_let_in_by_a_phone(park: Served) -> None:
    journey("paired_headset", park)
