"""What guides can refuse, each with a stable code."""

from __future__ import annotations

from collections.abc import Iterable

from scenes.findings import Finding


class GuideError(Exception):
    """A refusal: its code, findings in what was sent, and the seconds after which to try again."""

    def __init__(
        self, code: str, findings: Iterable[Finding] = (), *, wait: float | None = None
    ) -> None:
        super().__init__(code)
        self.code = code
        self.findings = tuple(findings)
        self.wait = wait
