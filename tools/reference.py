"""Prints the reference pages from the tables they describe: ``python -m tools.reference``.

A rule test compares the pages with the tables, so that they cannot lie.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tools.places import ROOT
from tools.registration_page import registration_page

HEAD = "<!-- Printed from {source} by `make docs`: edit there. -->"


SETTINGS_WORDS = """
# 设置 · Settings

设置取自环境变量，其次取自工作目录中的 `lingjing.toml`（或 `LINGJING_CONFIG` 指定的文件），
再取员工桌面写入的 `settings.toml`（园区数据文件夹内），最后取默认值。密码等也可用
`LINGJING_<名称>_FILE` 指定文件。启动时读取一次；未知或错误的设置会使启动停止并说明原因。
`lingjing settings` 列出当前生效的值。

A setting comes from the environment, else from `lingjing.toml` in the working folder (or the file
that `LINGJING_CONFIG` names), else from `settings.toml` in the park's data folder, which the staff
desk writes, else from its default. A secret may stand in a file that `LINGJING_<NAME>_FILE` names.
They are read once, at start; an unknown or wrong one stops the start with one clear line.
`lingjing settings` shows the values in force.
"""
SETTINGS_HEAD = ("环境变量 · variable", "lingjing.toml", "默认 · default", "说明", "meaning")

ERRORS_WORDS = """
# 错误码 · Error codes

错误只有一种形状：`{code, message, details[], request_id}`，
`details` 的每一项为 `{pointer, code, severity, message}`，`pointer` 是指向所发内容的 JSON 指针。
错误码的含义不会改变；`message` 按 `Accept-Language` 给出中文或英文。

Errors have one shape: `{code, message, details[], request_id}`, each of `details` being
`{pointer, code, severity, message}`; `pointer` is a JSON pointer (RFC 6901) into what was sent.
A code never changes its meaning; `message` comes in Chinese or English by `Accept-Language`.

## HTTP
"""
LIVE_WORDS = """
## 实时通道 · Live socket

带关闭码的错误会结束连接。 A code with a close code ends the connection.
"""
FILES_WORDS = """
## 文件中的问题 · Found in files

上传的展品、图片、视频与文档中可能出现的问题，列在 `details` 中。
大写的名称与 Khronos glTF-Validator 一致；
它没有的由灵境自定。

What the gates may find in exhibits, pictures, films and documents; told in `details`. The names are
those of Khronos' glTF-Validator where it has one.
"""


PERMISSIONS_WORDS = """
# 谁可以做什么 · Who may do what

角色与操作的对照表。HTTP 接口、实时通道、后台任务与命令行都只问这一张表；
表中没有写明的，一律拒绝。✓：对所有对象；**自己**：只对自己或本企业拥有的对象。
角色也可以只在一个展厅、或只为一家企业授予，此时权限也只到那里为止。
没有人能授予或变更超出自己权限的角色。

The table of roles and actions that HTTP, the live socket, jobs and the command line all ask. What
it does not name is refused. ✓: to all things; **own**: to what one owns oneself, or one's
enterprise does. A role may also be given in one hall, or for one enterprise, and then reaches no
further. Nobody can give or change a role whose every right they do not have themselves.

## 角色 · Roles
"""
PERMISSIONS_TABLE = """
## 操作 · Actions
"""


def permissions_page() -> str:
    """Who may do what, from ``server/access``."""
    from server.access.action_words import WORDS as ACTIONS
    from server.access.policy import POLICY
    from server.access.roles import ROLES, WORDS

    reach = {"all": "✓", "own": "自己 own", None: ""}
    roles = ((f"`{r}`", w.zh, w.en, w.zh_about, w.en_about) for r, w in WORDS.items())
    titles = [f"{WORDS[role].zh}<br>{WORDS[role].en}" for role in ROLES]
    rows = (
        (f"{ACTIONS[a].zh}<br>{ACTIONS[a].en}<br>`{a}`", *(reach[row.get(r)] for r in ROLES))
        for a, row in POLICY.items()
    )
    head = HEAD.format(source="server/access/policy.py, roles.py and action_words.py")
    known = table(("role", "中文", "English", "说明", "meaning"), roles)
    allowed = table(("操作 · action", *titles), rows)
    return "\n".join([head + PERMISSIONS_WORDS, *known, PERMISSIONS_TABLE, *allowed, ""])


def settings_page() -> str:
    """Every setting, from ``server/settings/table.py``."""
    from server.settings import PREFIX, TABLE

    rows = (
        (f"`{PREFIX}{row.name.upper()}`", f"`{row.name}`", shown(row.default), row.zh, row.en)
        for row in TABLE
    )
    head = HEAD.format(source="server/settings/table.py")
    return "\n".join([head + SETTINGS_WORDS, *table(SETTINGS_HEAD, rows), ""])


def errors_page() -> str:
    """Every error code, from ``server/errors.py`` and ``server/wire/codes.py``."""
    from server.errors import CODES, FOUND_IN_FILES
    from server.wire.codes import CODES as LIVE

    http = ((f"`{code}`", row.status, row.zh, row.en) for code, row in CODES.items())
    live = (
        (f"`{code}`", row.close or "", "是 · yes" if row.retry else "", row.zh, row.en)
        for code, row in LIVE.items()
    )
    head = HEAD.format(source="server/errors.py, server/wire/codes.py and the gates' words")
    over_http = table(("code", "HTTP", "中文", "English"), http)
    on_socket = table(("code", "close", "重连 · retry", "中文", "English"), live)
    found = sorted((f"`{code}`", *words) for code, words in FOUND_IN_FILES.items())
    in_files = table(("code", "中文", "English"), found)
    http_and_live = [*over_http, LIVE_WORDS, *on_socket]
    return "\n".join([head + ERRORS_WORDS, *http_and_live, FILES_WORDS, *in_files, ""])


EVENTS_WORDS = """
# Webhook 事件 · Webhook events

每个事件以 `{type, timestamp, data}` 发送，签名方式为 Standard Webhooks；
`webhook-id` 在重发时不变。`data` 只含标识与标题，不含个人信息。

Each event is sent as `{type, timestamp, data}`, signed as Standard Webhooks has it; `webhook-id`
stays the same when a message is sent again. `data` holds ids and titles, never persons. How to
receive them: `server/run/notices/HOWTO-send-notices.md`.
"""


def events_page() -> str:
    """Every event, from ``server/run/notices/events.py``."""
    from server.run.notices.events import EVENTS

    rows = (
        (f"`{name}`", ", ".join(f"`{each}`" for each in row.data), row.zh, row.en)
        for name, row in EVENTS.items()
    )
    head = HEAD.format(source="server/run/notices/events.py")
    return "\n".join([head + EVENTS_WORDS, *table(("type", "data", "中文", "English"), rows), ""])


def registration() -> str:
    """The life of an application, its form and its deadlines, from ``server/registration``."""
    return registration_page(HEAD.format(source="the tables of server/registration"), table)


PAGES: dict[str, Callable[[], str]] = {
    "docs/REGISTRATION.md": registration,
    "docs/events.md": events_page,
    "docs/settings.md": settings_page,
    "docs/errors.md": errors_page,
    "docs/PERMISSIONS.md": permissions_page,
}


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> list[str]:
    """A Markdown table; a bar inside a cell is escaped."""
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *(list(map(str, row)) for row in rows)]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines]


def shown(default: object) -> str:
    """A default as one writes it."""
    match default:
        case bool():
            return "`1`" if default else "`0`"
        case tuple():
            return ", ".join(f"`{part}`" for part in default)
        case "":
            return ""
    return f"`{default}`"


def main(root: Path = ROOT) -> int:
    """Write every page."""
    for name, page in PAGES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
