"""What a finished job hands over, and which exhibit it is for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

Text = dict[str, str]


class Original(NamedTuple):
    """One file of an upload: what its sender called it, and where its bytes lie."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files that came, in their order, and the folder with ``manifest.json`` and all files that
    it names: levels and poster."""

    originals: tuple[Original, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class Target:
    """Which exhibit a revision is of: one that there is, or, without one, a new one.

    ``title`` names a new exhibit; an old one takes it over when the revision is first published.
    A new one belongs to ``owner``, or else to its author.
    """

    exhibit: str | None = None
    title: Text | None = None
    owner: str = ""
