"""One row of the settings table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

PREFIX: Final = "LINGJING_"


class SettingsError(Exception):
    """A setting that cannot be used; the text is one line for the operator."""


class Setting(NamedTuple):
    """One row of the table: a name, how its text is read, its default, and what it is for.

    ``live``: a change made on the desk applies at once. ``secret``: never shown, and set by the
    environment or a file alone. ``desk``: whether the desk may set it.
    """

    name: str
    read: Callable[[str], Any]
    default: Any
    zh: str
    en: str
    live: bool = False
    secret: bool = False
    desk: bool = True
