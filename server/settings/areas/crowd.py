"""How many may come, how often they are told of each other, how far they see."""

from __future__ import annotations

from typing import Final

from server.settings.readers import flag, real, whole
from server.settings.row import Setting

CROWD: Final[tuple[Setting, ...]] = (
    Setting("tick_hz", whole(1, 120), 20, "每秒节拍数", "ticks in a second"),
    Setting(
        "capacity",
        whole(1, 20_000),
        300,
        "新展厅每个分场的人数上限",
        "people in one room of a new hall; more open another room",
        live=True,
    ),
    Setting(
        "max_connections", whole(1, 60_000), 5000, "实时连接总数上限", "live connections in all"
    ),
    Setting(
        "max_per_address",
        whole(1, 60_000),
        200,
        "每个网络地址的连接上限",
        "connections from one network address",
    ),
    Setting(
        "near_m", real(1, 10_000), 30.0, "完整姿态的距离（米）", "metres within which all is sent"
    ),
    Setting(
        "far_m",
        real(1, 10_000),
        80.0,
        "仅发送头部姿态的距离（米）",
        "metres within which heads are sent, at a lower rate",
    ),
    Setting(
        "pose_bytes_per_second",
        whole(0, 10**9),
        64_000,
        "每位访客每秒的姿态字节预算，0 为不限",
        "bytes of poses in a second for each visitor; 0: no limit",
    ),
    Setting(
        "see_everyone",
        flag,
        False,
        "所有人互见，不按距离筛选",
        "everyone sees everyone, at any distance",
    ),
    Setting(
        "keep_place_seconds",
        real(0, 3600),
        45.0,
        "断线后保留位置的秒数",
        "seconds for which the place of a cut connection is kept",
    ),
    Setting(
        "hall_idle_seconds",
        real(1, 86_400),
        300.0,
        "无人操作多少秒后展品复原",
        "seconds without interaction after which exhibits fall back",
    ),
)
