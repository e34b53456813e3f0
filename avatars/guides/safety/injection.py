"""Data that would be an instruction: told apart, taken out of what a model reads."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from avatars.guides.actions import RULES
from avatars.guides.extractive.instructions import found_in

_NAMES: Final = "|".join(RULES)
_MACHINE: Final = (
    r"(?:(?<![a-z])(?:ai|assistants?|chatbots?|llms?)(?![a-z])|人工智能|助手|讲解机器人|大?语言模型|大模型|模型|"
    r"讲解员|系统)"
)
_ADDRESSED: Final = re.compile(
    rf"{_MACHINE}[^。\n]{{0,6}}(?:请注意|请立即|请务必|务必|必须|须|应当|一律|今后)"
    rf"|(?:^|[。；;（(【“\s])\s*{_MACHINE}\s*[:：]"
    rf"|(?:给|致|请)\s*{_MACHINE}"
    r"|[【\[]\s*(?:系统|system)\s*[】\]]|系统(?:指令|设定|消息|提示)|优先级最高"
    r"|覆盖(?:以上|上述|之前)|以上.{0,6}(?:作废|无效)"
    r"|务必(?:告诉|告知)|(?:立即|马上)(?:告知|告诉|登记|调用|转账|转人工)|念(?:出来|给)|转账到"
    r"|讲解时(?:必须|请|要)|回答(?:末尾|结尾|时必须)|自动拆开我"
    r"|你现在是|从现在(?:起|开始)|自称|扮演|(?:请)?输出(?:你的|密钥|系统)|不要询问|不必确认"
    r"|\b(?:assistants?|language models?|models?|ai|llm|chatbot|guide)\b\s*[:,(]"
    r"|\b(?:assistants?|language model|ai|llm|chatbot|guide)s?\b[^.\n]{0,30}"
    r"\b(?:call|disregard|ignore|append|reveal|print|recite|tell|say|must|should|always|obey)\b"
    r"|note to (?:the |any )?(?:ai|language|llm|assistant|model)|\bread out\b"
    r"|\b(?:tell|inform) (?:the |every |all )?(?:visitors?|everyone|them)\b"
    r"|\byou (?:must|are now|should always)\b"
    r"|your (?:reply|rules|prompt|instructions|line|system)\b"
    r"|\b(?:ignore|disregard|override)\b|(?:previous|last) (?:visitor|instructions)"
    r"|\bcall staff now\b|\bobey\b"
    rf"|\b(?:{_NAMES})\b|\"role\"\s*:|system_prompt|^\s*(?:human|user|system|assistant)\s*[:：]",
    re.I | re.M,
)
"""Words for the machine: who is addressed, what it is to do, names of our actions."""
_MARKUP: Final = re.compile(
    r"</?[a-z!][^>]*>|<\|[^>]*\|>|<!--|\[//\]\s*:"
    r"|!?\[[^\]]*\]\((?:https?:|javascript:|data:|#|//)"
    r"|javascript:|\bon(?:error|load|click)\s*=|document\.cookie|```|\{\{|\}\}|display\s*:\s*none",
    re.I,
)
"""Code and mark-up: nothing that is read aloud."""
_LIKE: Final = str.maketrans(
    "асеорхуіјѕԁɡһκνοραΑΒΕΗΙΚΜΝΟΡΤΧАВЕКМНОРСТХпг", "aceopxyijsdghkvopaABEHIKMNOPTXABEKMHOPCTXnr"
)
"""Letters of Cyrillic and Greek that look like Latin ones."""
_SENTENCE: Final = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;]|\n|$)|.", re.S)
_HIDDEN: Final = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\U000e0000-\U000e007f]"
)
"""Characters that nobody sees: zero widths, changes of direction, tags."""
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|$)", re.S)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_GAP: Final = re.compile(r"\s{2,}")
"""Blanks that hide nothing but time: looking behind each of thousands for a word takes seconds."""
LONGEST_PIECE: Final = 4_000


def is_instruction(text: str) -> bool:
    """Whether a text speaks to the machine rather than to people, hidden letters or not."""
    text = _short(text)
    seen = _short(visible(text))
    plain = unicodedata.normalize("NFKC", seen).translate(_LIKE)
    return (
        found_in(text)
        or found_in(seen)
        or found_in(plain)
        or any(_ADDRESSED.search(each) for each in (text, seen, plain))
    )


def _short(text: str) -> str:
    return _GAP.sub(lambda gap: "\n" if "\n" in gap[0] else " ", text)


def is_unspeakable(text: str) -> bool:
    """Whether a sentence of a record is no answer for anybody: an order, code, mark-up."""
    return is_instruction(text) or _MARKUP.search(text) is not None


def visible(text: str) -> str:
    """The text as people see it: without hidden characters, comments and control codes."""
    return _CONTROL.sub(" ", _HIDDEN.sub("", _COMMENT.sub(" ", text)))


def neutral(text: str) -> str:
    """Data as it is shown to a model: sentences that give orders left out, no mark-up of ours."""
    seen = visible(text)
    if is_instruction(seen):
        seen = "".join(part for part in _SENTENCE.findall(seen) if not is_instruction(part))
        seen = "" if is_instruction(seen[:LONGEST_PIECE]) else seen
    return quoted(seen)


def quoted(text: str) -> str:
    """Text in which nothing can close or open the elements that passages stand in."""
    return text.replace("<", "‹").replace(">", "›").replace("```", "'''")
