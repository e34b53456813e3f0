"""The park's own pages, profile, settings and inbox."""

from __future__ import annotations

from typing import Final

from server.error_codes.code import ErrorCode

CODES: Final[dict[str, ErrorCode]] = {
    "words_refused": ErrorCode(
        422, "含有不允许的词语，请修改", "This holds words that are not allowed here; change them"
    ),
    "site_invalid": ErrorCode(422, "园区资料有误", "The park's profile needs to be corrected"),
    "bad_icp": ErrorCode(
        422, "应形如“京ICP备12345678号-1”", "This should look like 京ICP备12345678号-1"
    ),
    "bad_police_record": ErrorCode(
        422,
        "应形如“京公网安备11010802012345号”",
        "This should look like 京公网安备11010802012345号",
    ),
    "not_a_picture": ErrorCode(422, "应为一张图片", "This should be a picture"),
    "park_begun": ErrorCode(409, "园区已有展厅，不能再选择起始场景", "The park has halls already"),
    "document_unknown": ErrorCode(404, "没有这份文件", "There is no such document"),
    "legal_unchanged": ErrorCode(409, "没有可发布的草稿", "There is no draft to publish"),
    "item_unknown": ErrorCode(404, "没有这个待办事项", "There is no such item"),
    "assignee_unknown": ErrorCode(422, "没有这位员工", "There is no such member of staff"),
    "settings_invalid": ErrorCode(422, "设置有误，未作改动", "The settings were not changed"),
    "settings_unread": ErrorCode(422, "设置不能一起使用", "These settings do not go together"),
    "setting_unknown": ErrorCode(422, "没有这个设置", "There is no such setting"),
    "setting_fixed": ErrorCode(
        422,
        "这个设置只能由环境变量或配置文件决定",
        "This setting is decided by the environment or the configuration file",
    ),
    "setting_refused": ErrorCode(422, "设置的值不可用", "This value cannot be used"),
}
