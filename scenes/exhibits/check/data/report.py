"""Findings of the data: the first few of a kind in a place, and then how many more there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from scenes.findings import Finding, Severity

__all__ = ["Report", "Trouble"]

LISTED = 3
"""Elements named of one kind in one place; a million bad elements are one mistake."""


class Trouble:
    """What is wrong with the elements of an accessor, in one way: how many, and the first few."""

    def __init__(self, code: str, severity: Severity = "error") -> None:
        self.code = code
        self.severity = severity
        self._number = 0
        self._texts: list[str] = []

    def add(self, places: NDArray[np.int64], said: Callable[[int], object], start: int = 0) -> None:
        """Count elements at their places, which are told from ``start``, and what is there."""
        self._number += len(places)
        for place in places[: LISTED - len(self._texts)].tolist():
            self._texts.append(f"#{place + start}: {said(place)}")

    def findings(self, pointer: str) -> Iterable[Finding]:
        """Nothing, the elements, or some of them and how many more there are."""
        for text in self._texts:
            yield Finding(pointer, self.code, self.severity, text)
        if self._number > len(self._texts):
            yield Finding(pointer, self.code, self.severity, f"+{self._number - len(self._texts)}")


class Report:
    """The findings of one document, at most ``most`` of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: list[Finding] = []
        self._left_out: Severity | None = None

    def add(self, finding: Finding) -> None:
        """Note one finding."""
        if len(self._found) < self._most:
            self._found.append(finding)
        elif self._left_out != "error":
            self._left_out = finding.severity

    def say(self, pointer: str, code: str, about: str) -> None:
        """Note something that is wrong as a whole."""
        self.add(Finding(pointer, code, "error", about))

    def tell(self, pointer: str, *troubles: Trouble) -> None:
        """Note what is wrong with elements, in the place where they are used."""
        for trouble in troubles:
            for finding in trouble.findings(pointer):
                self.add(finding)

    def findings(self) -> list[Finding]:
        """All that was found; TOO_MANY_FINDINGS comes last when some were left out."""
        if self._left_out is None:
            return list(self._found)
        # An error that is left out still refuses, a warning still does not.
        return [*self._found, Finding("", "TOO_MANY_FINDINGS", self._left_out, str(self._most))]
