"""Who may give a role to somebody else: only what one may do oneself, where one may do it. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from server.access.actor import Actor, Grant
from server.access.policy import POLICY, Reach


def may_give(giver: Actor, given: Grant) -> bool:
    """Whether everything that a grant allows is allowed to the giver too.

    So nobody makes somebody mightier than oneself, and a role of one hall or enterprise gives
    roles of that hall or enterprise alone.
    """
    return all(
        _covers(giver, action, row[given.role], given)
        for action, row in POLICY.items()
        if given.role in row
    )


def may_handle(giver: Actor, grants: Iterable[Grant]) -> bool:
    """Whether somebody may change an account that has these grants, or give or take them."""
    return all(may_give(giver, grant) for grant in grants)


def _covers(giver: Actor, action: str, reach: Reach, given: Grant) -> bool:
    if giver.only is not None and action not in giver.only:
        return False
    row = POLICY[action]
    return any(
        mine.role in row and _reaches(mine, row[mine.role], given, reach) for mine in giver.grants
    )


def _reaches(mine: Grant, my_reach: Reach, given: Grant, reach: Reach) -> bool:
    if mine.hall and mine.hall != given.hall:
        return False
    same_enterprise = mine.enterprise == given.enterprise
    # What an enterprise owns in no hall is out of reach for a role that has all of one hall.
    if mine.hall and reach == "own" and given.enterprise:
        return my_reach == "own" and same_enterprise
    return my_reach == "all" or (reach == "own" and same_enterprise)
