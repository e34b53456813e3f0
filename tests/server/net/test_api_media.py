"""Images, films and documents over HTTP, from the file to a board."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scenes.media.films import mp4
from tests.scenes.media.papers import pdf
from tests.server.house import House
from tests.server.run.media.samples import picture

MEDIA = "/api/v1/media"
BOARD = {"hall": "gallery", "translation": [0, 1.6, -3], "width": 2.0}
TITLE = {"zh": "规划图", "en": "Plan"}


async def finished(house: House, job: dict[str, Any]) -> dict[str, Any]:
    while job["ended"] is None:
        _, job = await house.own("GET", f"/api/v1/jobs/{job['id']}", params={"wait": 20})
    return job


async def kept(house: House, data: bytes, media: str, **query: str) -> dict[str, Any]:
    """What a file that was sent has become."""
    headers = {"Content-Type": media}
    status, job = await house.own("POST", MEDIA, data=data, headers=headers, params=query)
    assert status == 202, job
    job = await finished(house, job)
    assert job["state"] == "done", job
    _, answer = await house.own("GET", f"{MEDIA}/{job['media']}")
    return answer  # type: ignore[no-any-return]


async def test_a_picture_comes_to_a_board_that_visitors_see(house: House) -> None:
    plan = await kept(house, picture(), "image/webp", name="plan.webp", title="Plan")
    assert (plan["id"], plan["kind"], plan["boards"]) == ("plan", "image", [])
    status, board = await house.own("POST", f"{MEDIA}/plan/boards", json=BOARD)
    assert (status, board["width"], board["height"]) == (201, 2.0, 1.0)
    _, scene = await house.get("/api/v1/halls/gallery/scene")
    shown = scene["nodes"][board["node"]]["board"]["media"]["pages"][0]["asset"]
    async with house.visitor.get(f"{house.url}/assets/{shown}") as answer:
        assert (answer.status, answer.content_type) == (200, "image/webp")
        assert answer.headers["Content-Security-Policy"].startswith("sandbox")


async def test_a_film_is_served_in_ranges(house: House) -> None:
    film = await kept(house, mp4(), "video/mp4", name="园区 tour.mp4")
    assert film["title"]["zh"] == "园区 tour"
    url = f"{house.url}/assets/{film['video']['asset']}"
    async with house.visitor.get(url, headers={"Range": "bytes=4-7"}) as answer:
        assert (answer.status, await answer.read()) == (206, b"ftyp")
        assert answer.content_type == "video/mp4"


async def test_a_document_is_shown_by_its_pages_alone(house: House) -> None:
    paper = await kept(house, pdf(2), "application/pdf", name="paper.pdf")
    assert len(paper["pages"]) == 2
    sha = paper["source"]["sha256"]
    assert (await house.get(f"/assets/{sha}"))[0] == 404
    async with house.owner.get(f"http://localhost{MEDIA}/{paper['id']}/original") as answer:
        assert await answer.read() == pdf(2)
        assert answer.headers["Content-Disposition"].startswith("attachment")


async def test_a_board_changes_and_goes(house: House) -> None:
    plan = await kept(house, picture(), "image/webp", name="plan.webp")
    _, board = await house.own("POST", f"{MEDIA}/{plan['id']}/boards", json=BOARD)
    path = f"/api/v1/halls/gallery/boards/{board['node']}"
    assert (await house.own("PATCH", f"{MEDIA}/{plan['id']}", json={"title": TITLE}))[0] == 200
    assert (await house.own("DELETE", f"{MEDIA}/{plan['id']}"))[1]["code"] == "media_shown"
    status, cleared = await house.own("PUT", path, json={"media": None})
    assert (status, cleared["media"]) == (200, None)
    assert (await house.own("DELETE", path))[0] == 204
    assert (await house.own("DELETE", path))[1]["code"] == "no_such_board"
    assert (await house.own("DELETE", f"{MEDIA}/{plan['id']}"))[0] == 204
    assert (await house.own("GET", MEDIA))[1] == {"media": [], "next": None}


@pytest.mark.parametrize(
    ("data", "status", "code", "finding"),
    [
        (b"<svg onload=alert(1)>", 415, "unsupported_media", "MEDIA_FOREIGN_FORMAT"),
        (mp4()[:-1], 422, "media_refused", "VIDEO_TRUNCATED"),
        (b"%PDF-1.7 and nothing", 422, "media_refused", "DOCUMENT_INVALID"),
    ],
)
async def test_what_may_not_come_in_is_refused(
    house: House, data: bytes, status: int, code: str, finding: str
) -> None:
    headers = {"Content-Type": "image/png", "Accept-Language": "en"}
    answer = await house.own("POST", MEDIA, data=data, headers=headers)
    assert (answer[0], answer[1]["code"]) == (status, code)
    (detail,) = answer[1]["details"]
    assert detail["code"] == finding
    assert finding not in detail["message"]
    _, jobs = await house.own("GET", "/api/v1/jobs")
    assert [job["state"] for job in jobs["jobs"]] == ["refused"]


async def test_an_upload_becomes_media(house: House) -> None:
    data = picture()
    headers = {
        "Tus-Resumable": "1.0.0",
        "Upload-Length": str(len(data)),
        "Upload-Metadata": "filename cGxhbi53ZWJw",
        "Content-Type": "application/offset+octet-stream",
    }
    async with house.owner.post(
        "http://localhost/api/v1/uploads", headers=headers, data=data
    ) as answer:
        upload = answer.headers["Location"].rpartition("/")[2]
    status, job = await house.own("POST", MEDIA, json={"upload": upload, "title": TITLE})
    assert status == 202
    assert (await finished(house, job))["media"] == "plan"


async def test_visitors_have_no_business_here(house: House) -> None:
    assert (await house.get(MEDIA))[0] == 401
