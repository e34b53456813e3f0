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
        "years for which an application is kept after its end (turned down, withdrawn, left); it "
        "is "
        "deleted then with its documents",
        live=True,
    ),
    Setting(
        "fonts",
        str,
        "",
        "制作入驻证明时另外使用的字体文件夹；服务器没有中文字体时填写",
        "a folder with more typefaces for certificates, where the machine has none with Chinese",
        desk=False,
    ),
)
