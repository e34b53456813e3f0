"""Presence tables as the operator's settings want them."""

from __future__ import annotations

from avatars.interest import InterestPolicy
from avatars.presence import PresenceTable
from server.halls.hall import Hall
from server.settings import Settings


def table_for(settings: Settings, hall: Hall, capacity: int) -> PresenceTable:
    """A table for one room of a hall."""
    policy = InterestPolicy(
        near_m=settings.near_m,
        far_m=settings.far_m,
        bytes_per_second=settings.pose_bytes_per_second or None,
        everyone=settings.see_everyone,
    )
    bounds = hall.editing.layers.published.hall["bounds"]
    box = (tuple(bounds["min"]), tuple(bounds["max"]))
    return PresenceTable(capacity, policy, box, float(settings.tick_hz))
