"""Restraints and reports in a real archive."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from server.store import Archive, StoreError
from server.store import moderation as statements
from server.store.moderation_records import Restraint, StoredReport

BLOCK = Restraint(
    "b_1", "block", "account", "a_1", "a_1", "s", "abuse", "s", "a_9", 100.0, until=200.0
)
REPORT = StoredReport("r_1", "gallery", 100.0, "", "s", "a_1", "s", "c-1", "spam", "s")


async def test_a_restraint_holds_until_its_time_or_until_it_is_lifted(
    tmp_path: Path, database: str
) -> None:
    archive = await Archive.open(tmp_path / "data", database)
    book = archive.moderation
    for number, until in enumerate((200.0, None, 150.0), start=1):
        await book.restrain(replace(BLOCK, id=f"b_{number}", until=until))
    assert [one.id for one in await book.holding(160.0)] == ["b_1", "b_2"]
    lifted = await book.lift("b_2", 170.0, "a_8")
    assert (lifted.lifted, lifted.lifter, lifted.holds(171.0)) == (170.0, "a_8", False)
    with pytest.raises(StoreError, match="b_2"):
        await book.lift("b_2", 171.0, "a_8")
    await archive.close()
    archive = await Archive.open(tmp_path / "data", database)
    book = archive.moderation
    assert [one.id for one in await book.holding(160.0)] == ["b_1"]
    assert [one.id for one in await book.restraints(2)] == ["b_3", "b_2"]
    assert [one.id for one in await book.restraints(2, "b_2")] == ["b_1"]
    assert await book.forget(175.0) == 2
    assert [one.id for one in await book.restraints()] == ["b_1"]
    await archive.close()


async def test_a_report_is_dealt_with_once(archive: Archive) -> None:
    book = archive.moderation
    await book.report(REPORT)
    await book.report(replace(REPORT, id="r_2"))
    settled = await book.handle("r_1", "acted", "thanks", "a_9", 300.0)
    assert (settled.outcome, settled.answer, settled.handled) == ("acted", "thanks", 300.0)
    with pytest.raises(StoreError) as caught:
        await book.handle("r_1", "no_breach", "", "a_9", 301.0)
    assert caught.value.code == "report_handled"
    with pytest.raises(StoreError) as caught:
        await book.one("r_3")
    assert caught.value.code == "report_unknown"
    assert [one.id for one in await book.reports()] == ["r_2", "r_1"]
    assert [one.id for one in await book.reports(is_open=True)] == ["r_2"]
    assert [one.id for one in await book.reports(is_open=False)] == ["r_1"]
    assert [one.id for one in await book.reports(before="r_2")] == ["r_1"]
    assert await book.forget(400.0) == 1


async def test_reports_that_nobody_dealt_with_are_never_pushed_out(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statements, "MOST_REPORTS", 2)
    book = archive.moderation
    for number in range(1, 4):
        await book.report(replace(REPORT, id=f"r_{number}"))
        if number == 2:
            await book.handle("r_2", "acted", "", "a_9", 300.0)
    await book.report(replace(REPORT, id="r_4"))
    assert [one.id for one in await book.reports()] == ["r_4", "r_3", "r_1"]
