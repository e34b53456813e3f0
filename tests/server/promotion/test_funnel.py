"""A lead that came far came through every step before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.promotion.funnel import STEPS, Told, funnel, further
from server.promotion.leads import LEAD_STATES

LEADS = st.builds(
    Told, st.sampled_from(LEAD_STATES), st.sampled_from(STEPS), st.just("page"), st.just("price")
)


@given(st.lists(LEADS, max_size=40))
def test_steps_only_grow_narrower(leads: list[Told]) -> None:
    told = funnel(leads)
    counts = [told.reached[step] for step in STEPS]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == told.total == sum(told.now.values()) == len(leads)
    assert sum(told.lost.values()) == told.now.get("lost", 0)


def test_losing_is_no_step_on_the_way() -> None:
    assert further("visited", "lost") == "visited"
    assert further("visited", "contacted") == "visited"
    assert further("new", "signed") == "signed"
