"""Registration of companies."""

from __future__ import annotations

from typing import Final

from server.settings.readers import whole
from server.settings.row import Setting

REGISTRATION: Final[tuple[Setting, ...]] = (
    Setting(
        "application_years",
        whole(1, 30),
        5,
        "入驻申请办结（未通过、撤回、退出）后保留的年数，到期连同材料一并删除",
        "years for which an application is kept after its end (turned down, withdrawn, left); it is "
        "deleted then with its documents",
        live=True,
    ),
)
