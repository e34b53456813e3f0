"""The stable error codes of the live socket, with their words in Chinese and English.

A code never changes its meaning. ``close`` is the WebSocket close code (RFC 6455 section 7.4)
with which the server ends the connection for this reason; None means that the connection stays
open. ``retry`` says whether connecting again makes sense.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

CodeName = Literal[
    "message_malformed",
    "message_too_large",
    "too_deep",
    "too_many_values",
    "text_invalid",
    "key_not_text",
    "key_repeated",
    "not_finite",
    "bytes_refused",
    "extension_refused",
    "unknown_message",
    "missing_field",
    "unknown_field",
    "not_a_choice",
    "wrong_type",
    "wrong_length",
    "wrong_form",
    "out_of_range",
    "pose_invalid",
    "auth_required",
    "auth_repeated",
    "join_required",
    "text_refused",
    "frame_invalid",
    "version_unsupported",
    "token_refused",
    "auth_late",
    "too_many_errors",
    "too_fast",
    "too_slow",
    "silent_too_long",
    "connection_replaced",
    "removed",
    "blocked",
    "server_stopping",
    "server_full",
]


class Code(NamedTuple):
    """One code: its words, the close code it ends a connection with, and whether to retry."""

    zh: str
    en: str
    close: int | None = None
    retry: bool = False


CODES: Final[dict[CodeName, Code]] = {
    "message_malformed": Code("消息不是有效的 MessagePack 数据", "This is not valid MessagePack"),
    "message_too_large": Code("消息太大", "The message is too large", 1009),
    "too_deep": Code("消息嵌套太深", "The message is nested too deeply"),
    "too_many_values": Code("消息包含的值太多", "The message holds too many values"),
    "text_invalid": Code("文本不是有效的 UTF-8", "A text is not valid UTF-8"),
    "key_not_text": Code("映射的键必须是文本", "The keys of a map must be text"),
    "key_repeated": Code("映射中有重复的键", "A map has the same key twice"),
    "not_finite": Code("数字必须是有限值", "A number must be finite"),
    "bytes_refused": Code("此处不接受二进制值，请用文本", "Bytes are not accepted here; send text"),
    "extension_refused": Code("不接受 MessagePack 扩展类型", "Extension types are not accepted"),
    "unknown_message": Code("没有这种消息", "There is no such message"),
    "missing_field": Code("缺少必填字段", "A required field is missing"),
    "unknown_field": Code("没有这个字段", "There is no such field"),
    "not_a_choice": Code("该值不在可选范围内", "The value is not one of the choices"),
    "wrong_type": Code("值的类型不对", "The value has the wrong type"),
    "wrong_length": Code("长度不在允许范围内", "The length is outside what is allowed"),
    "wrong_form": Code("文本格式不对", "The text does not have the required form"),
    "out_of_range": Code("数值超出允许范围", "The number is outside what is allowed"),
    "pose_invalid": Code("姿态数据无效", "The presence frame is not a possible pose"),
    "auth_required": Code("请先发送 auth 消息", "Send auth first"),
    "auth_repeated": Code("身份已经确认过了", "You are already authenticated"),
    "join_required": Code("请先进入一个展厅", "Join a hall first"),
    "text_refused": Code("只接受二进制帧", "Only binary frames are accepted", 1003),
    "frame_invalid": Code("WebSocket 帧违反协议", "A frame breaks RFC 6455", 1002),
    "version_unsupported": Code(
        "客户端版本过旧或过新，请刷新页面", "This client's version is not supported; reload", 4000
    ),
    "token_refused": Code("令牌无效或已过期", "The token is invalid or has expired", 4001),
    "auth_late": Code("未在规定时间内确认身份", "No auth arrived in time", 4002, True),
    "too_many_errors": Code("错误消息过多，连接已关闭", "Too many faulty messages", 4003),
    "too_fast": Code("发送过于频繁，连接已关闭", "Messages arrived too fast", 4004, True),
    "too_slow": Code("网络接收过慢，请重新连接", "This client reads too slowly", 4005, True),
    "silent_too_long": Code(
        "长时间没有响应，连接已关闭", "Nothing was heard for too long", 4006, True
    ),
    "connection_replaced": Code(
        "已在另一处恢复此连接", "Another connection took this one's place", 4007
    ),
    "removed": Code("你已被请出展厅", "You were asked to leave", 4008),
    "blocked": Code("你已被禁止进入园区", "You are blocked from this park", 4009),
    "server_stopping": Code("服务器正在停止，请稍后重连", "The server is stopping", 1001, True),
    "server_full": Code("当前人数已满，请稍后再试", "There is no room; try again soon", 1013, True),
}
