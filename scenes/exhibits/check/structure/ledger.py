"""Findings as they are made: bounded, so that a file of a million faults costs no more than one.

Errors are worth more than warnings: when there is no room for all, warnings are left out first.
"""

from __future__ import annotations

from collections.abc import Iterable

from scenes.exhibits.check.structure.severities import WARNINGS
from scenes.findings import Finding, Severity

__all__ = ["EnoughError", "Ledger", "Step"]

Step = str | int
LONGEST = 200
"""Letters of a file's own words that a finding repeats."""


class EnoughError(Exception):
    """Nothing more need be looked for: the list of errors is full, or a budget is passed."""


class Ledger:
    """The findings of one document, at most ``most`` of them."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.left_out = False
        self._errors: list[tuple[int, Finding]] = []
        self._warnings: list[tuple[int, Finding]] = []

    @property
    def has_errors(self) -> bool:
        """Whether the document is refused."""
        return bool(self._errors)

    @property
    def is_full_of_warnings(self) -> bool:
        """Whether a further warning would not be kept."""
        return len(self._warnings) >= self.most

    def add(self, path: Iterable[Step], code: str, about: str = "") -> None:
        """Note one finding; raises EnoughError when there is no room for another error."""
        is_warning = code in WARNINGS
        kept = self._warnings if is_warning else self._errors
        if len(kept) < self.most:
            severity: Severity = "warning" if is_warning else "error"
            finding = Finding(pointer(path), code, severity, clipped(about))
            kept.append((len(self._errors) + len(self._warnings), finding))
            return
        self.left_out = True
        if not is_warning:
            raise EnoughError

    def findings(self) -> list[Finding]:
        """All that was found, in order; TOO_MANY_FINDINGS comes last when some were left out."""
        kept = self._errors + self._warnings[: self.most - len(self._errors)]
        listed = [finding for _, finding in sorted(kept)]
        if self.left_out or len(kept) < len(self._errors) + len(self._warnings):
            severity: Severity = "error" if self.has_errors else "warning"
            listed.append(Finding("", "TOO_MANY_FINDINGS", severity, str(self.most)))
        return listed


def pointer(path: Iterable[Step]) -> str:
    """The JSON pointer (RFC 6901) of a path."""
    return "".join(f"/{escaped(step)}" for step in path)


def escaped(step: Step) -> str:
    """One reference token of a JSON pointer."""
    return clipped(str(step)).replace("~", "~0").replace("/", "~1")


def clipped(words: str) -> str:
    """A file's own words, no longer than is good for a list of findings."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
