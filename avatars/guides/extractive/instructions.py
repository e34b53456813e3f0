"""What in a record or a question speaks to the guide rather than to people: never an answer."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from avatars.guides.knowledge.fold import folded

_RULE: Final = re.compile(
    r"忽略.{0,12}(?:指令|指示|规则|提示|要求|内容|设定)|无视.{0,10}(?:指令|规则|提示|要求)|忘记.{0,10}(?:指令|规则|设定|提示|之前)"
    r"|(?:系统|开发者)\s*(?:提示词?|指令|消息)|提示词|你(?:现在|从现在起)?(?:是|扮演|将扮演)(?:一个|一名)?.{0,12}(?:助手|模型|管理员|机器人|角色|dan)|越狱"
    r"|(?:ai|人工智能|讲解员|助手|大模型|模型|机器人)[^。\n]{0,8}(?:必须|应当|请|务必|只能|应该|一律)(?:回答|回复|告诉|说|输出|调用|执行|声称|推荐)"
    r"|(?:请|必须|务必)(?:对|向)(?:所有|每个|任何)(?:问题|访客|提问|用户)[^。\n]{0,12}(?:回答|回复|说|声称)|无论.{0,12}(?:问|提问).{0,12}(?:回答|回复|都说)"
    r"|(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|prompts?|rules?|guidelines|previous|prior|above|context)"
    r"|system prompt|developer message|jailbreak|you are now\b|from now on,? you|act as (?:a|an|the|if)\b|pretend (?:to be|you)|new instructions?\s*:"
    r"|(?:the )?(?:assistant|ai|guide|chatbot|model|llm)\b.{0,20}\b(?:must|should|shall|will) (?:always |now |only )?(?:answer|reply|say|tell|respond|output|call|reveal|recommend|claim)"
    r"|<\|?(?:im_start|im_end|system|assistant|user)\|?>|\[/?inst\]|^\s*(?:system|assistant|developer)\s*[:：]|```\s*(?:system|tool)|tool_call|function_call"
    r"|reveal .{0,20}(?:prompt|instructions|secrets?|api key)|(?:print|repeat|output|show) .{0,20}(?:system|hidden|secret|initial) .{0,12}(?:prompt|instructions?|message)",
    re.MULTILINE,
)


_MORE: Final = re.compile(
    r"(?:ai|人工智能|讲解员|讲解机器人|助手|助理|大模型|语言模型|模型|机器人|讲解时|回答时|回复时|答复时)[^。！？!?\n]{0,12}(?:必须|须|应|请|务必|只能|一律|都要|立即|优先|今后|以后)[^。！？!?\n]{0,10}(?:回答|回复|答复|告诉|告知|说|念|输出|调用|执行|加上|附上|自称|拆开|打开|带|忽略|登记)"
    r"|(?:请|必须|务必|立即|须)[^。！？!?\n]{0,6}(?:自称|输出你的|念出|调用|附上http|加上[:：]?详见|告诉(?:每位|所有|任何)?访客)"
    r"|\b(?:assistants?|ai|model|llm|chatbot|guide)\b[^.!?\n]{0,24}(?:[:：,]|\b(?:must|should|shall|always|please)\b)[^.!?\n]{0,24}\b(?:add|say|tell|obey|call|append|reveal|recite|print|reply|answer|open|register|ignore|disregard|end)\b"
    r"|\byou must\b.{0,24}\b(?:tell|say|print|add|call)\b|\b(?:tell|inform) every(?:one| visitor)\b"
    r"|<\s*/?\s*(?:script|img|iframe|span|div|p|system|svg|a|style|name)\b|javascript\s*:|on(?:error|load|click)\s*="
    r"|\b(?:explode_exhibit|open_page|call_staff|lead_to|go_to|point_at|look_at|show_exhibit|set_variant|play_animation|prefill_registration|offer_lead_form|book_visit)\b|[\"']role[\"']\s*[:：]|node\s*=",
    re.IGNORECASE,
)
_HIDDEN: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")


@lru_cache(maxsize=32_768)
def found_in(text: str) -> bool:
    """Whether a text holds words that want to steer the guide."""
    plain = folded(_HIDDEN.sub("", text[:4000]))
    return bool(_RULE.search(plain) or _MORE.search(plain))


def without(text: str) -> str:
    """A question without its sentences that want to steer the guide."""
    parts = re.split(r"(?<=[。！？!?；;\n.,，])\s*", text)
    return " ".join(part for part in parts if part and not found_in(part)).strip()
