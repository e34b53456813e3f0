"""Who somebody in a history was, as they are called now."""

from __future__ import annotations

from server.run.park import Park


def name_of(park: Park, author: str) -> str:
    """The name of an account; empty for whoever has none, or is gone."""
    return park.accounts.name_of(author)
