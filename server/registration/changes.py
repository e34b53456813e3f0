"""How an application differs after a verb: clerk, dates, flags, what was asked. Nothing else does.

Every change is a pure function of the case, who acts, when, and what was given; the state itself
is set by the table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from server.registration.case import Case
from server.registration.deadlines import (
    FLAGS_FOR_MANAGER,
    hold_end,
    next_term_end,
    notice_end,
    review_due,
    term_end,
)
from server.registration.guards import Asking
from server.registration.states import ENDS, State, Verb

TIMED: Final = frozenset({"overdue", "expiring"})
"""Flags that a deadline sets, and the next step takes away."""


def changed(asked: Asking, verb: Verb, target: State) -> Case:
    """The case after a verb, with its new state, version and times."""
    case = CHANGES.get(verb, _none)(asked)
    ended = asked.now if target in ENDS else None
    flags = case.flags - TIMED if verb not in KEEPS_TIME else case.flags
    since = case.since if target == case.state else asked.now
    version = asked.case.version + 1
    return replace(
        case, state=target, version=version, since=since, ended=ended, flags=frozenset(flags)
    )


def _none(asked: Asking) -> Case:
    return asked.case


def _submit(asked: Asking) -> Case:
    case, given = asked.case, asked.given
    flags = given.flags & FLAGS_FOR_MANAGER
    return replace(
        case,
        submitter=asked.actor.id,
        hands=case.hands | {asked.actor.id, case.submitter} - {""},
        submitted=asked.now,
        due=review_due(asked.now, flags),
        flags=flags,
        reopened=given.changed | frozenset(case.asked),
        clerk="" if case.state == "draft" else case.clerk,
    )


def _claim(asked: Asking) -> Case:
    return replace(asked.case, clerk=asked.actor.id)


def _release(asked: Asking) -> Case:
    return replace(asked.case, clerk="")


def _request_changes(asked: Asking) -> Case:
    pointers = tuple(dict.fromkeys(item.pointer for item in asked.given.items))
    return replace(asked.case, asked=pointers, rounds=asked.case.rounds + 1, due=None)


def _approve(asked: Asking) -> Case:
    custodian = asked.given.custodian or asked.case.custodian
    return replace(asked.case, custodian=custodian, clerk=asked.actor.id, due=None)


def _await(asked: Asking) -> Case:
    return replace(asked.case, hold_until=hold_end(asked.now))


def _activate(asked: Asking) -> Case:
    return replace(
        asked.case,
        agreement=asked.given.agreement,
        active_from=asked.now,
        term_until=term_end(asked.now),
        hold_until=None,
    )


def _renew(asked: Asking) -> Case:
    """What was told of the old end counts no more: the new one has reminders of its own."""
    case, end = asked.case, asked.case.term_until
    if end is None:
        return case
    told = frozenset(name for name in case.told if not name.endswith(f":{end:.0f}"))
    return replace(case, agreement=asked.given.agreement, term_until=next_term_end(end), told=told)


def _exit(asked: Asking) -> Case:
    return replace(asked.case, exit_at=notice_end(asked.now))


def _expire(asked: Asking) -> Case:
    resident = asked.case.state in ("active", "suspended")
    return replace(_exit(asked), hidden=True) if resident else _end(asked)


def _suspend(asked: Asking) -> Case:
    return replace(asked.case, hidden=True)


def _restore(asked: Asking) -> Case:
    return replace(asked.case, hidden=False)


def _close(asked: Asking) -> Case:
    return replace(asked.case, hidden=True, clerk=asked.actor.id)


def _end(asked: Asking) -> Case:
    return replace(asked.case, due=None, hold_until=None)


CHANGES: Final[Mapping[Verb, Callable[[Asking], Case]]] = {
    "submit": _submit,
    "claim": _claim,
    "release": _release,
    "request_changes": _request_changes,
    "approve": _approve,
    "await": _await,
    "activate": _activate,
    "renew": _renew,
    "exit": _exit,
    "expire": _expire,
    "suspend": _suspend,
    "restore": _restore,
    "close": _close,
    "reject": _end,
    "withdraw": _end,
}
KEEPS_TIME: Final[frozenset[Verb]] = frozenset(
    ("claim", "release", "suspend", "restore", "take_booth")
)
"""Verbs that change nothing about what is late or near its end."""
