"""Profile, guide, documents, settings and inbox over HTTP, and the pages that need no script."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.net.site.legal import compared
from server.net.site.review import REVIEWED
from tests.server.house import House, open_house

SITE = "/api/v1/site"
BOTH = {"zh": "江南 <园>", "en": "Jiangnan & Co"}


async def change(house: House, body: object) -> tuple[int, dict[str, object]]:
    return await house.own("PATCH", SITE, json=body)


async def test_everybody_reads_the_profile_and_staff_change_it(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        status, told = await change(
            house, {"name": BOTH, "police_record": "浙公网安备33010602012345号"}
        )
        assert (status, told["name"]) == (200, BOTH)
        status, seen = await house.get(SITE)
        assert seen["police_link"].endswith("code=33010602012345")
        assert [each["kind"] for each in seen["documents"]] == ["privacy", "terms", "minors"]
        _, park = await house.get("/api/v1/park")
        assert park["name"] == BOTH
        status, wrong = await change(house, {"icp": "nonsense", "languages": []})
        assert status == 422 and wrong["details"]
        async with house.visitor.patch(house.url + SITE, json={"icp": ""}) as answer:
            assert answer.status == 401


async def test_the_foot_of_the_page_has_documents_and_filings_escaped(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        await change(house, {"operator": BOTH, "icp": "浙ICP备12345678号-1"})
        from server.net.site.foot import foot

        text = foot(house.park, "zh-CN")
        assert 'data-documents="privacy:0 terms:0 minors:0"' in text
        assert "江南 &lt;园&gt;" in text and "<园>" not in text
        assert 'href="https://beian.miit.gov.cn/"' in text
        assert "Privacy policy</a>" in foot(house.park, "en")


@pytest.mark.parametrize("kind", ["privacy", "terms", "minors", "residence"])
async def test_documents_are_pages_without_a_script(tmp_path: Path, kind: str) -> None:
    async with open_house(tmp_path) as house:
        await change(house, {"name": BOTH})
        for lang in ("zh-CN", "en"):
            status, page = await house.get(f"/legal/{kind}?lang={lang}")
            text = page.decode()
            assert status == 200 and f'lang="{lang}"' in text
            assert "<script" not in text and "<园>" not in text
        assert (await house.get("/legal/nothing"))[0] == 404
        assert (await house.get(f"/legal/{kind}?version=7"))[0] == 404
        assert (await house.get(f"/legal/{kind}?version=x"))[0] == 422
        assert (await house.get(f"/legal/{kind}?lang=fr"))[0] == 404
        assert (await house.get("/legal.css"))[0] == 200


async def test_a_document_is_drafted_compared_and_published(tmp_path: Path) -> None:
    path = "/api/v1/legal/terms"
    async with open_house(tmp_path) as house:
        text = {"zh": "## 新\n\n{park}", "en": "new"}
        await house.own("PUT", f"{path}/draft", json={"text": text})
        _, preview = await house.own("POST", "/api/v1/legal/preview", json={"text": text})
        assert preview["zh"].startswith("<h2>新</h2>") and "{park}" not in preview["zh"]
        assert (await house.get(path))[1]["version"] == 0
        status, versions = await house.own("POST", f"{path}/publish", json={"note": "first"})
        assert (status, versions["in_force"]) == (200, 1)
        assert (await house.own("POST", f"{path}/publish", json={}))[0] == 409
        _, diff = await house.own("GET", f"{path}/diff?from=0&to=1")
        assert {"sign": "+", "text": "new"} in diff["en"]
        assert (await house.own("GET", f"{path}/diff?from=0&to=5"))[0] == 404
        assert (await house.own("DELETE", f"{path}/draft"))[0] == 204
        assert (await house.get(f"{path}/versions"))[0] == 401


def test_texts_are_compared_line_by_line() -> None:
    assert compared("a\nb", "a\nc") == [
        {"sign": " ", "text": "a"},
        {"sign": "-", "text": "b"},
        {"sign": "+", "text": "c"},
    ]


async def test_the_guide_leads_from_empty_to_open(tmp_path: Path) -> None:
    async with open_house(tmp_path, empty=True) as house:
        _, guide = await house.own("GET", f"{SITE}/guide")
        assert (guide["wanted"], guide["halls"], guide["first_run"]) == (True, 0, True)
        await change(house, {"name": BOTH})
        status, begun = await house.own("POST", f"{SITE}/start", json={"scene": "empty"})
        assert (status, begun["step"]) == (202, "done")
        assert (await house.own("POST", f"{SITE}/start", json={"scene": "demo"}))[0] == 409
        _, guide = await house.own(
            "PATCH", f"{SITE}/guide", json={"step": "exhibit", "how": "skipped"}
        )
        assert guide["steps"] == {"exhibit": "skipped"} and guide["open_halls"] == 0
        _, guide = await house.own("POST", f"{SITE}/opening")
        assert guide["open_halls"] == guide["halls"] == 1
        assert not guide["wanted"]


async def test_settings_are_read_by_the_operator_and_changed_whole(tmp_path: Path) -> None:
    async with open_house(tmp_path, smtp_password="sesame") as house:
        assert (await house.get("/api/v1/settings"))[0] == 401
        status, told = await house.own(
            "PATCH", "/api/v1/settings", json={"settings": {"capacity": 9, "tick_hz": 33}}
        )
        assert status == 200 and told["restart"] == ["tick_hz"]
        rows = {row["name"]: row for row in told["settings"]}
        assert (rows["capacity"]["value"], rows["capacity"]["source"]) == (9, "desk")
        assert rows["log_level"]["choices"] == ["debug", "info", "warning", "error"]
        assert rows["smtp_password"]["value"] is None
        assert "sesame" not in str(told)
        status, wrong = await house.own(
            "PATCH", "/api/v1/settings", json={"settings": {"capacity": 0, "port": 1}}
        )
        assert status == 422
        assert [d["pointer"] for d in wrong["details"]] == ["/capacity", "/port"]


async def test_the_inbox_over_http(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        title = {"zh": "续约", "en": "Renew"}
        _, item = await house.own("POST", "/api/v1/inbox", json={"title": title, "due": 9e8})
        path = f"/api/v1/inbox/{item['id']}"
        _, noted = await house.own("POST", f"{path}/notes", json={"text": "called"})
        assert noted["notes"][0]["text"] == "called"
        status, wrong = await house.own("PATCH", path, json={"assignee": "a_nobody"})
        assert (status, wrong["details"][0]["code"]) == (422, "assignee_unknown")
        _, taken = await house.own("PATCH", path, json={"state": "taken"})
        assert (taken["state"], taken["assignee"]) == ("taken", "operator")
        _, page = await house.own("GET", "/api/v1/inbox?assignee=me&state=open")
        assert [each["id"] for each in page["items"]] == [item["id"]]
        _, done = await house.own("PATCH", path, json={"state": "done"})
        assert done["ended"]
        assert (await house.own("GET", "/api/v1/inbox?state=open"))[1]["items"] == []
        assert (await house.own("GET", "/api/v1/inbox/i_nothing"))[0] == 404
        assert (await house.get("/api/v1/inbox"))[0] == 401


async def test_a_plan_of_duty_is_checked(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        shift = {"days": [0, 6], "begins": "00:00", "ends": "00:00", "people": ["a_1"]}
        status, kept = await house.own("PUT", "/api/v1/duty", json={"shifts": [shift]})
        assert (status, kept["plan"]["shifts"]) == (200, [shift])
        wrong = {"shifts": [{**shift, "begins": "25:00"}]}
        assert (await house.own("PUT", "/api/v1/duty", json=wrong))[0] == 422


def test_what_is_reviewed_are_routes() -> None:
    from server.net.routes import ROUTES

    assert {(route.method, route.path) for route in ROUTES} >= REVIEWED
