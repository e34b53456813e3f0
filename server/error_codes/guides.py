"""Guides: knowledge, personas, dialogues, turns."""

from __future__ import annotations

from typing import Final

from server.error_codes.code import ErrorCode

CODES: Final[dict[str, ErrorCode]] = {
    "guide_unknown": ErrorCode(404, "这里没有这位讲解员", "There is no such guide here"),
    "guide_far": ErrorCode(409, "请走近讲解员再提问", "Come closer to the guide to ask"),
    "guide_busy": ErrorCode(
        429, "提问的人太多，请稍后再问", "Too many are asking; ask again in a moment"
    ),
    "guide_allowance": ErrorCode(
        429, "今天的提问次数已用完", "The questions for today are used up"
    ),
    "guide_failed": ErrorCode(
        503, "讲解员暂时答不上来，请再问一次", "The guide could not answer; ask once more"
    ),
    "staff_late": ErrorCode(
        503, "同事暂时没有回复，请稍候或留下联系方式",
        "No colleague has answered yet; wait a little or leave a contact",
    ),
    "turn_unknown": ErrorCode(404, "这一轮问答已经结束", "This turn is over"),
    "dialogue_unknown": ErrorCode(
        404, "没有这段对话，或已按期删除", "There is no such dialogue any more"
    ),
    "dialogue_taken": ErrorCode(
        409, "其他同事正在接待", "A colleague is with this visitor already"
    ),
    "persona_unknown": ErrorCode(404, "没有这个讲解员角色", "There is no such persona"),
    "persona_in_use": ErrorCode(
        409, "场景中还有讲解员在用这个角色", "Guides of the park still use this persona"
    ),
    "library_full": ErrorCode(
        409,
        "资料太多：最多 5000 份、2000 万字，请先删去不用的",
        "There is too much: 5,000 documents or 20 million characters; remove some first",
    ),
    "document_record": ErrorCode(
        409,
        "这是园区自身的记录，请在原处修改",
        "This is a record of the park's own: change it where it is kept",
    ),
    "text_or_upload": ErrorCode(
        422, "文本与文件二选一", "Send a text or an upload, one of the two"
    ),
    "persona_stale": ErrorCode(
        409, "其他人刚刚修改了这个角色", "Somebody has just changed this persona"
    ),
    "persona_last": ErrorCode(409, "至少要留一个讲解员角色", "One persona has to stay"),
    "test_unknown": ErrorCode(404, "没有这道测试题", "There is no such test"),
    "document_unknown": ErrorCode(404, "没有这份资料", "There is no such document"),
    "document_stale": ErrorCode(
        409, "其他人刚刚修改了这份资料", "Somebody has just changed this document"
    ),
    "document_unreadable": ErrorCode(
        422, "读不出这份文件的文字", "No text can be read from this file"
    ),
    "document_kind": ErrorCode(
        415, "只支持 Markdown、文本、PDF、DOCX 与 CSV",
        "Only Markdown, text, PDF, DOCX and CSV are taken",
    ),
    "document_encrypted": ErrorCode(
        422, "文件加了密码，请去掉密码后再上传", "The file has a password; take it off first"
    ),
    "document_too_large": ErrorCode(413, "文件不能超过 20 MB", "A file may have 20 MB at most"),
    "document_too_long": ErrorCode(
        422,
        "内容太长：每份资料最多 40 万字、1000 页，请拆成几份",
        "It is too long: 400,000 characters and 1,000 pages at most; split it",
    ),
    "document_hostile": ErrorCode(
        422,
        "读取这份文件用时或内存过多，已停止",
        "Reading this file took too much time or memory and was stopped",
    ),
    "question_unknown": ErrorCode(404, "没有这个问题", "There is no such question"),
    "voice_unknown": ErrorCode(404, "这段语音已经不在了", "This piece of speech is gone"),
    "listening_off": ErrorCode(
        409, "园区没有开通语音识别，请输入文字", "The park cannot listen; please type"
    ),
    "speech_unheard": ErrorCode(422, "没有听清，请再说一遍", "Nothing was heard; say it again"),
}  # fmt: skip
