"""What all the checks of one document share: where they stand, what they found, what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from scenes.exhibits.check.structure.demands import Demands
from scenes.exhibits.check.structure.formats import Formats
from scenes.exhibits.check.structure.ledger import EnoughError, Ledger, Step
from scenes.exhibits.check.structure.model import Model
from scenes.exhibits.document import Document
from scenes.exhibits.policy import Policy

__all__ = ["Context", "Reference", "Turn", "found"]

T = TypeVar("T")

MOST_OBJECTS = 400_000
"""More than any exhibit within the budgets has, and few enough to be read in two seconds."""
ENTRIES = 8
"""Entries of a list of numbers or indices that cost as much as an object."""


class Reference(NamedTuple):
    """Where an index of an extension stands, and which of the document's arrays it leads into."""

    path: tuple[Step, ...]
    collection: str
    entry: int


class Linkable(Protocol):
    """What is looked at again when all is read."""

    def link(self, ctx: Context) -> None:
        """Follow its references."""

    def settle(self, ctx: Context) -> None:
        """Check what depends on images."""


class Turn(NamedTuple):
    """An extension object to be linked, and where it stands."""

    part: Linkable
    path: tuple[Step, ...]


class Context:
    """The state of one check. ``path`` leads to the object that is being looked at."""

    def __init__(self, document: Document, policy: Policy) -> None:
        self.document = document
        self.policy = policy
        self.ledger = Ledger(policy.max_findings)
        self.path: list[Step] = []
        self.formats = Formats()
        self.image_types = ["image/jpeg", "image/png"]
        self.channel_paths = ["translation", "rotation", "scale", "weights"]
        self.used: frozenset[str] = frozenset()
        self.loaded: Mapping[str, Any] = {}
        """Extensions that are used and known, by name."""
        self.later: dict[str, list[Turn]] = {}
        """Extension objects to link, by the collection after which their turn comes."""
        self.textures: list[Turn] = []
        """Extension objects of textures, whose images' types are checked last."""
        self.references: list[Reference] = []
        """References of extensions, looked up when all is read."""
        self.demands: Demands | None = None
        """Those of the material that is being read, to which its textures add."""
        self.matrices: dict[int, list[float]] = {}
        """Matrices of nodes that are not the identity."""
        self.model: Model
        self._spent = 0

    def say(self, code: str, *steps: Step, about: str = "") -> None:
        """Note a finding at, or below, the object that is being looked at."""
        self.ledger.add((*self.path, *steps), code, about)

    def say_unexpected(self, name: str) -> None:
        """Warn of a property that no table knows; there may be very many, so in few steps."""
        if self.ledger.is_full_of_warnings:
            self.ledger.left_out = True
        else:
            self.say("UNEXPECTED_PROPERTY", name)

    def expect(self, objects: int) -> None:
        """Give up, with a finding, where so many more objects are too many."""
        if self._spent + objects * ENTRIES > MOST_OBJECTS * ENTRIES:
            self.ledger.add((), "TOO_MANY_OBJECTS", str(MOST_OBJECTS))
            raise EnoughError

    def spend(self, objects: int = 1) -> None:
        """Count objects that are looked at; raises EnoughError when there are too many."""
        self.spend_on_entries(objects * ENTRIES)

    def spend_on_entries(self, entries: int) -> None:
        """Count entries of lists that are looked at."""
        self._spent += entries
        if self._spent > MOST_OBJECTS * ENTRIES:
            self.expect(0)


def found(collection: Sequence[T | None], index: int) -> T | None:
    """What an index leads to; None where it leads to nothing."""
    return collection[index] if 0 <= index < len(collection) else None
