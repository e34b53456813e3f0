"""The project's own modules, read once for all the rules."""

from __future__ import annotations

from tools import code

ALL = code.modules((*code.ROOMS, "tools"))
KNOWN = {name: module for name, module in ALL.items() if not name.startswith("tools")}
"""The modules of a park; ``ALL`` has the tools too."""
