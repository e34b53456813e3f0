"""Recovery codes: ten of them, each good once, for when the second factor is lost."""

from __future__ import annotations

import secrets
from typing import Final

from server.run.secrets import fingerprint

HOW_MANY: Final = 10
LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that looks like another."""
GROUPS, GROUP = 3, 5


def new_codes() -> tuple[str, ...]:
    """Ten codes such as ``k7wfm-3xq9d-hp2ta``: 74 bits each, so that a plain hash keeps them."""
    return tuple(_new_code() for _ in range(HOW_MANY))


def _new_code() -> str:
    groups = ("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
    return "-".join(groups)


def hash_of(code: str) -> str:
    """What is kept of a code, however it was typed."""
    return fingerprint("".join(c for c in code.lower() if c in LETTERS))
