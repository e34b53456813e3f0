"""What the park says of itself: its profile, legal documents, staff inbox."""

from __future__ import annotations
