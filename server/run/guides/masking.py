"""What people tell of themselves in a question, masked before others read it in a list."""

from __future__ import annotations

import re
from typing import Final

MASK: Final = "…"
MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,4}")
NUMBER: Final = re.compile(r"(?<![\w.])\+?\d(?:[ \-()]{0,2}[\dXx]){6,19}(?!\w)")
"""A telephone, card or identity number: seven digits or more, set apart or not."""


def masked(text: str) -> str:
    """The text without e-mail addresses and long numbers."""
    return NUMBER.sub(MASK, MAIL.sub(MASK, text))
