from __future__ import annotations

from dataclasses import replace

import pytest

from server.store.archive import Archive
from server.store.errors import StoreError
from server.store.media_records import MediaFile, StoredMedia

SHA = {name: letter * 64 for name, letter in (("original", "a"), ("page", "b"), ("poster", "c"))}
PLAN = StoredMedia(
    id="site-plan",
    kind="image",
    title={"zh": "总平面图", "en": "Site plan"},
    job="job-1",
    author="operator",
    at=1000.0,
    source={"name": "plan.png", "bytes": 12, "sha256": SHA["original"]},
    shown={"pages": [], "video": None, "poster": SHA["poster"]},
    files=(
        MediaFile("original", 0, "plan.png", SHA["original"], 12),
        MediaFile("page", 0, "page-001.webp", SHA["page"], 10),
        MediaFile("poster", 0, "poster.webp", SHA["poster"], 5),
    ),
    owner="operator",
)


async def refusal(call: object) -> str:
    with pytest.raises(StoreError) as caught:
        await call  # type: ignore[misc]
    return caught.value.code


async def test_what_was_kept_is_found(archive: Archive) -> None:
    kept = await archive.media.keep(PLAN)
    assert kept == PLAN
    assert await archive.media.get("site-plan") == PLAN
    assert await archive.media.page() == [PLAN]


async def test_the_same_job_makes_one_only(archive: Archive) -> None:
    await archive.media.keep(PLAN)
    again = await archive.media.keep(replace(PLAN, id="other", title={"zh": "x", "en": "x"}))
    assert again == PLAN


async def test_a_name_that_is_taken_gets_a_number(archive: Archive) -> None:
    await archive.media.keep(PLAN)
    second = await archive.media.keep(replace(PLAN, job="job-2"))
    assert second.id == "site-plan-2"
    assert [each.id for each in await archive.media.page()] == ["site-plan-2", "site-plan"]
    assert [each.id for each in await archive.media.page(before="site-plan-2")] == ["site-plan"]


async def test_a_board_shows_the_title_of_today(archive: Archive) -> None:
    await archive.media.keep(PLAN)
    renamed = await archive.media.rename("site-plan", {"zh": "规划图", "en": "Plan"})
    assert renamed.board() == {
        "id": "site-plan",
        "kind": "image",
        "title": {"zh": "规划图", "en": "Plan"},
        "pages": [],
        "video": None,
        "poster": SHA["poster"],
    }
    assert await archive.media.get("site-plan") == renamed


async def test_what_was_taken_away_is_gone_with_its_files(archive: Archive) -> None:
    await archive.media.keep(PLAN)
    await archive.media.remove("site-plan")
    assert await refusal(archive.media.get("site-plan")) == "media_unknown"
    assert await refusal(archive.media.remove("site-plan")) == "media_unknown"
    assert await refusal(archive.media.rename("site-plan", {})) == "media_unknown"
    assert await archive.addresses() == set()


async def test_what_came_is_for_staff_and_what_is_shown_for_all(archive: Archive) -> None:
    await archive.media.keep(PLAN)
    hidden = {name: (await archive.exhibits.served(sha)).hidden for name, sha in SHA.items()}
    assert hidden == {"original": True, "page": False, "poster": False}
