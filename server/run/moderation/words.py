"""What people are told who are muted, asked to leave, blocked, or who reported somebody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

REASONS: Final[dict[str, tuple[str, str]]] = {
    "abuse": ("辱骂或骚扰他人", "abusing or harassing others"),
    "spam": ("刷屏或打扰他人", "flooding or disturbing others"),
    "imitation": ("冒充他人", "pretending to be somebody else"),
    "content": ("不当内容", "unsuitable content"),
    "other": ("违反园区规则", "breaking the rules of the park"),
}
"""Reasons in Chinese and English."""


def reason_words(reason: str, words: str, lang: str) -> str:
    """A reason as a person reads it, with what the moderator added."""
    chinese, english = REASONS.get(reason, REASONS["other"])
    told = english if lang == "en" else chinese
    if not words:
        return told
    return f"{told} ({words})" if lang == "en" else f"{told}（{words}）"


def span_words(seconds: float, lang: str) -> str:
    """A time to come, rounded up to what people say."""
    minutes = max(1, -(-int(seconds) // 60))
    hours, days = -(-minutes // 60), -(-minutes // 1440)
    if minutes < 90:
        return f"{minutes} min" if lang == "en" else f"{minutes} 分钟"
    if hours < 36:
        return f"{hours} h" if lang == "en" else f"{hours} 小时"
    return f"{days} days" if lang == "en" else f"{days} 天"


def muted(reason: str, words: str, seconds: float, lang: str) -> str:
    """Told to somebody who is muted."""
    why, span = reason_words(reason, words, lang), span_words(seconds, lang)
    if lang == "en":
        return f"A moderator has muted you for {span}: {why}"
    return f"管理人员已将你禁言 {span}，原因：{why}"


def unmuted(lang: str) -> str:
    """Told to somebody who is muted no more."""
    return "You are no longer muted" if lang == "en" else "禁言已解除"


def removed(reason: str, words: str, seconds: float, lang: str) -> str:
    """Told to somebody who is asked to leave."""
    why, span = reason_words(reason, words, lang), span_words(seconds, lang)
    if lang == "en":
        return f"You were asked to leave: {why}. You may come back in {span}"
    return f"你已被请出展厅，原因：{why}。{span}后可以再次进入"


def blocked(reason: str, words: str, seconds: float | None, lang: str) -> str:
    """Told to somebody who is blocked, when it happens and whenever they come again."""
    why = reason_words(reason, words, lang)
    if lang == "en":
        span = "" if seconds is None else f" for {span_words(seconds, lang)}"
        return f"You are blocked from this park{span}: {why}"
    span = "" if seconds is None else f" {span_words(seconds, lang)}"
    return f"你已被禁止进入园区{span}，原因：{why}"


def answered(outcome: str, answer: str, lang: str) -> str:
    """Told to somebody whose report was dealt with."""
    acted = outcome == "acted"
    if lang == "en":
        told = (
            "Your report was dealt with and action was taken"
            if acted
            else ("Your report was looked into; no breach of the rules was found")
        )
        return f"{told}: {answer}" if answer else f"{told}. Thank you"
    told = "你的举报已处理，已采取措施" if acted else "你的举报已核实，未发现违规"
    return f"{told}：{answer}" if answer else f"{told}。谢谢你"


def inbox_title(reason: str, hall: Mapping[str, str]) -> dict[str, str]:
    """What staff read of a report in their inbox: why and where, nobody's name."""
    chinese, english = REASONS.get(reason, REASONS["other"])
    zh, en = hall.get("zh", ""), hall.get("en", "")
    return {"zh": f"访客举报：{chinese}（{zh}）", "en": f"A visitor reports: {english} ({en})"}
