from __future__ import annotations

from dataclasses import replace

from server.registration.case import Given
from server.registration.effects import Await, Event, Tell
from server.registration.performing import MAKERS, effects_of, words_of
from server.registration.transitions import TABLE
from tests.server.registration.cases import DAY, NOW, case_in


def test_every_effect_that_the_table_names_can_be_made() -> None:
    named = {name for t in TABLE.values() for name in t.effects}
    assert named == set(MAKERS)
    for name in named:
        assert MAKERS[name](case_in("active"), Given())


def test_a_step_tells_the_applicant_and_integrators() -> None:
    case = case_in("in_review")
    found = effects_of(TABLE["draft", "submit"], case, Given())
    assert Await("application", case.due) in found
    assert Event("application.submitted") in found
    assert [each.kind for each in found if isinstance(each, Tell)] == ["application_submitted"]


def test_notices_hold_days_and_codes_alone() -> None:
    words = words_of(case_in("active"), Given(reason="fees_unpaid", note="写给档案的话"))
    assert words["reason"] == "fees_unpaid" and "写给档案的话" not in words.values()
    assert set(words) == {"application", "reason", "term"}
    case = case_in("in_review")
    assert words_of(case, Given())["due"] == "2026-06-08"
    flagged = replace(case, flags=frozenset({"duplicate"}), due=NOW + 9 * DAY)
    assert words_of(flagged, Given()) == words_of(case, Given()), "the same for everybody"
