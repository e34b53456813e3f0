"""Findings of the data: the first few of a kind in a place, and then how many more there are."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from scenes.findings import Finding, Severity

__all__ = ["Report"]

LISTED = 3
"""Elements named of one kind in one place; a million bad elements are one mistake."""


class Report:
    """The findings of one document, at most ``most`` of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: list[Finding] = []
        self._left_out = 0

    def add(self, finding: Finding) -> None:
        """Note one finding."""
        if len(self._found) < self._most:
            self._found.append(finding)
        else:
            self._left_out += 1

    def say(self, pointer: str, code: str, about: str, severity: Severity = "error") -> None:
        """Note something that is so as a whole."""
        self.add(Finding(pointer, code, severity, about))

    def elements(
        self,
        pointer: str,
        code: str,
        places: NDArray[np.int64],
        tell: Callable[[int], str] = "#{}".format,
        *,
        severity: Severity = "error",
        more: int = 0,
    ) -> None:
        """Note bad elements at their indices; ``more`` are bad besides those that are given."""
        for place in places[:LISTED]:
            self.add(Finding(pointer, code, severity, tell(int(place))))
        left = len(places) - LISTED + more
        if left > 0:
            self.add(Finding(pointer, code, severity, f"+{left}"))

    def findings(self) -> list[Finding]:
        """All that was found; TOO_MANY_FINDINGS comes last when some were left out."""
        if not self._left_out:
            return list(self._found)
        # An error that is only counted still refuses.
        return [*self._found, Finding("", "TOO_MANY_FINDINGS", "error", str(self._most))]
