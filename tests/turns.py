"""How tests are dealt to the processes that run them at once (pytest-xdist).

A file stays together, as its tests share what is dear to make. Journeys through a browser take
turns anyway (two browsers that draw by software starve each other), so all of them are one
process's work, which begins early; the others do the rest meanwhile, and nobody waits at the end.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]

ROOT = Path(__file__).parent.parent
BROWSING = ("tests.flows.browser", "tests.flows.desk")
"""Who imports one of these drives a browser."""


class Turns(LoadFileScheduling):  # type: ignore[misc]  # xdist ships no types
    """A file at a time, and all journeys as if they were one file."""

    def _split_scope(self, nodeid: str) -> str:
        return share_of(super()._split_scope(nodeid))


@cache
def share_of(file: str) -> str:
    """What a test file is dealt together with: itself, or all journeys."""
    text = (ROOT / file).read_text(encoding="utf-8") if (ROOT / file).is_file() else ""
    return "journeys" if any(f"from {name} import" in text for name in BROWSING) else file
