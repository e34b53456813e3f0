"""Whom a guide is with: whoever it answers, and a moment longer."""

from __future__ import annotations

from server.halls.guides.attention import LINGER, Attention, Attentions
from tests.server.halls.guides.troupe import Troupe


def test_a_guide_stays_a_moment_with_whom_it_has_answered() -> None:
    troupe = Troupe()
    visitor, other = troupe.enter(), troupe.enter()
    body, attentions = troupe.body(), Attentions()
    attentions.let_go(body, 0.0)
    assert attentions.of(body, 0.0) is None
    attentions.turn_to(body, Attention(visitor, "d", float("inf")))
    attentions.let_go(body, 10.0)
    kept = attentions.of(body, 10.0 + LINGER)
    assert kept is not None and kept.visitor is visitor
    assert attentions.of(body, 10.1 + LINGER) is None
    attentions.turn_to(body, Attention(visitor, "d", 99.0))
    attentions.forget(other)
    assert attentions.of(body, 1.0) is not None
    attentions.forget(visitor)
    assert attentions.of(body, 1.0) is None
