"""What somebody asks to be done with uploads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, Self

from server.access.actor import Actor, Thing

__all__ = ["Kind", "Wish", "may_show"]

Kind = Literal["exhibit", "media"]


@dataclass(frozen=True, slots=True)
class Wish:
    """Make an exhibit of some files, or an image, a film or a document of one.

    ``exhibit`` names the one that gets a new revision; without it a new one is made, called by
    ``title`` or else by its file. ``hall`` says where to put it when it is done, ``at`` on which
    plinth; ``publish`` whether visitors shall see it: of itself when it is put somewhere.
    """

    author: str
    title: dict[str, str] | None = None
    exhibit: str | None = None
    hall: str | None = None
    at: str | None = None
    publish: bool | None = None
    note: str = ""
    kind: Kind = "exhibit"

    @property
    def is_published(self) -> bool:
        """Whether visitors are to see it at once."""
        return self.hall is not None if self.publish is None else self.publish or bool(self.hall)

    def kept(self) -> dict[str, Any]:
        """As JSON for the archive."""
        return asdict(self)

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """From the archive's JSON."""
        return cls(**kept)


def may_show(actor: Actor, wish: Wish, thing: Thing) -> bool:
    """Whether somebody may have the exhibit shown as they wish: published, put in a hall."""
    wanted = [wish.is_published and "exhibit.publish", wish.hall is not None and "exhibit.place"]
    return all(actor.may(action, thing) for action in wanted if action)
