"""Join tickets: good once, for one hall, for a minute, and bounded in number."""

from __future__ import annotations

import pytest

from server.access.actor import OWNER
from server.halls.errors import HallError
from server.run import tickets as module
from server.run.tickets import MOST_EACH, SECONDS, Tickets


def issue(tickets: Tickets, address: str = "192.0.2.1", now: float = 0.0) -> str:
    return tickets.issue(OWNER, None, "gallery", "Li", address, now)[0]


def test_a_ticket_says_whose_it_is_once() -> None:
    tickets = Tickets()
    secret = issue(tickets)
    ticket = tickets.take(secret, "gallery", SECONDS - 1)
    assert (ticket.actor, ticket.name, ticket.expires) == (OWNER, "Li", SECONDS)
    for used in (secret, "made up", ""):
        with pytest.raises(HallError, match="ticket_refused"):
            tickets.take(used, "gallery", 1.0)


def test_a_ticket_shown_in_another_hall_is_void() -> None:
    tickets = Tickets()
    secret = issue(tickets)
    for hall in ("annex", "gallery"):
        with pytest.raises(HallError, match="ticket_refused"):
            tickets.take(secret, hall, 1.0)


def test_a_ticket_lasts_a_minute_and_is_forgotten_after_it() -> None:
    tickets = Tickets()
    secret = issue(tickets)
    issue(tickets, now=SECONDS + 1)
    assert len(tickets) == 1
    with pytest.raises(HallError, match="ticket_refused"):
        tickets.take(secret, "gallery", SECONDS)


def test_a_household_and_all_together_have_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    tickets = Tickets()
    for number in range(MOST_EACH):
        issue(tickets, f"2001:db8::{number:x}")
    with pytest.raises(HallError, match="too_many_tickets"):
        issue(tickets, "2001:db8::ffff")
    used = issue(tickets)
    tickets.take(used, "gallery", 0.0)
    monkeypatch.setattr(module, "MOST", MOST_EACH)
    with pytest.raises(HallError, match="too_many_tickets"):
        issue(tickets)
    assert issue(tickets, now=SECONDS)
