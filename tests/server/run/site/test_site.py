"""Profile, documents, the first scene: kept, checked whole, told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from scenes.findings import SceneError
from server.halls.errors import HallError
from server.run.site.errors import SiteError
from server.run.site.legal import KINDS
from server.run.site.profile import Profile, police_link
from server.run.site.starting import Progress
from server.store.errors import StoreError
from tests.server.house import open_house


async def test_a_profile_is_kept_with_its_name(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        assert not house.park.site.is_named
        name = {"zh": "江南园", "en": "Jiangnan"}
        await house.park.site.change(
            {"name": name, "icp": "浙ICP备12345678号", "languages": ["en"]}
        )
    async with open_house(tmp_path) as house:
        site = house.park.site
        assert (site.name, site.is_named, site.profile.languages) == (name, True, ("en",))


async def test_a_wrong_profile_changes_nothing(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        site = house.park.site
        with pytest.raises(SceneError) as caught:
            await site.change({"icp": "x", "police_record": "y", "footer": {"zh": "z", "en": "z"}})
        assert [f.code for f in caught.value.findings] == ["bad_icp", "bad_police_record"]
        with pytest.raises(HallError, match="hall_unknown"):
            await site.change({"start_hall": "nowhere"})
        with pytest.raises(StoreError, match="no media"):
            await site.change({"logo": "nothing"})
        assert site.profile == Profile()


async def test_visitors_arrive_where_the_profile_says_if_it_is_open(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        park = house.park
        first = park.first_hall
        await park.create_hall("other", {})
        await park.site.change({"start_hall": "other"})
        assert park.first_hall == first
        await house.own("POST", "/api/v1/site/opening")
        assert park.first_hall == "other"


def test_the_polices_link_carries_the_number() -> None:
    assert police_link("京公网安备 11010802012345号").endswith("code=11010802012345")
    assert police_link("nonsense") == ""


async def test_documents_have_versions_and_fill_in_names(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        park = house.park
        await park.site.change({"name": {"zh": "江南园", "en": "Jiangnan"}})
        for kind in KINDS:
            shown = park.legal.shown(kind)
            assert (shown.version, shown.at) == (0, None)
            assert "江南园" in shown.text["zh"] and "{" not in shown.text["zh"] + shown.text["en"]
        with pytest.raises(StoreError, match="no draft"):
            await park.legal.publish("terms", "", "a")
        await park.legal.draft("terms", {"zh": "旧 {park}", "en": "old"}, "a")
        await park.legal.draft("terms", {"zh": "新 {park}", "en": "new"}, "a")
        assert park.legal.in_force("terms") == 0
        done = await park.legal.publish("terms", "first", "a")
        assert done.number == 1
        await park.legal.draft("terms", {"zh": "更新", "en": "newer"}, "a")
        await park.legal.publish("terms", "", "a")
        older = await park.legal.version("terms", 1)
        assert older is not None and older.text["zh"] == "新 江南园"
        assert await park.legal.version("terms", 9) is None
    async with open_house(tmp_path) as house:
        assert house.park.legal.shown("terms").text["en"] == "newer"


async def test_an_empty_park_begins_with_a_hall_once(tmp_path: Path) -> None:
    async with open_house(tmp_path, empty=True) as house:
        starting = house.park.duties.starting
        assert await starting.begin("empty") == Progress("done", 1, 1)
        assert list(house.park.halls) == ["main"]
        with pytest.raises(SiteError, match="park_begun"):
            await starting.begin("demo")


async def test_a_failed_job_waits_for_a_human(tmp_path: Path) -> None:
    from server.store.jobs import StoredJob  # only this one makes a job by hand

    async with open_house(tmp_path) as house:
        source = {"name": "pump.glb", "bytes": 1, "sha256": ""}
        job = StoredJob("j1", "exhibit", "failed", {}, source, [], 1.0, code="internal")
        await house.park.duties.job_ended(job)
        [item] = await house.park.archive.inbox.page(kind="job_failed")
        assert (item.ref, item.link) == ("j1", "/exhibits")
        assert "pump.glb" in item.title["zh"]
