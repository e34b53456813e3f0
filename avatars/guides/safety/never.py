"""What no guide says, whoever asks and whatever a text tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from avatars.guides.knowledge.fold import folded
from avatars.guides.persona import Persona

_ABOUT_ITSELF: Final = re.compile(
    r"系统提示|提示词|system ?prompt|(?:my|the|initial|hidden|above) instructions"
    r"|我的(?:指令|设定|规则)"
    r"|(?:我|i am|i'm)\s*(?:现在)?(?:是|扮演)?\s*(?:一个)?\s*"
    r"(?:不受限制|没有限制|unrestricted|jailbroken|dan\b|root|admin)"
    r"|developer mode|开发者模式|越狱|jailbreak|as an ai language model"
    r"|api[ _-]?key|密钥|password|口令|access token"
    r"|<\/?(?:passage|rules|question|system|tool)|⟦|⟧"
    r"|(?:i am|i'm|我是)(?:不是)?\s*(?:a\s+)?(?:human|real person|真人|人类)"
)
"""Its own rules, another self, secrets, our mark-up, that it is a human."""
_LINK: Final = re.compile(r"(?:https?://|www\.)[^\s，。；）)]+|!?\[[^\]]*\]\([^)]*\)", re.I)


def is_forbidden(text: str, persona: Persona) -> bool:
    """Whether a clause says what this guide, or any, must never say."""
    plain = folded(text)
    return bool(_ABOUT_ITSELF.search(plain)) or any(
        word.strip() and folded(word.strip()) in plain for word in persona.never
    )


def has_foreign_link(text: str, sources: Sequence[str]) -> bool:
    """Whether a clause holds an address that none of its sources has."""
    return any(not any(found[0] in source for source in sources) for found in _LINK.finditer(text))
