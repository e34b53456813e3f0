"""What an application can be, what can be done to it, and what may be said of it besides."""

from __future__ import annotations

from typing import Final, Literal, get_args

State = Literal[
    "draft",
    "submitted",
    "in_review",
    "changes_requested",
    "approved",
    "awaiting_licence",
    "active",
    "suspended",
    "exiting",
    "closed",
    "rejected",
    "withdrawn",
    "expired",
]
STATES: Final[tuple[State, ...]] = get_args(State)

Verb = Literal[
    "submit",
    "claim",
    "release",
    "request_changes",
    "approve",
    "await",
    "reject",
    "withdraw",
    "activate",
    "renew",
    "take_booth",
    "suspend",
    "restore",
    "exit",
    "close",
    "expire",
]
VERBS: Final[tuple[Verb, ...]] = get_args(Verb)

Flag = Literal["expiring", "overdue", "duplicate", "region_unlisted", "name_conflict", "restricted"]
FLAGS: Final[tuple[Flag, ...]] = get_args(Flag)

ENDS: Final[frozenset[State]] = frozenset(("closed", "rejected", "withdrawn", "expired"))
"""Nothing more happens to an application in one of these."""
LIVE: Final[frozenset[State]] = frozenset(STATES) - ENDS - {"draft"}
"""A credit code may be in one application of these alone: one live residency each."""
RESIDENT: Final[frozenset[State]] = frozenset(("active", "suspended", "exiting"))
"""The company holds a seat and a booth."""
