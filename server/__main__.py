"""``python -m server`` is ``lingjing``."""

from __future__ import annotations

import sys

from server.commands import main

sys.exit(main())
