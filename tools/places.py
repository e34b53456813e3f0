"""Where things lie in a checkout."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
BUILD = ROOT / "build"
LOG = BUILD / "setup.log"
CLIENTS = ROOT / "clients"
CLIENT_PAGES = CLIENTS / "web" / "dist"
DESK_PAGES = CLIENTS / "desk" / "dist"
CHROMIUM_PACKAGE = ROOT / "tools" / "chromium_npm"
CHROMIUM_UNPACKED = BUILD / "chromium"
