"""What each action of the policy table is called, for pages that show who may do what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple


class ActionWords(NamedTuple):
    """An action in both languages."""

    zh: str
    en: str


_ROWS: Final[tuple[tuple[str, str, str], ...]] = (
    ("park.read", "查看园区", "See the park"),
    ("hall.read", "查看展厅列表", "See the list of halls"),
    ("hall.join", "进入展厅", "Enter halls"),
    ("hall.join_closed", "进入未开放的展厅", "Enter halls that are closed"),
    ("hall.manage", "新建、设置、开放与删除展厅", "Make, set up, open and delete halls"),
    ("asset.read", "获取展示文件", "Fetch the files that are shown"),
    ("scene.read", "查看场景", "See scenes"),
    ("scene.export", "下载场景文件", "Download scenes"),
    ("scene.interact", "与展品互动", "Interact with exhibits"),
    ("scene.drag", "在所有人面前移动物件", "Move things before everybody's eyes"),
    ("scene.edit", "修改并发布场景", "Edit and publish scenes"),
    ("draft.read", "查看场景草稿", "See drafts of scenes"),
    ("draft.edit", "修改场景草稿", "Edit drafts of scenes"),
    ("version.read", "查看历史版本", "See versions of scenes"),
    ("version.edit", "保存与恢复版本", "Keep and restore versions of scenes"),
    ("upload.create", "上传文件", "Upload files"),
    ("job.read", "查看处理进度", "See how uploads are getting on"),
    ("job.edit", "停止处理任务", "Stop work on uploads"),
    ("exhibit.read", "查看展品资料", "See exhibits with their revisions"),
    ("exhibit.edit", "修改与删除展品", "Change and delete exhibits"),
    ("exhibit.place", "在展厅中摆放展品", "Place exhibits in halls"),
    ("exhibit.publish", "发布与回退展品", "Publish exhibits and roll them back"),
    ("exhibit.transfer", "转移展品归属", "Transfer exhibits to another owner"),
    ("media.read", "查看图片、视频与文档", "See images, films and documents"),
    ("exhibit.export", "取得展品的全部副本", "Take a whole copy of an exhibit"),
    ("media.export", "取得媒体的全部副本", "Take a whole copy of a medium"),
    ("media.edit", "修改与删除图片、视频与文档", "Change and delete images, films and documents"),
    ("media.place", "更换展板内容", "Put media on boards"),
    ("media.transfer", "转移图片、视频与文档的归属", "Transfer media to another owner"),
    ("storage.collect", "清理无人引用的文件", "Clear away files that nothing refers to"),
    ("session.open", "登录", "Sign in"),
    ("session.close", "退出登录", "Sign out"),
    ("account.own", "管理自己的账号", "Look after one's own account"),
    ("account.first", "建立首个运营者账号", "Make the first operator's account"),
    ("pairing.begin", "请求配对头显", "Ask to pair a headset"),
    ("pairing.confirm", "确认配对头显", "Confirm the pairing of a headset"),
    ("ticket.make", "获取入场凭证", "Get a ticket to a hall"),
    ("link.make", "生成运营者登录链接", "Make one-time operator links"),
    ("people.read", "查看账号", "See people's accounts"),
    ("people.invite", "邀请人员", "Invite people"),
    ("people.edit", "变更角色、停用与移除账号", "Change people's roles, suspend and remove them"),
    ("people.recover", "重置他人的登录方式", "Reset how somebody signs in"),
    ("key.own", "管理自己的 API 密钥", "Make API keys for oneself"),
    ("key.manage", "管理所有 API 密钥", "Manage everybody's API keys"),
    ("presence.read", "查看在场访客", "See who is in the park now"),
    ("visitor.moderate", "禁言、请出与屏蔽访客", "Mute, remove and block visitors"),
    ("visitor.report", "举报", "Report somebody"),
    ("report.read", "查看举报", "Read reports"),
    ("block.read", "查看屏蔽名单", "See who is blocked"),
    ("overview.read", "查看运营概览", "See the overview"),
    ("inbox.read", "查看待办", "See the staff inbox"),
    ("inbox.edit", "处理与分派待办", "Work on the staff inbox"),
    ("statistics.read", "查看统计", "See statistics"),
    ("table.export", "导出表格", "Export tables"),
    ("site.read", "查看园区公开资料", "See the park's public pages"),
    ("legal.read", "查看法律文本的草稿与历史", "See drafts and versions of legal texts"),
    ("site.edit", "修改园区资料与法律文本", "Edit the park's profile and legal texts"),
    ("consent.give", "作出同意或撤回", "Give or withdraw consent"),
    ("settings.read", "查看设置", "See settings"),
    ("settings.edit", "修改设置", "Change settings"),
    ("webhook.read", "查看 webhook 与投递记录", "See webhooks and their deliveries"),
    ("webhook.edit", "管理 webhook", "Manage webhooks"),
    ("notice.read", "查看通知发送记录", "See notices that were sent"),
    ("notice.edit", "重发与取消通知", "Send notices again, or cancel them"),
    ("audit.read", "查看审计记录", "Read the audit trail"),
    ("privacy.own", "查询与删除自己的个人信息", "Get or delete one's own personal data"),
    ("privacy.ask", "提出个人信息请求", "Ask something about one's personal data"),
    ("privacy.read", "查看个人信息请求", "See requests about personal data"),
    ("privacy.copy", "为当事人取得个人信息副本", "Take a copy of somebody's data for them"),
    ("privacy.edit", "办理个人信息请求", "Carry out requests about personal data"),
    ("figures.read", "查看运行状况", "See what goes on right now"),
    ("metrics.read", "读取监控指标", "Read metrics"),
)
WORDS: Final[Mapping[str, ActionWords]] = {action: ActionWords(zh, en) for action, zh, en in _ROWS}
