"""What the registry desk refuses, in codes; ``server/error_codes`` has the words."""

from __future__ import annotations

from collections.abc import Iterable

from scenes.findings import Finding, Severity

__all__ = ["Finding", "RegistrationError", "Severity"]


class RegistrationError(Exception):
    """Something the desk does not do; nothing was changed. ``findings`` list every cause."""

    def __init__(self, code: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.findings = tuple(findings)
