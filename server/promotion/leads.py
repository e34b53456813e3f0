"""What becomes of a lead: one table of moves, who may make them, and what each asks for.

An open lead goes forward by as many steps as really happened, and back by one when a step was
taken too soon. Whatever is open can be lost, for a reason; what was lost can be taken up again. A
lead has landed when its company is in the park, which an application proves.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final, Literal, NamedTuple, get_args

from scenes.findings import Finding
from server.promotion.errors import PromotionError

LeadState = Literal["new", "contacted", "visited", "negotiating", "signed", "landed", "lost"]
LEAD_STATES: Final[tuple[LeadState, ...]] = get_args(LeadState)
Asks = Literal["", "reason", "application"]
LostReason = Literal["price", "space", "timing", "elsewhere", "unreachable", "unsuitable", "other"]
LOST_REASONS: Final[tuple[LostReason, ...]] = get_args(LostReason)

WAY: Final[tuple[LeadState, ...]] = ("new", "contacted", "visited", "negotiating", "signed")
"""Steps of an open lead, in order."""
OPEN: Final = frozenset(WAY)
ENDS: Final[frozenset[LeadState]] = frozenset(("landed", "lost"))

STATE_WORDS: Final[Mapping[LeadState, tuple[str, str]]] = {
    "new": ("新线索", "New"),
    "contacted": ("已联系", "Contacted"),
    "visited": ("已参观", "Visited"),
    "negotiating": ("洽谈中", "Negotiating"),
    "signed": ("已签约", "Signed"),
    "landed": ("已落地", "Landed"),
    "lost": ("已流失", "Lost"),
}
REASON_WORDS: Final[Mapping[LostReason, tuple[str, str]]] = {
    "price": ("价格不合适", "The price"),
    "space": ("没有合适的空间", "No suitable space"),
    "timing": ("时机不成熟", "The timing"),
    "elsewhere": ("选择了其他园区", "Went to another park"),
    "unreachable": ("联系不上", "Cannot be reached"),
    "unsuitable": ("不符合园区定位", "Does not suit the park"),
    "other": ("其他原因", "Another reason"),
}


class Move(NamedTuple):
    """One move of a lead: the action that the policy table is asked about, and what it asks for."""

    source: LeadState
    target: LeadState
    action: str
    asks: Asks = ""


class Given(NamedTuple):
    """What somebody gives with a move: why it was lost, or which application it became."""

    reason: str = ""
    application: str = ""


def _moves() -> list[Move]:
    forward = [
        Move(source, target, "lead.edit")
        for at, source in enumerate(WAY)
        for target in WAY[at + 1 :]
    ]
    back = [Move(later, earlier, "lead.edit") for earlier, later in pairwise(WAY)]
    lost = [Move(source, "lost", "lead.edit", "reason") for source in WAY]
    landed = [Move(source, "landed", "lead.edit", "application") for source in WAY[3:]]
    return [*forward, *back, *lost, *landed, Move("lost", "contacted", "lead.edit")]


TABLE: Final[Mapping[tuple[LeadState, LeadState], Move]] = {
    (move.source, move.target): move for move in _moves()
}
"""Every move there is; what is not here is refused."""


def targets(state: LeadState) -> list[Move]:
    """Where a lead can go from here, in the order of the states."""
    return [TABLE[state, to] for to in LEAD_STATES if (state, to) in TABLE]


def move(source: LeadState, target: LeadState, given: Given) -> Move:
    """The move, when it may be made; raises PromotionError ``lead_move``, ``invalid``."""
    found = TABLE.get((source, target))
    if found is None:
        raise PromotionError("lead_move", [Finding("/state", "lead_move", "error", source)])
    if found.asks == "reason" and given.reason not in LOST_REASONS:
        code = "not_a_choice" if given.reason else "missing"
        raise PromotionError("invalid", [Finding("/reason", code)])
    if found.asks == "application" and not given.application:
        raise PromotionError("invalid", [Finding("/application", "missing")])
    return found
