"""Findings as the gate collects them: no more than a limit, however much is wrong."""

from __future__ import annotations

from scenes.findings import Finding, Severity

__all__ = ["Report", "clip"]

LONGEST = 120
"""Characters of a file's own words that a finding repeats."""


class Report:
    """Collects findings up to a limit, then one TOO_MANY_FINDINGS; remembers every error."""

    def __init__(self, limit: int) -> None:
        self.findings: list[Finding] = []
        self.failed = False
        self._limit = limit

    def error(self, code: str, pointer: str = "", about: str = "") -> None:
        """Something for which the file is refused."""
        self.failed = True
        self._add(Finding(clip(pointer), code, "error", clip(about)))

    def warning(self, code: str, pointer: str = "", about: str = "") -> None:
        """Something worth knowing that refuses nothing."""
        self._add(Finding(clip(pointer), code, "warning", clip(about)))

    def _add(self, finding: Finding) -> None:
        if len(self.findings) < self._limit:
            self.findings.append(finding)
        elif len(self.findings) == self._limit:
            severity: Severity = "error" if self.failed else "warning"
            self.findings.append(Finding("", "TOO_MANY_FINDINGS", severity))
        elif self.failed:
            self.findings[-1] = Finding("", "TOO_MANY_FINDINGS", "error")


def clip(text: str) -> str:
    """A file's own words, made short and printable enough to repeat."""
    short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return "".join(char if char.isprintable() else "\ufffd" for char in short)
