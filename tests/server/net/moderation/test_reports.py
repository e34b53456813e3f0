"""Reports: from a visitor to the staff's inbox, and back."""

from __future__ import annotations

from server.run.moderation.reports import EACH_AT_ONCE
from server.wire import messages as wire
from tests.server.house import House
from tests.server.net.moderation.people import visitor
from tests.server.people import somebody


async def test_a_report_is_kept_put_before_staff_dealt_with_and_answered(house: House) -> None:
    zoe, bob = visitor(house), visitor(house, "Bob")
    zoe.say(wire.Report(5, bob.talk.line.slot, "spam", "keeps moving the fox"))
    await house.park.performer.finish()
    assert zoe.newest(wire.Done).id == 5
    async with somebody(house, "host", name="Ann") as host:
        status, told = await host.ask("GET", "/api/v1/reports?state=open")
        (report,) = told["reports"]
        assert (status, report["reporter_name"], report["accused_name"]) == (200, "Zoe", "Bob")
        assert (report["words"], report["connection"]) == ("keeps moving the fox", bob.line.id)
        items = (await host.ask("GET", "/api/v1/inbox?kind=report"))[1]["items"]
        assert [item["ref"] for item in items] == [report["id"]]
        path = f"/api/v1/reports/{report['id']}/handling"
        status, told = await host.ask("POST", path, json={"outcome": "acted", "answer": "thanks"})
        assert (status, told["outcome"], told["handler_name"]) == (200, "acted", "Ann")
        assert zoe.newest(wire.Notice).message == (
            "Your report was dealt with and action was taken: thanks"
        )
        assert (await host.ask("POST", path, json={"outcome": "acted"}))[1]["code"] == (
            "report_handled"
        )
        items = (await host.ask("GET", "/api/v1/inbox?kind=report&state=open"))[1]["items"]
        assert items == []


async def test_reports_are_few_and_about_somebody_who_is_here(house: House) -> None:
    zoe, bob = visitor(house), visitor(house, "Bob")
    zoe.say(wire.Report(1, zoe.talk.line.slot, "spam"))
    assert zoe.newest(wire.Error).code == "person_unknown"
    for request in range(2, 8):
        zoe.say(wire.Report(request, bob.talk.line.slot, "spam"))
    assert zoe.newest(wire.Error).code == "too_many_questions"
    await house.park.performer.finish()
    assert len(await house.park.archive.moderation.reports()) == 4


async def test_coming_in_anew_is_no_way_to_bury_the_staff_in_reports(house: House) -> None:
    bob = visitor(house, "Bob")
    for number in range(4):
        zoe = visitor(house, f"Zoe {number}")
        for request in range(4):
            zoe.say(wire.Report(request, bob.talk.line.slot, "spam"))
        await house.park.performer.finish()
    assert zoe.newest(wire.Error).code == "too_many_questions"
    assert len(await house.park.archive.moderation.reports()) == EACH_AT_ONCE


async def test_hosts_of_other_halls_read_nothing_of_it(house: House) -> None:
    zoe, bob = visitor(house), visitor(house, "Bob")
    zoe.say(wire.Report(1, bob.talk.line.slot, "abuse"))
    await house.park.performer.finish()
    async with somebody(house, "host", hall="annex") as host:
        assert (await host.ask("GET", "/api/v1/reports"))[1]["reports"] == []
    async with somebody(house, "clerk") as clerk:
        assert (await clerk.ask("GET", "/api/v1/reports"))[0] == 403
