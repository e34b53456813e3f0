"""What comes from another time shows exhibits as they are shown now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scenes.state import SceneState
from server.run.exhibits.follow import followed
from tests.scenes.samples import hall_document, model
from tests.server.house import House
from tests.server.run.exhibits.samples import keep


def shown(document: dict[str, Any]) -> dict[str, Any]:
    node: dict[str, Any] = document["nodes"]["fox"]
    return node


async def test_an_exhibit_gets_its_published_revision_and_card(
    house: House, tmp_path: Path
) -> None:
    exhibit = (await keep(house.park, tmp_path, "a")).exhibit
    await house.park.exhibits.publish(exhibit, 1, author="operator")
    state = await house.park.archive.exhibits.get(exhibit)
    old = hall_document()
    shown(old)["exhibit"] = {"id": exhibit, "revision": 7, "fit": "fitted"}
    now = await followed(house.park, old)
    SceneState.load(now)
    revision = await house.park.archive.exhibits.revision(exhibit, 1)
    assert shown(now)["exhibit"] == {"id": exhibit, "revision": 1, "fit": "fitted"}
    assert shown(now)["model"] == revision.model
    assert (shown(now)["card"], shown(now)["name"]) == (state.card, state.title)


async def test_what_was_deleted_or_never_published_stays_as_it_was(
    house: House, tmp_path: Path
) -> None:
    draft = (await keep(house.park, tmp_path, "a")).exhibit
    for exhibit in ("gone", draft):
        old = hall_document()
        shown(old)["exhibit"] = {"id": exhibit, "revision": 7, "fit": "true"}
        assert await followed(house.park, old) == old


async def test_a_hall_without_exhibits_stays_as_it_is(house: House) -> None:
    assert shown(await followed(house.park, hall_document()))["model"] == model()
