"""How many leads came how far, from where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from server.promotion.leads import WAY, LeadState
from server.promotion.sources import SourceKind

STEPS: tuple[LeadState, ...] = (*WAY, "landed")


class Told(NamedTuple):
    """A lead as counting sees it: how it stands, the furthest it came, and where it came from."""

    state: LeadState
    furthest: LeadState
    source: SourceKind
    reason: str


class Funnel(NamedTuple):
    """``reached``: leads that came at least as far; ``now``: how they stand; the rest by name."""

    total: int
    reached: Mapping[str, int]
    now: Mapping[str, int]
    sources: Mapping[str, int]
    landed: Mapping[str, int]
    lost: Mapping[str, int]


def funnel(leads: Iterable[Told]) -> Funnel:
    """The counts."""
    all_leads = list(leads)
    furthest = Counter(STEPS.index(lead.furthest) for lead in all_leads)
    reached: dict[str, int] = {
        step: sum(count for at, count in furthest.items() if at >= number)
        for number, step in enumerate(STEPS)
    }
    return Funnel(
        total=len(all_leads),
        reached=reached,
        now=Counter(lead.state for lead in all_leads),
        sources=Counter(lead.source for lead in all_leads),
        landed=Counter(lead.source for lead in all_leads if lead.state == "landed"),
        lost=Counter(lead.reason for lead in all_leads if lead.state == "lost"),
    )


def further(first: LeadState, second: LeadState) -> LeadState:
    """The further of two states; losing a lead is no step on its way."""
    if second == "lost":
        return first
    return max(first, second, key=STEPS.index)
