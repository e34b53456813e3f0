"""What the client asks of exhibits, and what it makes of the answers."""

from __future__ import annotations

from typing import Any

import pytest

from clients.headless.errors import FetchFailed
from clients.headless.exhibits import Exhibits, Placed

REVISION = {
    "number": 2, "state": "published", "note": "", "author": "operator", "at": 1.0,
    "model": {"levels": [{"asset": "a" * 64}, {"asset": "b" * 64}]},
    "original": "c" * 64, "poster": None, "bytes_in": 5,
}  # fmt: skip
EXHIBIT: dict[str, Any] = {
    "id": "pump", "title": {"zh": "泵", "en": "Pump"}, "card": {}, "published": 2, "latest": 2,
    "revisions": [REVISION], "poster": None,
    "placements": [{"hall": "gallery", "node": "pump", "plinth": None, "fit": "true", "yaw": 0.5,
                    "revision": 2, "added": "later"}],
}  # fmt: skip


class Desk:
    """Answers by path, and remembers what was asked."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, str, Any]] = []

    async def __call__(self, method: str, path: str, body: Any = None) -> Any:
        self.asked.append((method, path, body))
        return self.answers[path]


async def test_an_exhibit_is_read_whatever_is_added_to_it() -> None:
    desk = Desk({"/api/v1/exhibits/pump": EXHIBIT})
    pump = await Exhibits(desk).get("pump")
    assert pump.shown is not None and pump.shown.assets == ["a" * 64, "b" * 64]
    assert pump.placements[0].yaw == 0.5


async def test_all_of_them_page_by_page() -> None:
    pages = {
        "/api/v1/exhibits": {"exhibits": [EXHIBIT], "next": "a b"},
        "/api/v1/exhibits?before=a%20b": {"exhibits": [EXHIBIT], "next": None},
    }
    assert [each.id async for each in Exhibits(Desk(pages)).all()] == ["pump", "pump"]


async def test_rolling_back_publishes_what_was_published_before() -> None:
    told = [{"revision": n} for n in (4, 4, 1, 3)]
    desk = Desk(
        {
            "/api/v1/exhibits/pump/revisions": {"publications": told},
            "/api/v1/exhibits/pump/publish": EXHIBIT,
        }
    )
    await Exhibits(desk).roll_back("pump", note="as before")
    body = {"revision": 1, "note": "as before", "base": 4}
    assert desk.asked[-1] == ("POST", "/api/v1/exhibits/pump/publish", body)
    desk.answers["/api/v1/exhibits/pump/revisions"] = {"publications": told[:2]}
    with pytest.raises(FetchFailed, match="nothing_to_roll_back"):
        await Exhibits(desk).roll_back("pump")


async def test_only_what_is_given_is_sent() -> None:
    placed: dict[str, Any] = {"node": "pump", "hall": "gallery", "plinth": "p1", "revision": 7}
    path = "/api/v1/exhibits/pump/placements"
    desk = Desk({path: placed, f"{path}/gallery/pump": placed})
    exhibits = Exhibits(desk)
    assert await exhibits.place("pump", "gallery", at="p1") == Placed(**placed)
    assert desk.asked[-1][2] == {"hall": "gallery", "at": "p1", "yaw": 0.0}
    await exhibits.move("pump", "gallery", "pump", yaw=0.0)
    assert desk.asked[-1] == ("PATCH", f"{path}/gallery/pump", {"yaw": 0.0})


async def test_names_stay_inside_their_place_in_the_path() -> None:
    desk = Desk({"/api/v1/exhibits/..%2Fhalls": None})
    await Exhibits(desk).delete("../halls")
    assert desk.asked == [("DELETE", "/api/v1/exhibits/..%2Fhalls", None)]
