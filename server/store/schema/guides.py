"""Tables of guides: knowledge, personas, dialogues."""

from __future__ import annotations
