"""Documents, hosts, seats, numbers and bounds over HTTP."""

from __future__ import annotations

import pytest

from tests.server.house import House
from tests.server.net.registration.firm import API, clerk_does, firm_of, host, png
from tests.server.people import somebody

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


async def test_a_document_is_known_by_its_bytes_and_never_run(house: House) -> None:
    async with firm_of(house) as firm, somebody(house, "clerk") as clerk:
        status, told = await firm.hand_in("licence", PDF, "执照<script>.png")
        assert status == 200
        (paper,) = told["documents"]
        assert paper["media_type"] == "application/pdf" and paper["bytes"] == len(PDF)
        path = f"{API}/applications/{firm.id}/documents/{paper['id']}"
        async with clerk.browser.get(house.url + path) as answer:
            assert await answer.read() == PDF
            assert answer.headers["Content-Type"] == "application/pdf"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Content-Security-Policy"].startswith("sandbox;")
            assert answer.headers["Content-Disposition"].startswith("inline")
            assert "no-store" in answer.headers["Cache-Control"]
        (line,) = await house.park.archive.audit.page(limit=1)
        assert (line.action, line.actor) == ("application.read", clerk.id)
        assert (await firm.ask("DELETE", path.removeprefix(API)))[1]["documents"] == []
        assert (await clerk.ask("GET", path))[1]["code"] == "document_unknown"


@pytest.mark.parametrize(
    ("data", "kind", "status", "code"),
    [
        (b"MZ\x90\x00", "licence", 415, "document_type"),
        (b"<html>%PDF-1.7", "licence", 415, "document_type"),
        (b"\x89PNG\r\n\x1a\nnothing", "licence", 422, "document_broken"),
        (png(), "nothing", 422, "invalid"),
        (b"%PDF-1" + b"0" * (10 * 2**20), "licence", 413, "too_large"),
    ],
)
async def test_what_is_no_document(
    house: House, data: bytes, kind: str, status: int, code: str
) -> None:
    async with firm_of(house) as firm:
        told = await firm.hand_in(kind, data)
        assert (told[0], told[1]["code"]) == (status, code)
        assert list((house.data / "papers").iterdir()) == []


async def test_documents_are_counted(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.run.registration.documents.MOST", 2)
    async with firm_of(house) as firm:
        told = [(await firm.hand_in("other"))[1].get("code") for _ in range(3)]
        assert told == [None, None, "too_many_documents"]
        assert len(list((house.data / "papers").iterdir())) == 2


async def test_applicants_send_documents_and_nothing_else(house: House) -> None:
    async with firm_of(house) as firm:
        tus = {"Tus-Resumable": "1.0.0", "Upload-Length": str(11 * 2**20)}
        assert (await firm.ask("POST", "/uploads", headers=tus))[1]["code"] == "too_large"
        assert (await firm.ask("POST", "/uploads", headers={**tus, "Upload-Length": "9"}))[0] == 201
        status, told = await firm.ask("POST", "/exhibits", json={"uploads": ["x"]})
        assert (status, told["code"]) == (403, "not_resident")


async def test_pages_of_a_picture(house: House) -> None:
    async with firm_of(house) as firm:
        _, told = await firm.hand_in("licence", png())
        path = f"/applications/{firm.id}/documents/{told['documents'][0]['id']}/pages"
        assert (await firm.ask("GET", path))[1] == {"pages": [{"width": 40, "height": 30}]}
        assert (await firm.ask("GET", f"{path}/1"))[1] == png()
        assert (await firm.ask("GET", f"{path}/2"))[1]["code"] == "document_unknown"


async def test_hosts_and_seats(house: House) -> None:
    async with somebody(house, "manager") as manager, somebody(house, "clerk") as clerk:
        first = await host(house, 2)
        second = await host(house, 1)
        change = {"state": "closed", "more": 3}
        _, told = await manager.ask("PATCH", f"{API}/custodians/{first}", json=change)
        assert (told["state"], told["seats"], told["free"]) == ("closed", 5, 0)
        assert (await clerk.ask("PATCH", f"{API}/custodians/{first}", json={}))[0] == 403
        _, told = await clerk.ask("GET", f"{API}/seats?custodian={second}")
        assert [seat["name"] for seat in told["seats"]] == ["云席-00003（集群注册）"]
        _, told = await clerk.ask("GET", f"{API}/seats?limit=4")
        assert told["next"] == 4
        bad = {"title": {"zh": "", "en": ""}, "place": {"zh": "", "en": ""}, "seats": 1}
        _, told = await manager.ask(
            "POST", f"{API}/custodians", json={**bad, "credit_code": "914403001922038217"}
        )
        assert told["details"][0]["code"] == "checksum"
        assert (await manager.ask("PATCH", f"{API}/custodians/c_0", json={}))[0] == 404


async def test_the_registry_in_numbers(house: House) -> None:
    async with firm_of(house) as firm, somebody(house, "clerk") as clerk:
        await firm.prepare()
        await firm.do("submit")
        await clerk_does(clerk, firm, "claim")
        await clerk_does(clerk, firm, "reject", reason="not_authentic")
        status, told = await clerk.ask("GET", f"{API}/registration/statistics")
        assert status == 200
        assert (told["states"], told["decided"]) == ({"rejected": 1}, 1)
        assert (await firm.look())["reason"] == "not_authentic"
        _, told = await clerk.ask("GET", f"{API}/applications?state=rejected&q=灵境")
        assert [row["id"] for row in told["applications"]] == [firm.id]
        assert (await clerk.ask("GET", f"{API}/applications?state=x&flag=y"))[0] == 422


async def test_auditors_read_everything_and_change_nothing(house: House) -> None:
    async with firm_of(house) as firm, somebody(house, "auditor") as auditor:
        await firm.prepare()
        await firm.do("submit")
        path = f"{API}/applications/{firm.id}"
        assert (await auditor.ask("GET", path))[0] == 200
        assert (await auditor.ask("POST", f"{path}/identity", json={"why": "抽查"}))[0] == 200
        assert (await clerk_does(auditor, firm, "claim"))[1]["code"] == "forbidden"
        assert (await auditor.ask("PATCH", path, json={}))[1]["code"] == "forbidden"
