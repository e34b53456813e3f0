"""Which paths of a scene meet: the same one, one above the other, or a node and its parent."""

from __future__ import annotations

from collections.abc import Iterable


def overlapping(paths: Iterable[str], others: Iterable[str]) -> list[str]:
    """Those of ``paths`` whose value a change at one of ``others`` touches, each once."""
    wanted = set(paths)
    above = {path: _above(path) for path in wanted}
    theirs = set(others)
    theirs_above = {step for path in theirs for step in _above(path)}
    return sorted(
        path for path in wanted if path in theirs_above or not theirs.isdisjoint(above[path])
    )


def _above(path: str) -> list[str]:
    """The path itself and all that it lies in, but for the roots."""
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(3, len(parts) + 1)]
