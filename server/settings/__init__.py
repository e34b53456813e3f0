"""Every setting of the server: one table (``table.py``), an area a file, and one value.

A setting comes from ``LINGJING_<NAME>`` in the environment, else from ``lingjing.toml`` in the
working folder (or the file that ``LINGJING_CONFIG`` names), else from ``settings.toml`` in the
park's data folder, which the desk writes, else from its default. A secret may also come from the
file that ``LINGJING_<NAME>_FILE`` names. They are read once, at start; an unknown or wrong one
stops the start with one clear line.
"""

from __future__ import annotations

from server.settings.load import load_settings
from server.settings.readers import SOCKET
from server.settings.row import PREFIX, Setting, SettingsError
from server.settings.table import AREAS, TABLE
from server.settings.value import HERE, Settings

__all__ = [
    "AREAS",
    "HERE",
    "PREFIX",
    "SOCKET",
    "TABLE",
    "Setting",
    "Settings",
    "SettingsError",
    "load_settings",
]
