"""The applicants' door: a code by e-mail or text, the same answers for everybody."""

from __future__ import annotations

import json

import pytest

from server.access.actor import Grant
from tests.server.house import House
from tests.server.net.registration.firm import API, code_for, firm_of
from tests.server.people import new_account, somebody


async def test_signing_up_by_a_code(house: House) -> None:
    async with firm_of(house) as firm:
        account = house.park.accounts.get(firm.account)
        assert account.kind == "enterprise"
        assert Grant("enterprise_owner", enterprise=firm.id) in account.grants
        _, told = await firm.ask("GET", "/session")
        assert told["role"] == "enterprise_owner" and "application.submit" in told["may"]
        assert not told["account"]["must_secure"]
        consents = await house.park.archive.privacy.consents_of(firm.account)
        assert [(each.purpose, each.document) for each in consents] == [("residence", "privacy 0")]


async def test_going_on_at_another_device(house: House) -> None:
    async with firm_of(house) as firm, firm_of(house, signed_up=False) as later:
        await firm.fill()
        house.park.clock._offset += 120
        status, told = await later.sign_up()
        assert (status, told["application"]) == (200, firm.id)
        seen = await later.look()
        assert seen["fields"]["name"] == "深圳灵境测试技术有限公司"


async def test_by_phone_too(house: House) -> None:
    async with firm_of(house, "138 0013 8000") as firm:
        account = house.park.accounts.get(firm.account)
        assert house.park.accounts.phone(account) == "+8613800138000"


async def test_known_and_unknown_addresses_are_answered_alike(house: House) -> None:
    await new_account(house, Grant("enterprise_owner"), email="known@example.com")
    answers = []
    async with firm_of(house, signed_up=False) as firm:
        for address in ("known@example.com", "unknown@example.com"):
            answers.append(await firm.ask("POST", "/registration/codes", json={"address": address}))
            body = {"address": address, "code": "000000", "name": "甲", "consents": {"privacy": 0}}
            answers.append(await firm.ask("POST", "/registration/accounts", json=body))
    for _, told in answers:
        if isinstance(told, dict):
            told.pop("request_id")
    assert answers[0] == answers[2] == (204, b"")
    assert answers[1] == answers[3] and answers[1][1]["code"] == "sign_in_refused"


async def test_staff_with_a_second_factor_are_asked_for_it(house: House) -> None:
    async with somebody(house, "clerk", email="clerk@example.com") as clerk:
        async with firm_of(house, "clerk@example.com", signed_up=False) as firm:
            status, told = await firm.sign_up()
            assert status == 200 and told["methods"] == ["passkey"] and told["application"] == ""
        assert house.park.accounts.get(clerk.id).grants == clerk.account.grants


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"consents": {}}, "consent_missing"),
        ({"consents": {"privacy": 9}}, "consent_stale"),
        ({"name": "\u200b"}, "name_unreadable"),
        ({"address": "nobody@"}, "not_an_email"),
        ({"address": "12345"}, "not_a_phone"),
    ],
)
async def test_what_is_missing_is_said(house: House, changes: dict[str, object], code: str) -> None:
    async with firm_of(house, signed_up=False) as firm:
        body = {"address": "li@example.com", "code": "1", "name": "甲", "consents": {"privacy": 0}}
        status, told = await firm.ask("POST", "/registration/accounts", json={**body, **changes})
        assert (status, [each["code"] for each in told["details"]]) == (422, [code])
    assert len(list(house.park.accounts)) == 0


async def test_codes_cannot_be_guessed(house: House) -> None:
    async with firm_of(house, signed_up=False) as firm:
        right = await code_for(house, firm.address, firm)
        body = {"address": firm.address, "name": "甲", "consents": {"privacy": 0}}
        seen = []
        for number in range(8):
            wrong = f"{(int(right) + 1 + number) % 10**6:06d}"
            told = await firm.ask("POST", "/registration/accounts", json={**body, "code": wrong})
            seen.append(told[1]["code"])
        assert set(seen) == {"sign_in_refused", "too_many_attempts"}
        told = await firm.ask("POST", "/registration/accounts", json={**body, "code": right})
        assert told[1]["code"] == "too_many_attempts"


async def test_codes_are_not_sent_without_end(house: House) -> None:
    async with firm_of(house, signed_up=False) as firm:
        body = {"address": "li@example.com"}
        told = [await firm.ask("POST", "/registration/codes", json=body) for _ in range(3)]
        assert [status for status, _ in told] == [204, 204, 429]


async def test_a_visitor_cannot_begin_without_signing_up(house: House) -> None:
    async with firm_of(house, signed_up=False) as firm:
        status, told = await firm.ask("POST", "/applications", json={})
        assert (status, told["code"]) == (403, "sign_up_first")


async def test_nothing_is_begun_with_fields_that_cannot_be_kept(house: House) -> None:
    async with firm_of(house) as firm:
        body = {"fields": {"nothing": "x"}}
        status, told = await firm.ask("POST", "/applications", json=body)
        assert (status, told["details"][0]["pointer"]) == (422, "/fields/nothing")
        _, mine = await firm.ask("GET", "/applications")
        assert [each["id"] for each in mine["applications"]] == [firm.id]


async def test_staff_help_as_many_as_come(house: House) -> None:
    async with somebody(house, "clerk") as clerk:
        for _ in range(7):
            assert (await clerk.ask("POST", "/api/v1/applications", json={}))[0] == 201


async def test_halves_of_signs_are_refused_and_break_nothing(house: House) -> None:
    async with firm_of(house) as firm:
        text = '{"partial": true, "fields": {"name": "\\ud800\u6709\u9650\u516c\u53f8"}}'
        headers = {"Content-Type": "application/json"}
        status, _ = await firm.ask("POST", "/registration/checks", data=text, headers=headers)
        assert status in (200, 400, 422)


async def test_an_account_begins_so_many_and_no_more(house: House) -> None:
    async with firm_of(house) as firm:
        for _ in range(4):
            assert (await firm.ask("POST", "/applications", json={}))[0] == 201
        _, told = await firm.ask("POST", "/applications", json={})
        assert told["code"] == "too_many_applications"


async def test_the_form_says_what_it_asks(house: House) -> None:
    status, told = await house.get(f"{API}/registration/form")
    assert status == 200
    fields = {each["name"]: each for each in told["fields"]}
    assert fields["id_number"]["sealed"] and fields["brief"]["help"]["zh"]
    assert all(each["label"]["zh"] and each["label"]["en"] for each in told["fields"])
    assert told["agreement"]["version"] == "0" and "<h2>" in told["agreement"]["html"]["zh"]
    assert {"licence", "legal_rep_id"} <= {each["kind"] for each in told["documents"]}
    assert len(told["industries"]) > 80


async def test_checks_while_typing_keep_nothing(house: House) -> None:
    (house.data / "words.txt").write_text("坏词\n", encoding="utf-8")
    house.park.clock._offset += 10
    async with firm_of(house, signed_up=False) as firm:
        body = {"fields": {"credit_code": "9144", "brief": "一个坏词"}}
        status, told = await firm.ask("POST", "/registration/checks", json=body)
        found = {each["pointer"]: each for each in told["details"]}
        assert status == 200
        assert found["/fields/credit_code"]["code"] == "length"
        assert found["/fields/brief"]["code"] == "words_refused"
        assert all(each["zh"] and each["en"] and each["field"] for each in told["details"])
        assert "坏词" not in json.dumps(told["details"][-1]["message"], ensure_ascii=False)
