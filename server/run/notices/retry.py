"""When a notice is tried again: exponential backoff with jitter, bounded."""

from __future__ import annotations

from typing import Final

FIRST_SECONDS: Final = 5.0
LONGEST_SECONDS: Final = 6 * 3600.0


def delay(tries: int, chance: float) -> float:
    """Seconds to wait after so many failed tries; ``chance`` within 0..1 spreads them apart.

    Half of the time is fixed and half is chance, so that what failed together comes back apart.
    """
    most: float = min(LONGEST_SECONDS, FIRST_SECONDS * 2.0 ** min(max(tries - 1, 0), 32))
    return most * (0.5 + chance / 2)
