"""The registry: what time does to applications, debts that are paid once, papers sealed at rest."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from server.access.actor import Actor, Grant
from server.registration.errors import RegistrationError
from server.run.registration import effects as paying
from server.run.registration.files import changed_since, merged, shown
from server.run.registration.house import Company
from server.run.registration.office import Wish
from server.store.errors import StoreError
from server.store.registration_records import NewEffect, Place, StoredApplication, StoredEntry
from tests.postgres import postgres
from tests.server.house import House, open_house
from tests.server.net.registration.firm import CODE, GOOD, IDENTITY, NAME, PERSON, PHONE
from tests.server.registration.codes import code as code_of
from tests.server.run.privacy.people import found_in
from tests.server.run.registration.desk import (
    DAY,
    MANAGER,
    do,
    draft,
    owner_of,
    resident,
    skip,
    submitted,
)

__all__ = ["postgres"]


async def letters(house: House, kind: str) -> list[str]:
    """To whose applications letters of a kind went."""
    found = await house.park.archive.notices.page(200)
    return [each.ref for each in found if each.kind == kind]


async def look(house: House) -> int:
    return await house.park.registry.scheduler.look()


# --- time -----------------------------------------------------------------------------------------


async def test_a_draft_is_reminded_of_and_expires(house: House) -> None:
    row = await draft(house.park)
    assert await look(house) == 0
    skip(house.park, 31 * DAY)
    assert await look(house) == 1
    assert await look(house) == 0
    assert await letters(house, "application_reminder") == [row.id]
    skip(house.park, 30 * DAY)
    await look(house)
    after = await house.park.archive.registration.get(row.id)
    assert after.state == "expired" and after.ended is not None
    assert await letters(house, "application_expired") == [row.id]
    (line,) = await house.park.archive.audit.page(limit=1)
    assert (line.actor, line.action) == ("clock", "application.expire")


async def test_a_restart_tells_nothing_twice_and_forgets_nothing(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        row = await resident(house.park)
        skip(house.park, 340 * DAY)
        await look(house)
        assert await letters(house, "term_reminder") == [row.id]
        told = (await house.park.archive.registration.get(row.id)).told
        offset = house.park.clock._offset
    async with open_house(tmp_path / "data") as house:
        house.park.clock._offset = offset
        await look(house)
        kept = await house.park.archive.registration.get(row.id)
        assert kept.told == told and "expiring" in kept.flags
        assert await letters(house, "term_reminder") == [row.id]
        skip(house.park, 30 * DAY)
    async with open_house(tmp_path / "data") as house:
        house.park.clock._offset = offset + 30 * DAY
        await look(house)
        assert (await house.park.archive.registration.get(row.id)).state == "exiting"
        assert await letters(house, "term_ended") == [row.id]
        skip(house.park, 31 * DAY)
        await look(house)
        waiting = await house.park.archive.inbox.page(kind="deadline")
        assert [item.ref for item in waiting] == [row.id]


async def test_a_term_is_renewed_and_reminded_of_anew(house: House) -> None:
    row = await resident(house.park)
    book, owner = house.park.archive.registration, owner_of(house.park, row)
    with pytest.raises(RegistrationError, match="renewal_early"):
        await do(house.park, row.id, "renew", owner, agreement="0")
    skip(house.park, 340 * DAY)
    await look(house)
    old = await house.park.registry.certificates.of(row.id)
    with pytest.raises(RegistrationError, match="agreement_missing"):
        await do(house.park, row.id, "renew", owner)
    after = await do(house.park, row.id, "renew", owner, agreement="0")
    assert after.state == "active" and after.flags == [] and after.told == []
    assert after.course["term_until"] > row.course["term_until"] + 360 * DAY
    assert after.accepted_at > row.accepted_at and after.accepted_by == owner.id
    new = await house.park.registry.certificates.of(row.id)
    assert old is not None and new is not None
    assert new.number != old.number and new.statement.until == after.course["term_until"]
    replaced = await house.park.registry.certificates.find(old.number)
    assert replaced is not None
    assert (replaced.state, replaced.reason) == ("revoked", "replaced")
    assert await letters(house, "company_renewed") == [row.id]
    skip(house.park, 30 * DAY)
    await look(house)
    assert (await book.get(row.id)).state == "active"
    skip(house.park, 340 * DAY)
    await look(house)
    last = await book.get(row.id)
    end = last.course["term_until"]
    assert (last.flags, last.told) == (["expiring"], [f"active:30:{end:.0f}"])
    assert row.id in await letters(house, "term_reminder")


async def test_nobody_renews_at_a_host_that_takes_no_companies(house: House) -> None:
    row = await resident(house.park)
    await house.park.registry.seats.change(row.custodian, {"state": "closed"}, 0)
    skip(house.park, 340 * DAY)
    with pytest.raises(RegistrationError, match="custodian_closed"):
        await do(house.park, row.id, "renew", owner_of(house.park, row), agreement="0")


async def test_a_resident_without_a_booth_takes_one_later(house: House) -> None:
    row = await resident(house.park)
    space, owner = LastBooth(0), owner_of(house.park, row)
    house.park.registry.parts.space = space
    assert await house.park.archive.registration.lease_of(row.id) is None
    await do(house.park, row.id, "take_booth", owner)
    lease = await house.park.archive.registration.lease_of(row.id)
    assert lease is not None and lease.node == "last" and space.shown == 1
    assert len(await house.park.archive.registration.seats(taken=True)) == 1
    assert await letters(house, "booth_taken") == [row.id]
    with pytest.raises(RegistrationError, match="booth_there"):
        await do(house.park, row.id, "take_booth", owner)


async def test_a_late_review_is_told_to_managers(house: House) -> None:
    row = await submitted(house.park)
    skip(house.park, 12 * DAY)
    await look(house)
    after = await house.park.archive.registration.get(row.id)
    assert after.flags == ["overdue"] and after.state == "submitted"
    waiting = {item.kind for item in await house.park.archive.inbox.page()}
    assert waiting == {"application", "deadline"}


async def test_what_is_over_goes_after_its_years(house: House) -> None:
    row = await submitted(house.park)
    await do(house.park, row.id, "withdraw", owner_of(house.park, row))
    papers = house.data / "papers"
    skip(house.park, 4 * 365 * DAY)
    assert await house.park.registry.scheduler.sweep() == 0
    assert len(list(papers.iterdir())) == 3
    skip(house.park, 366 * DAY)
    assert await house.park.registry.scheduler.sweep() == 1
    assert list(papers.iterdir()) == []
    with pytest.raises(StoreError, match=row.id):
        await house.park.archive.registration.get(row.id)


# --- debts ----------------------------------------------------------------------------------------


class Broken:
    """A scene that fails so many times."""

    def __init__(self, times: int) -> None:
        self.times, self.shown = times, 0

    def candidates(self, wish: Any) -> list[Any]:
        return []

    async def show(self, lease: Any, company: Company) -> None:
        if self.times:
            self.times -= 1
            raise StoreError("archive_failed", "not now")
        self.shown += 1

    async def hide(self, lease: Any) -> None:
        pass

    async def clear(self, lease: Any) -> None:
        pass

    async def reconcile(self) -> None:
        pass


async def test_what_fails_is_tried_again_and_keeps_its_place(house: House) -> None:
    row = await resident(house.park)
    book, effects = house.park.archive.registration, house.park.registry.effects
    assert await book.owed(row.id) == []
    tried: list[int] = []

    async def issue(company: Company) -> None:
        tried.append(1)
        if len(tried) < 3:
            raise StoreError("archive_failed", "not now")

    house.park.registry.parts.certificates = type(
        "Certificates", (), {"issue": staticmethod(issue)}
    )()
    now = house.park.clock.now()
    owed = [NewEffect("issue_certificate", {}), NewEffect("await", {"kind": "application"})]
    await book.owe(row.id, owed, now)
    await effects.pay()
    assert [each.kind for each in await book.owed(row.id)] == ["issue_certificate", "await"]
    for _ in range(2):
        skip(house.park, 3600)
        await effects.pay()
    assert len(tried) == 3 and await book.owed(row.id) == []


async def test_debts_are_paid_at_the_next_start(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        row = await submitted(house.park)
        await house.park.registry.stop()
        await house.park.inbox.close("application", row.id)
        book = house.park.archive.registration
        await book.owe(row.id, [NewEffect("await", {"kind": "application", "due": 9.0})], 1.0)
    async with open_house(tmp_path / "data") as house:
        await house.park.registry.effects.pay()
        items = await house.park.archive.inbox.page(state="open")
        assert [(item.ref, item.due) for item in items] == [(row.id, 9.0)]


def test_every_effect_of_the_workflow_can_be_paid(house: House) -> None:
    assert set(paying.NAMES.values()) == set(house.park.registry.effects._makers())


async def test_a_letter_names_nobody_in_clear(house: House) -> None:
    row = await submitted(house.park)
    assert await letters(house, "application_submitted") == [row.id]


# --- fields ---------------------------------------------------------------------------------------


def test_masks_hide_and_come_back_unchanged() -> None:
    own, staff = shown(GOOD, own=True), shown(GOOD, own=False)
    assert IDENTITY not in (own["id_number"], staff["id_number"])
    assert own["phone"] == PHONE and staff["phone"] != PHONE
    assert merged(GOOD, own) == GOOD and merged(GOOD, staff) == GOOD
    assert merged(GOOD, {"id_number": "", "phone": "1"})["phone"] == "1"


def test_marks_tell_what_changed() -> None:
    assert changed_since({"/a": "1", "/b": "2"}, {"/a": "1", "/c": "3"}) == {"/b", "/c"}


async def test_an_unknown_field_is_not_kept(house: House) -> None:
    row, office = await draft(house.park), house.park.registry.office
    for sent, code in (
        ({"nothing": "x"}, "unknown_property"),
        ({"brief": "x" * 10_000}, "wrong_length"),
        ({"brief": {"zh": "x"}}, "not_a_string"),
        ({"brief": "a\x00b"}, "text_unstorable"),
        ({"name": "灵\ud800境"}, "text_unstorable"),
    ):
        with pytest.raises(RegistrationError) as refused:
            await office.save(row.id, row.version, sent)
        assert [each.code for each in refused.value.findings] == [code]


async def test_persons_stand_nowhere_in_clear(house: House) -> None:
    await resident(house.park)
    await house.park.archive.meta("anything")
    texts = (PERSON, IDENTITY, PHONE, "wanqing.ouyang")
    assert found_in(house.data, texts) == set()
    # The company's own name and code are no person's, and stand there.
    assert {word for word, _ in found_in(house.data, (NAME, CODE))} == {NAME, CODE}


async def test_deletion_of_the_person_ends_what_was_sealed(house: House) -> None:
    row = await submitted(house.park)
    papers = await house.park.archive.registration.papers(row.id)
    copy = await house.park.privacy.copy(row.person)
    (told,) = copy.told["tables"]["applications"]["rows"]
    assert PERSON in told["sealed"]
    await house.park.privacy.erase(row.person, row.person)
    office = house.park.registry.office
    kept = await house.park.archive.registration.get(row.id)
    assert "legal_rep" not in office.values(kept) and office.values(kept)["name"] == NAME
    assert await office.documents.read(papers[0]) is None


async def test_papers_without_a_row_are_swept_at_the_start(tmp_path: Path) -> None:
    async with open_house(tmp_path / "data") as house:
        row = await draft(house.park)
        stray = house.data / "papers" / "d_stray"
        stray.write_bytes(b"x")
    async with open_house(tmp_path / "data") as house:
        assert not stray.exists()
        papers = await house.park.archive.registration.papers(row.id)
        documents = house.park.registry.office.documents
        assert (await documents.read(papers[0]) or b"").startswith(b"\x89PNG")


async def test_a_manager_sees_what_is_offered(house: House) -> None:
    row = await submitted(house.park)
    offers = house.park.registry.office.offers(row, MANAGER)
    assert [offer.verb for offer in offers if offer.allowed] == ["claim"]


# --- races ----------------------------------------------------------------------------------------


class LastBooth(Broken):
    """A scene with one booth."""

    def candidates(self, wish: Any) -> list[Any]:
        return [Place("street", "last")]


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
async def test_a_hundred_applicants_race_for_the_last_booth(
    tmp_path: Path, engine: str, request: pytest.FixtureRequest
) -> None:
    """One gets it, and ninety-nine are told so, by the whole engine on either database."""
    data = tmp_path / "data"
    database = request.getfixturevalue("postgres").empty() if engine == "postgresql" else ""
    async with open_house(data, database=database) as house:
        registry, book = house.park.registry, house.park.archive.registration
        registry.parts.space = LastBooth(0)
        words = {"zh": "托管", "en": "Host"}
        custodian = (await registry.seats.add(words, words, "", 200)).host.id
        sound = [code_of(body=f"MA{number:06d}") for number in range(100)]
        rows = [
            StoredApplication(
                f"e_{number:016x}", "approved", 1, f"e_{number:016x}", "operator", 1.0, 1.0,
                fields={"wants_booth": True}, credit_code=text, custodian=custodian,
                course={"begun": 1.0, "since": house.park.clock.now()}, title=f"企业{number}",
            )
            for number, text in enumerate(sound)
        ]  # fmt: skip
        for row in rows:
            entry = StoredEntry(row.id, row.id, "begin", "", "draft", "", "", "", "", 1.0)
            await book.add(row, entry)

        async def activate(row: StoredApplication) -> str:
            grant = Grant("enterprise_owner", enterprise=row.id)
            actor = Actor(f"a_{row.id}", frozenset({grant}))
            try:
                await registry.office.transition(row.id, actor, Wish("activate", 1, agreement="0"))
            except (StoreError, RegistrationError) as error:
                return error.code
            return "ok"

        told = await asyncio.gather(*(activate(row) for row in rows))
        assert sorted(told) == ["no_free_booth"] * 99 + ["ok"]
        assert len(await book.leases()) == len(await book.seats(taken=True)) == 1
        assert len(await book.of_states("active")) == 1


async def test_residents_race_for_the_last_booth(house: House) -> None:
    book, space = house.park.archive.registration, LastBooth(0)
    house.park.registry.parts.space = space
    for number in range(20):
        row = StoredApplication(
            f"e_{number:016x}", "active", 1, f"e_{number:016x}", "operator", 1.0, 1.0,
            credit_code=code_of(body=f"MA{number:06d}"), title=f"企业{number}",
            course={"begun": 1.0, "since": 1.0, "term_until": 9e9},
        )  # fmt: skip
        entry = StoredEntry(row.id, row.id, "begin", "", "draft", "", "", "", "", 1.0)
        await book.add(row, entry)

    async def take(id: str) -> str:
        owner = Actor(f"a_{id}", frozenset({Grant("enterprise_owner", enterprise=id)}))
        try:
            await do(house.park, id, "take_booth", owner)
        except (StoreError, RegistrationError) as error:
            return error.code
        return "ok"

    rows = await book.of_states("active")
    told = await asyncio.gather(*(take(row.id) for row in rows))
    assert sorted(told) == ["no_free_booth"] * 19 + ["ok"]
    assert len(await book.leases()) == 1 and await book.seats(taken=True) == []


async def test_nobody_moves_in_at_a_host_that_takes_no_companies(house: House) -> None:
    words = {"zh": "托管", "en": "Host"}
    seats = house.park.registry.seats
    custodian = (await seats.add(words, words, "", 1)).host.id
    row = await submitted(house.park)
    await do(house.park, row.id, "claim")
    await do(house.park, row.id, "approve", custodian=custodian)
    await seats.change(custodian, {"state": "closed"}, 0)
    with pytest.raises(StoreError) as refused:
        await do(house.park, row.id, "activate", owner_of(house.park, row), agreement="0")
    assert refused.value.code == "no_free_seat"
