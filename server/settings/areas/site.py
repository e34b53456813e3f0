"""Which words may stand in the park."""

from __future__ import annotations

from typing import Final

from server.settings.readers import choice, flag, public_or_path, real
from server.settings.row import Setting

SITE: Final[tuple[Setting, ...]] = (
    Setting(
        "words_builtin",
        flag,
        True,
        "使用内置的小型违禁词表",
        "use the small built-in list of refused words",
        live=True,
    ),
    Setting(
        "words_file",
        str,
        "words.txt",
        "园区自己的违禁词表（数据文件夹内，一行一个，UTF-8）",
        "the park's own list of refused words: a file in the data folder, one a line, UTF-8",
        desk=False,
    ),
    Setting(
        "words_url",
        public_or_path,
        "",
        "内容审核服务的地址，为空则不用；说明见 server/run/site/HOWTO-site-duties.md",
        "address of a moderation service; empty: none; see server/run/site/HOWTO-site-duties.md",
    ),
    Setting(
        "words_key",
        str,
        "",
        "内容审核服务的密钥（以 Bearer 方式发送）；也可用 LINGJING_WORDS_KEY_FILE",
        "secret of the moderation service, sent as Bearer; or LINGJING_WORDS_KEY_FILE",
        secret=True,
        desk=False,
    ),
    Setting(
        "words_seconds",
        real(0.1, 30),
        2.0,
        "等待内容审核服务的秒数",
        "seconds to wait for the moderation service",
        live=True,
    ),
    Setting(
        "words_unreached",
        choice("allow", "refuse"),
        "allow",
        "内容审核服务没有回答时：allow 放行，refuse 拒绝",
        "when the moderation service does not answer: allow or refuse",
        live=True,
    ),
)
