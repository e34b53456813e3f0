"""Whether visits are counted, and what is told of them."""

from __future__ import annotations

from typing import Final

from server.settings.readers import flag, whole
from server.settings.row import Setting

STATISTICS: Final[tuple[Setting, ...]] = (
    Setting(
        "statistics",
        flag,
        True,
        "统计同意参与的访客的参观情况（只记总数）",
        "count the visits of those who agree to it (sums alone are kept)",
    ),
    Setting(
        "statistics_least",
        whole(1, 100),
        5,
        "少于这么多次参观的数字不显示，其余按此取整",
        "sums of fewer visits than this are not told, others in multiples of it",
        live=True,
    ),
    Setting(
        "statistics_days",
        whole(1, 3650),
        400,
        "参观统计保留天数",
        "days for which the sums of visits are kept",
        live=True,
    ),
)
