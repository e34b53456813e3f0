"""What no guide says, whoever asks and whatever a text tells it."""

from __future__ import annotations

import re
from typing import Final

from avatars.guides.actions import RULES
from avatars.guides.knowledge.fold import folded
from avatars.guides.persona import Persona

_ABOUT_ITSELF: Final = re.compile(
    r"系统提示|提示词|system ?prompt|(?:my|the|initial|hidden|above) instructions"
    r"|我的(?:指令|设定|规则)"
    r"|(?:我|i am|i'm)\s*(?:现在)?(?:是|扮演)?\s*(?:一个)?\s*"
    r"(?:不受限制|没有限制|unrestricted|jailbroken|dan\b|root|admin)"
    r"|developer mode|开发者模式|越狱|jailbreak|as an ai language model"
    r"|api[ _-]?key|密钥|password|口令|access token"
    rf"|\b(?:{'|'.join(RULES)})\b"
    r"|<\/?(?:passage|rules|question|system|tool)|⟦|⟧"
    r"|(?:i am|i'm|我是)(?:不是)?\s*(?:a\s+)?(?:human|real person|真人|人类)"
)
"""Its own rules, another self, secrets, our mark-up, that it is a human."""
_LINK: Final = re.compile(
    r"(?:https?:)?//\S|www\.|!?\[[^\]]*\]\(|javascript:"
    r"|(?<![@\w.])(?:[a-z0-9-]+\.)+(?:com|cn|net|org|io|ai|app|dev|info|top|xyz|example|test|invalid)\b",
    re.I,
)


def is_forbidden(text: str, persona: Persona) -> bool:
    """Whether a clause says what this guide, or any, must never say."""
    plain = folded(text)
    return bool(_ABOUT_ITSELF.search(plain)) or any(
        word.strip() and folded(word.strip()) in plain for word in persona.never
    )


def has_link(text: str) -> bool:
    """Whether a clause holds an address of the web: nobody can follow one that is read aloud."""
    return _LINK.search(text) is not None
