"""Findings as the gate collects them: no more than a limit, however much is wrong."""

from __future__ import annotations

from scenes.findings import Finding, Severity

__all__ = ["Report", "clip"]

LONGEST = 120
"""Characters of a file's own words that a finding repeats."""


class Report:
    """Collects findings, errors before warnings; beyond a limit, one TOO_MANY_FINDINGS."""

    def __init__(self, limit: int) -> None:
        self.failed = False
        self._limit = limit
        self._errors: list[Finding] = []
        self._warnings: list[Finding] = []
        self._more = False

    @property
    def findings(self) -> list[Finding]:
        """All that fit; warnings leave room for whatever errors there are."""
        found = [*self._errors, *self._warnings]
        if not self._more and len(found) <= self._limit:
            return found
        severity: Severity = "error" if self.failed else "warning"
        return [*found[: self._limit], Finding("", "TOO_MANY_FINDINGS", severity)]

    def error(self, code: str, pointer: str = "", about: str = "") -> None:
        """Something for which the file is refused."""
        self.failed = True
        self._add(self._errors, Finding(clip(pointer), code, "error", clip(about)))

    def warning(self, code: str, pointer: str = "", about: str = "") -> None:
        """Something worth knowing that refuses nothing."""
        self._add(self._warnings, Finding(clip(pointer), code, "warning", clip(about)))

    def _add(self, listed: list[Finding], finding: Finding) -> None:
        if len(listed) < self._limit:
            listed.append(finding)
        else:
            self._more = True


def clip(text: str) -> str:
    """A file's own words, made short and printable enough to repeat."""
    short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return "".join(char if char.isprintable() else "\ufffd" for char in short)
