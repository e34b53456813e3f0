"""The porter: as whom somebody comes in, and what they are called."""

from __future__ import annotations

import pytest

from server.access.actor import ANYBODY, OWNER, Actor, Grant
from server.halls.errors import HallError
from server.run.admission import ShownOutError, is_proven
from server.run.moderation.moderation import Verdict
from server.wire import messages as wire
from tests.server.house import House
from tests.server.net.moderation.people import Guest, visitor

JOIN = wire.Join("gallery")


def known(guest: Guest) -> Guest:
    guest.say(wire.Auth(1, name="  Zoe ", lang="en", body=wire.Body("#102030")))
    return guest


async def test_without_a_ticket_one_is_who_the_connection_says(house: House) -> None:
    guest = known(Guest(house))
    entry = house.park.order.admission.entry(guest.talk, JOIN)
    newcomer = entry.newcomer
    assert (newcomer.actor, newcomer.name, newcomer.proven) == (ANYBODY, "Zoe", False)
    assert (newcomer.body.color, newcomer.lang, entry.session) == ("#102030", "en", None)


async def test_a_ticket_of_the_machines_own_socket_needs_no_session(house: House) -> None:
    status, told = await house.own("POST", "/api/v1/halls/gallery/tickets", json={"name": "Boss"})
    assert (status, told["name"]) == (201, "Boss")
    join = wire.Join("gallery", ticket=told["ticket"])
    entry = house.park.order.admission.entry(known(Guest(house)).talk, join)
    assert (entry.newcomer.actor, entry.newcomer.name) == (OWNER, "Boss")


async def test_a_name_with_refused_words_is_nobodys(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    admission = house.park.order.admission
    monkeypatch.setattr(admission, "listed", lambda text: text == "Zoe")
    assert admission.called(ANYBODY, "Zoe") == ("", "words_refused")
    assert admission.called(OWNER, "Zoe") == ("Zoe", None)
    ann = Actor("a_1", frozenset({Grant("host")}), "Ann")
    assert admission.called(ann, "Zoe") == ("Ann", None)
    assert (is_proven(ann), is_proven(OWNER), is_proven(ANYBODY)) == (True, False, False)


async def test_the_removed_wait_and_the_blocked_are_shown_out(house: House) -> None:
    order, verdict = house.park.order, Verdict("spam", "", 60.0)
    await order.moderation.remove(visitor(house).line.id, OWNER, verdict)
    with pytest.raises(HallError, match="removed_for_now"):
        order.admission.entry(known(Guest(house)).talk, JOIN)
    far = "203.0.113.9"
    guest = visitor(house, "Far", far)
    await order.moderation.block(guest.line.id, OWNER, verdict, frozenset({"address"}))
    with pytest.raises(ShownOutError, match="blocked from this park"):
        order.admission.entry(known(Guest(house, far)).talk, JOIN)
