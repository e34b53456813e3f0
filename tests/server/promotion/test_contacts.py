"""The same contact is one lead, as long as that lead goes on."""

from __future__ import annotations

from server.promotion.contacts import DAY, Known, is_overdue, kept_until, same_contact


def known(id: str, **more: object) -> Known:
    usual: dict[str, object] = {
        "id": id, "state": "new", "phone": "p", "email": "", "expires": 100.0, "created": 1.0,
    }  # fmt: skip
    return Known(**(usual | more))  # type: ignore[arg-type]


def test_the_oldest_open_lead_reached_alike_is_meant() -> None:
    leads = [known("l_2", created=2.0), known("l_1"), known("l_0", state="lost", created=0.0)]
    found = same_contact(leads, "p", "", 50.0)
    assert found is not None and found.id == "l_1"


def test_no_number_is_nobodys_number() -> None:
    assert same_contact([known("l_1", phone="", email="")], "", "", 0.0) is None
    assert same_contact([known("l_1", phone="", email="e")], "p", "e", 0.0) is not None


def test_whoever_comes_back_after_the_end_is_new() -> None:
    ended = [known("l_1", state="landed"), known("l_2", expires=40.0)]
    assert same_contact(ended, "p", "", 50.0) is None


def test_what_landed_goes_sooner() -> None:
    assert kept_until("new", 0.0, 365) == 365 * DAY
    assert kept_until("landed", 0.0, 365) == 90 * DAY
    assert kept_until("landed", 0.0, 30) == 30 * DAY


def test_only_what_goes_on_is_overdue() -> None:
    assert is_overdue("contacted", 5.0, 5.0)
    assert not is_overdue("lost", 5.0, 9.0)
    assert not is_overdue("contacted", None, 9.0)
