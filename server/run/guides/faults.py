"""What went wrong, as a log can take it: the names and lines of a traceback, and no values.

A traceback that is drawn with all values takes seconds where a whole hall is among them, and may
show what a visitor said.
"""

from __future__ import annotations

import traceback
from typing import Final

MOST: Final = 12
"""Calls of a traceback that are told, the innermost."""


def trace(error: BaseException) -> str:
    """An error's kind and where it happened."""
    calls = traceback.extract_tb(error.__traceback__)[-MOST:]
    where = " < ".join(f"{call.filename.rpartition('/')[2]}:{call.lineno}" for call in calls[::-1])
    return f"{type(error).__name__} at {where}"
