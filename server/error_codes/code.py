"""What is known of an error code."""

from __future__ import annotations

from typing import NamedTuple


class ErrorCode(NamedTuple):
    """One code: the HTTP status it is answered with, and its words."""

    status: int
    zh: str
    en: str
