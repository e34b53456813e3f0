"""What is being done at the moment, by whom: the audit trail's side of every change.

The doors set it; the archive's writer keeps it in the same transaction as the first thing that is
written under it. Tasks begun meanwhile see it too, so that what a hall archives later is the doing
of whoever asked for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final, Literal

How = Literal["http", "live", "command", "job", "house"]
"""By which door: HTTP, the live socket, the machine's own command line, a job, the house itself."""


@dataclass(slots=True)
class Doing:
    """An act that is under way. ``target`` is ``kind/id``; ``address`` is sealed or None.

    ``before`` and ``after`` are JSON; nothing personal and no secret may be in them.
    """

    actor: str
    role: str
    action: str
    target: str = ""
    request_id: str = ""
    address: str | None = None
    how: How = "house"
    before: Any = None
    after: Any = None
    outcome: str = "done"
    written: bool = field(default=False, compare=False)
    """Whether it is in the trail."""
    deferred: bool = False
    """Whether it is told only when it is over: nobody knows before how it ends."""
    claimed: bool = field(default=False, compare=False)
    """Whether a patch of a scene stands for it."""


DOING: Final[ContextVar[Doing | None]] = ContextVar("doing", default=None)


@contextmanager
def doing(act: Doing | None) -> Iterator[Doing | None]:
    """Whatever happens inside is this act."""
    token = DOING.set(act)
    try:
        yield act
    finally:
        DOING.reset(token)


def note(
    *,
    target: str | None = None,
    actor: str | None = None,
    role: str | None = None,
    action: str | None = None,
    **sides: Any,
) -> None:
    """Say more of the act under way, if one is: ``target``, ``before``, ``after``.

    Who signs in tells who they turned out to be: ``actor``, ``role``. Where one address stands for
    several actions, ``action`` says which it was.

    What is in the trail already stays as it is.
    """
    act = DOING.get()
    if act is None or act.written:
        return
    act.target = act.target if target is None else target
    act.actor = act.actor if actor is None else actor
    act.role = act.role if role is None else role
    act.action = act.action if action is None else action
    for name in sides.keys() & {"before", "after"}:
        setattr(act, name, sides[name])
