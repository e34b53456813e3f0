"""Tables of counted visits, as discreet as the pages."""

from __future__ import annotations

from typing import Final

from server.net.statistics.tables.cells import Column
from server.net.statistics.tables.table import Table

VISITS: Final = Table(
    *("visits", "参观统计", "Visits", "/statistics/visits", "sums"),
    (
        Column("at", "时间", "At", "moment"),
        Column("hall", "展厅", "Hall"),
        Column("visits", "参观次数", "Visits", "number"),
        Column("seconds", "停留（秒）", "Stayed (s)", "number"),
    ),
)
DWELL: Final = Table(
    *("dwell", "展品停留", "Dwell by exhibit", "/statistics/dwell", "sums"),
    (
        Column("title", "展品", "Exhibit"),
        Column("exhibit", "编号", "Id"),
        Column("hall", "展厅", "Hall"),
        Column("visits", "观看次数", "Visits", "number"),
        Column("seconds", "停留（秒）", "Looked at (s)", "number"),
        Column("mean", "平均（秒）", "Mean (s)", "number"),
    ),
)
HEAT: Final = Table(
    *("heat", "展厅热力", "Heat map", "/statistics/heat/{hall}", "squares"),
    (
        Column("x", "x（米）", "x (m)", "number"),
        Column("z", "z（米）", "z (m)", "number"),
        Column("seconds", "停留（秒）", "Stayed (s)", "number"),
    ),
)
COUNTED: Final = (VISITS, DWELL, HEAT)
