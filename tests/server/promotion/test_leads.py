"""Every move of a lead that there is, and the refusal of every other."""

from __future__ import annotations

import pytest

from server.access.policy import POLICY
from server.promotion.errors import PromotionError
from server.promotion.leads import (
    ENDS,
    LEAD_STATES,
    LOST_REASONS,
    REASON_WORDS,
    STATE_WORDS,
    TABLE,
    WAY,
    Given,
    LeadState,
    move,
    targets,
)

ENOUGH = Given(reason="price", application="e_0123456789abcdef")


@pytest.mark.parametrize("target", LEAD_STATES)
@pytest.mark.parametrize("source", LEAD_STATES)
def test_a_lead_goes_where_the_table_says_and_nowhere_else(
    source: LeadState, target: LeadState
) -> None:
    if (source, target) in TABLE:
        assert move(source, target, ENOUGH).target == target
        return
    with pytest.raises(PromotionError) as error:
        move(source, target, ENOUGH)
    assert error.value.code == "lead_move"


def test_the_way_leads_forward_and_one_step_back() -> None:
    for at, state in enumerate(WAY):
        open_ones = {each.target for each in targets(state)} - ENDS
        assert open_ones == {*WAY[at + 1 :], *WAY[max(0, at - 1) : at]}
    assert targets("landed") == []
    assert [each.target for each in targets("lost")] == ["contacted"]


@pytest.mark.parametrize(
    ("given", "code"),
    [(Given(), "missing"), (Given(reason="mood"), "not_a_choice")],
)
def test_a_loss_has_a_reason(given: Given, code: str) -> None:
    with pytest.raises(PromotionError) as error:
        move("new", "lost", given)
    assert [(each.pointer, each.code) for each in error.value.findings] == [("/reason", code)]


def test_landing_names_an_application() -> None:
    with pytest.raises(PromotionError) as error:
        move("signed", "landed", Given())
    assert error.value.findings[0].pointer == "/application"


def test_every_state_and_reason_has_words_and_every_action_a_row() -> None:
    assert STATE_WORDS.keys() == set(LEAD_STATES)
    assert REASON_WORDS.keys() == set(LOST_REASONS)
    assert {each.action for each in TABLE.values()} <= POLICY.keys()
