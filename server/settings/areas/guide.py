"""Guides: brains, voices, limits."""

from __future__ import annotations

from typing import Final

from server.settings.row import Setting

GUIDE: Final[tuple[Setting, ...]] = ()
