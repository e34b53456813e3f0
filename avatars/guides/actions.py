"""What a guide may do: the one table that brains are offered and halls hold calls against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

Where = Literal["hall", "asker"]
"""``hall``: everybody near sees it. ``asker``: it opens before the one who asked alone."""


class Argument(NamedTuple):
    """One argument of an action. ``values`` are the only ones there are, when given."""

    name: str
    type: Literal["string", "number", "boolean", "object"]
    about: str
    required: bool = True
    values: tuple[str, ...] = ()


class ActionRule(NamedTuple):
    """One action: where it shows, whether barge-in takes it back, what it is for."""

    name: str
    where: Where
    undone: bool
    about: str
    arguments: tuple[Argument, ...]


PAGES: Final = ("units", "companies", "register", "visit", "contact", "privacy")
_NODE = Argument("node", "string", "a node of the hall, by its id")
ACTIONS: Final[tuple[ActionRule, ...]] = (
    ActionRule("go_to", "hall", True, "walk to a thing", (_NODE,)),
    ActionRule("lead_to", "hall", True, "lead the visitor to a thing, waiting for them", (_NODE,)),
    ActionRule("point_at", "hall", True, "point at a thing", (_NODE,)),
    ActionRule("look_at", "hall", True, "look at a thing", (_NODE,)),
    ActionRule("show_exhibit", "hall", True, "turn to an exhibit, point, open its card", (_NODE,)),
    ActionRule(
        "explode_exhibit", "hall", True, "take an exhibit apart, or put it together",
        (_NODE, Argument("amount", "number", "0 is together, 1 is apart", required=False)),
    ),
    ActionRule(
        "set_variant", "hall", True, "show a variant of an exhibit",
        (_NODE, Argument("variant", "string", "its name")),
    ),
    ActionRule(
        "play_animation", "hall", True, "play an animation of an exhibit",
        (_NODE, Argument("animation", "string", "its name")),
    ),
    ActionRule(
        "open_page", "asker", False, "open a page of the park",
        (Argument("page", "string", "which", values=PAGES),),
    ),
    ActionRule(
        "prefill_registration", "asker", False, "begin a registration form with what was said",
        (Argument("values", "object", "name, industry, brief, wants_booth", required=False),),
    ),
    ActionRule(
        "offer_lead_form", "asker", False, "offer the form by which one leaves a contact",
        (Argument("wants", "string", "what it is about", required=False),),
    ),
    ActionRule(
        "book_visit", "asker", False, "offer the form by which one books a visit",
        (Argument("day", "string", "YYYY-MM-DD", required=False),),
    ),
    ActionRule(
        "call_staff", "asker", False, "ask a human to come into the talk",
        (Argument("why", "string", "what it is about", required=False),),
    ),
)  # fmt: skip
RULES: Final[Mapping[str, ActionRule]] = {rule.name: rule for rule in ACTIONS}
