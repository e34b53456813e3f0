"""Files that staff send become documents; the upload is used up by it."""

from __future__ import annotations

from tests.server.house import House
from tests.server.net.guides.taught import KNOWLEDGE, teach
from tests.server.net.test_api_uploads import uploaded
from tests.server.run.guides import papers


async def test_files_become_documents(house: House) -> None:
    upload = await uploaded(house, papers.word(), "C:\\资料\\租金表.docx")
    status, told = await house.own("POST", KNOWLEDGE, json={"upload": upload, "kind": "policy"})
    assert (status, told["title"], told["source"]) == (201, "园区租金", "租金表.docx")
    assert told["text"].startswith("# 园区租金")
    assert (told["kind"], told["notes"], told["pages"]) == ("policy", [], None)
    status, again = await house.own("POST", KNOWLEDGE, json={"upload": upload})
    assert (status, again["code"]) == (404, "upload_unknown")
    more = await uploaded(house, papers.pdf("New rents: 3 yuan."), "new.pdf")
    path = f"{KNOWLEDGE}/{told['id']}"
    status, told = await house.own("PATCH", path, json={"version": 1, "upload": more})
    assert (told["version"], told["pages"], told["text"]) == (2, 1, "New rents: 3 yuan.")
    assert told["title"] == "园区租金"
    status, told = await house.own("PATCH", path, json={"version": 2, "text": "3 yuan."})
    assert (told["source"], told["pages"]) == ("", None)


async def test_tables_stay_tables(house: House) -> None:
    upload = await uploaded(house, "编号,租金\nA-1,48\nA-2,32\n".encode("gb18030"), "units.csv")
    _, told = await house.own("POST", KNOWLEDGE, json={"upload": upload})
    assert (told["title"], told["text"]) == ("units", "编号,租金\nA-1,48\nA-2,32\n")
    assert told["id"].endswith(".csv")
    _, found = await house.own("GET", f"{KNOWLEDGE}/search?q=A-2 的租金")
    assert "A-2,32" in [hit["text"] for hit in found["hits"]]


async def test_a_file_that_cannot_be_read_is_told_of_and_gone(house: House) -> None:
    upload = await uploaded(house, b"%PDF-1.7 and nothing", "x.pdf")
    status, told = await house.own("POST", KNOWLEDGE, json={"upload": upload})
    assert (status, told["code"]) == (422, "document_unreadable")
    assert told["details"][0]["pointer"] == "/upload"
    assert (await house.own("POST", KNOWLEDGE, json={"upload": upload}))[0] == 404


async def test_days_follow_the_text_that_told_them(house: House) -> None:
    def words(day: str) -> str:
        return f"# 补贴办法\n\n本办法自 2026 年 1 月 1 日起施行，有效期至 {day}。\n"

    told = await teach(house, words("2027 年 12 月 31 日"))
    assert (told["valid_from"], told["valid_until"]) == ("2026-01-01", "2027-12-31")
    path = f"{KNOWLEDGE}/{told['id']}"
    new = {"version": 1, "text": words("2029 年 6 月 30 日")}
    _, told = await house.own("PATCH", path, json=new)
    assert (told["valid_from"], told["valid_until"]) == ("2026-01-01", "2029-06-30")
    own = {"version": 2, "text": words("2030 年 1 月 1 日"), "valid_until": "2028-01-01"}
    _, told = await house.own("PATCH", path, json=own)
    assert told["valid_until"] == "2028-01-01"
    _, told = await house.own(
        "PATCH", path, json={"version": 3, "text": words("2031 年 1 月 1 日")}
    )
    assert told["valid_until"] == "2028-01-01"
