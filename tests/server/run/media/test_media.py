"""Media from a job's folder to boards, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scenes.findings import SceneError
from server.halls.errors import HallError
from server.run.media import Media
from server.store.errors import StoreError
from tests.scenes.media.films import mp4
from tests.scenes.media.papers import pdf
from tests.server.house import House
from tests.server.run.media.samples import TITLE, keep, outputs, picture


@pytest.fixture
def media(house: House) -> Media:
    return house.park.media


def nodes(house: House, hall: str = "gallery") -> Any:
    return house.park.hall(hall).editing.layers.published.nodes


async def hang(house: House, id: str, width: float | None = None) -> str:
    hall = house.park.hall("gallery")
    hung = await house.park.media.hang(
        id, hall, (0.0, 1.6, -3.0), yaw=0.0, width=width, author="operator"
    )
    return hung.node


async def test_a_picture_hangs_in_its_own_shape(house: House, media: Media, tmp_path: Path) -> None:
    kept = await keep(media, tmp_path, "plan.png", picture(80, 40), TITLE)
    assert (kept.id, kept.kind) == ("site-plan", "image")
    name = await hang(house, kept.id, 3.0)
    node = nodes(house)[name]
    assert (node["board"]["width"], node["board"]["height"]) == (3.0, 1.5)
    shown = node["board"]["media"]
    assert shown["title"] == TITLE
    assert house.park.blobs.has(shown["pages"][0]["asset"])
    assert house.park.blobs.has(shown["poster"])


async def test_a_film_is_shown_as_it_came(house: House, media: Media, tmp_path: Path) -> None:
    kept = await keep(media, tmp_path, "tour.mp4", mp4())
    name = await hang(house, kept.id)
    shown = nodes(house)[name]["board"]["media"]
    assert shown["video"] | {"asset": ""} == {
        "asset": "",
        "mime": "video/mp4",
        "duration": 12.0,
        "width": 1280,
        "height": 720,
    }
    assert await house.park.blobs.read(shown["video"]["asset"]) == mp4()
    original, made = outputs(tmp_path / "again", "tour.mp4", mp4())
    again = await media.keep(original, made, title=None, author="operator", job="job-tour.mp4")
    assert again == kept


async def test_a_board_shows_something_else_and_then_nothing(
    house: House, media: Media, tmp_path: Path
) -> None:
    plan = await keep(media, tmp_path, "plan.png", picture(80, 40))
    paper = await keep(media, tmp_path, "paper.pdf", pdf(3, (200, 200)))
    hall, node = house.park.hall("gallery"), await hang(house, plan.id, 2.0)
    hung = await media.show(hall, node, paper.id, author="operator")
    assert (hung.media, hung.width, hung.height) == (paper.id, 2.0, 2.0)
    assert len(nodes(house)[node]["board"]["media"]["pages"]) == 3
    hung = await media.show(hall, node, None, author="operator")
    assert (hung.media, hung.width) == (None, 2.0)
    await media.take_down(hall, node, author="operator")
    assert node not in nodes(house)


async def test_a_new_title_reaches_every_board(house: House, media: Media, tmp_path: Path) -> None:
    kept = await keep(media, tmp_path, "plan.png", picture())
    first, second = await hang(house, kept.id), await hang(house, kept.id)
    before = house.park.hall("gallery").revision
    await media.rename(kept.id, TITLE, author="operator")
    titles = [nodes(house)[name]["board"]["media"]["title"] for name in (first, second)]
    assert titles == [TITLE, TITLE]
    assert house.park.hall("gallery").revision == before + 1


async def test_what_is_shown_is_not_deleted_by_mistake(
    house: House, media: Media, tmp_path: Path
) -> None:
    kept = await keep(media, tmp_path, "plan.png", picture())
    node = await hang(house, kept.id)
    with pytest.raises(HallError, match="media_shown"):
        await media.delete(kept.id, author="operator")
    await media.delete(kept.id, author="operator", shown=True)
    assert nodes(house)[node]["board"]["media"] is None
    with pytest.raises(StoreError):
        await house.park.archive.media.get(kept.id)


async def test_boards_are_listed_in_all_halls(house: House, media: Media, tmp_path: Path) -> None:
    kept = await keep(media, tmp_path, "plan.png", picture())
    node = await hang(house, kept.id)
    assert [(b.hall, b.node, b.media) for b in media.boards()] == [("gallery", node, kept.id)]
    assert media.boards("other") == []


async def test_what_is_not_there_is_refused(house: House, media: Media, tmp_path: Path) -> None:
    hall = house.park.hall("gallery")
    with pytest.raises(StoreError, match="media"):
        await hang(house, "nothing")
    with pytest.raises(HallError, match="no_such_board"):
        await media.show(hall, "plinth", None, author="operator")
    with pytest.raises(HallError, match="no_such_board"):
        await media.take_down(hall, "nowhere", author="operator")
    kept = await keep(media, tmp_path, "plan.png", picture())
    with pytest.raises(SceneError):
        await media.hang(kept.id, hall, (1e9, 0, 0), yaw=0.0, width=None, author="operator")
