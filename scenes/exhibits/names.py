"""Names out of a file, fit to be shown to people."""

from __future__ import annotations

import unicodedata

__all__ = ["visible"]

HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
"""Unicode's categories of what is not seen, or changes the direction of what is."""


def visible(name: object, most: int) -> str:
    """A name as one line of at most so many characters that are seen; empty where there is none."""
    if not isinstance(name, str):
        return ""
    spaced = (" " if c.isspace() or c == "_" else c for c in name[: most * 4])
    seen = "".join(c for c in spaced if unicodedata.category(c) not in HIDDEN)
    return " ".join(seen.split())[:most]
