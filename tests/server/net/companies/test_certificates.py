"""Certificates through the doors: anybody verifies, staff decide, nobody forges."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from scenes.media.documents import attached
from server.outside import jws
from server.registration.calendar import BEIJING
from server.registration.certificate import ATTACHMENT, stated
from server.run.registration.certificates import Certificates
from server.run.registration.certificates.sheet import Sheet, told_of
from server.run.registration.house import Company
from server.store.certificate_records import StoredCertificate
from tests.server.house import House

API = "/api/v1/certificates"
COMPANY = Company(
    id="e_0123456789abcdef",
    name={"zh": "灵境<测试>有限公司", "en": "Lingjing Testing"},
    brief={"zh": "", "en": ""},
    industry="65",
    credit_code="914403001922038216",
    state="active",
    since=1_790_000_000.0,
    until=4_000_000_000.0,
    custodian={"zh": "托管中心", "en": "Centre"},
    address={"zh": "星湖街 1 号", "en": "1 Xinghu Street"},
    seat="云席-00001（集群注册）",
)


@pytest.fixture
async def certificates(house: House) -> Certificates:
    return house.park.registry.certificates


@pytest.fixture
async def issued(certificates: Certificates) -> StoredCertificate:
    return await certificates.issue(COMPANY)


async def state(house: House, number: str) -> dict[str, Any]:
    status, told = await house.get(f"{API}/{number}")
    assert status == 200, told
    return dict(told)


async def test_anybody_verifies_a_number(house: House, issued: StoredCertificate) -> None:
    told = await state(house, issued.number.lower().replace("-", ""))
    assert (told["state"], told["number"]) == ("valid", issued.number)
    assert told["company"]["zh"] == "灵境<测试>有限公司"
    assert told["link"].endswith(f"/verify/{issued.number}")


async def test_each_decision_is_seen_at_once(
    house: House, certificates: Certificates, issued: StoredCertificate
) -> None:
    await certificates.suspend(COMPANY.id, "not_authentic")
    told = await state(house, issued.number)
    assert told["state"] == "suspended"
    assert told["why"]["zh"] and told["why"]["en"]
    await certificates.restore(COMPANY.id)
    assert (await state(house, issued.number))["state"] == "valid"
    await certificates.revoke(COMPANY.id, "left")
    assert (await state(house, issued.number))["state"] == "revoked"
    await certificates.restore(COMPANY.id)
    assert (await state(house, issued.number))["state"] == "revoked"


async def test_the_same_facts_make_no_second_one(
    house: House, certificates: Certificates, issued: StoredCertificate
) -> None:
    assert (await certificates.issue(COMPANY)).number == issued.number
    other = await certificates.issue(replace(COMPANY, seat="云席-00002（集群注册）"))
    assert other.number != issued.number
    told = await state(house, issued.number)
    assert (told["state"], told["why"]["en"]) == (
        "revoked",
        "A newer certificate has taken its place",
    )
    assert (await state(house, other.number))["state"] == "valid"


async def test_a_statement_is_proven_without_the_park(
    house: House, issued: StoredCertificate
) -> None:
    _, keys = await house.get(f"{API}/keys")
    told = jws.proven(issued.token, keys["keys"])
    assert (told["jti"], told["company"]) == (issued.number, dict(COMPANY.name))
    async with house.visitor.post(house.url + f"{API}/proofs", json={"jws": issued.token}) as got:
        assert (got.status, (await got.json())["number"]) == (200, issued.number)


async def test_what_is_forged_is_refused(house: House, issued: StoredCertificate) -> None:
    stranger = jws.sign(issued.claims, jws.new_key())
    for token, code in ((stranger, "statement_forged"), ("a.b.c", "statement_unreadable")):
        async with house.visitor.post(house.url + f"{API}/proofs", json={"jws": token}) as got:
            assert (got.status, (await got.json())["code"]) == (422, code)
    status, told = await house.get(f"{API}/RZ2026-0000-0000")
    assert (status, told["code"]) == (404, "certificate_unknown")


async def test_keys_rotate_and_old_sheets_are_still_proven(
    house: House, issued: StoredCertificate
) -> None:
    status, told = await house.own("POST", f"{API}/keys/rotation", json={})
    assert (status, told["signed_anew"]) == (200, 0)
    _, keys = await house.get(f"{API}/keys")
    assert [key["kid"] for key in keys["keys"]] == [told["key"], issued.key]
    assert jws.proven(issued.token, keys["keys"])["jti"] == issued.number


async def test_after_a_theft_only_what_is_signed_anew_counts(
    house: House, issued: StoredCertificate
) -> None:
    status, told = await house.own("POST", f"{API}/keys/rotation", json={"stolen": True})
    assert (status, told["signed_anew"]) == (200, 1)
    _, keys = await house.get(f"{API}/keys")
    with pytest.raises(jws.SignatureError):
        jws.proven(issued.token, keys["keys"])
    now = await state(house, issued.number)
    assert (now["state"], now["key"]) == ("valid", told["key"])
    assert jws.proven(now["jws"], keys["keys"])["jti"] == issued.number


async def test_nobody_else_rotates(house: House) -> None:
    async with house.visitor.post(house.url + f"{API}/keys/rotation", json={}) as got:
        assert got.status in (401, 403)


async def test_a_sheet_carries_its_statement(
    certificates: Certificates, issued: StoredCertificate
) -> None:
    sheet = await certificates.sheet(COMPANY.id)
    assert sheet is not None
    assert sheet.startswith(b"%PDF")
    assert attached(sheet, ATTACHMENT) == issued.token.encode()
    assert await certificates.sheet("e_nobody") is None


@pytest.mark.parametrize(("lang", "words"), [("zh-CN", "有效"), ("en", "Valid")])
async def test_the_page_says_it_in_words(
    house: House, issued: StoredCertificate, lang: str, words: str
) -> None:
    status, page = await house.get(f"/verify/{issued.number}?lang={lang}")
    text = page.decode()
    assert (status, f">{words}<" in text) == (200, True)
    assert "<测试>" not in text
    assert "<script" not in text


async def test_the_page_takes_what_is_pasted(house: House, issued: StoredCertificate) -> None:
    wrong = issued.token[:-8] + "AAAAAAAA"
    for what, status, words in (
        (issued.token, 200, "数字签名成立"),
        (issued.number, 200, "有效"),
        (wrong, 422, "签名不成立"),
        ("一二三", 404, "没有这份入驻证明"),
        ("", 200, "核验"),
    ):
        async with house.visitor.post(house.url + "/verify", data={"what": what}) as got:
            assert (got.status, words in await got.text()) == (status, True), what


async def test_the_last_day_of_a_term_is_shown(house: House, certificates: Certificates) -> None:
    midnight = datetime(2050, 3, 1, tzinfo=BEIJING).timestamp()
    kept = await certificates.issue(replace(COMPANY, until=midnight))
    _, page = await house.get(f"/verify/{kept.number}")
    assert "2050-02-28" in page.decode()
    rows = told_of(stated(kept.claims), "", Sheet("", "", "https://park.example"))["rows"]
    assert rows[-1][1][0].endswith("至2050 年 2 月 28 日")


async def test_a_certificate_ends_with_its_term(house: House, certificates: Certificates) -> None:
    over = await certificates.issue(replace(COMPANY, until=1_790_000_001.0))
    told = await state(house, over.number)
    assert (told["state"], told["why"]["en"]) == ("expired", "Its term is over")


def test_the_template_travels_with_the_package() -> None:
    from server.run.registration.certificates import sheet

    assert Path(sheet.TEMPLATE).is_file()
