"""How much the quarantine may hold."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Quota"]


@dataclass(frozen=True, slots=True)
class Quota:
    """Limits of the quarantine: bytes, uploads of one person, hours."""

    file_bytes: int
    all_bytes: int
    each: int
    hours: float
