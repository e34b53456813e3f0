"""Guides: brains, voices, limits."""

from __future__ import annotations

from typing import Final

from server.settings.readers import whole
from server.settings.row import Setting

GUIDE: Final[tuple[Setting, ...]] = (
    Setting(
        "guide_days",
        whole(1, 3650),
        90,
        "讲解对话保留天数（自最后一次提问起，到期自动删除）",
        "days for which a talk with a guide is kept after its last question; it is deleted then",
        live=True,
    ),
)
