"""Reports, blocks and mutes."""

from __future__ import annotations
