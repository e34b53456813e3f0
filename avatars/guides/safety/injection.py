"""Data that would be an instruction: told apart, taken out of what a model reads."""

from __future__ import annotations

import re
from typing import Final

from avatars.guides.extractive.instructions import found_in

_SENTENCE: Final = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;]|\n|$)|.", re.S)
_HIDDEN: Final = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u00ad\U000e0000-\U000e007f]"
)
"""Characters that nobody sees: zero widths, changes of direction, tags."""
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|$)", re.S)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
LONGEST_PIECE: Final = 4_000


def is_instruction(text: str) -> bool:
    """Whether a text speaks to the machine rather than to people, hidden letters or not."""
    return found_in(text) or found_in(visible(text))


def visible(text: str) -> str:
    """The text as people see it: without hidden characters, comments and control codes."""
    return _CONTROL.sub(" ", _HIDDEN.sub("", _COMMENT.sub(" ", text)))


def neutral(text: str) -> str:
    """Data as it is shown to a model: sentences that give orders left out, no mark-up of ours."""
    seen = visible(text)
    if found_in(seen):
        seen = "".join(part for part in _SENTENCE.findall(seen) if not found_in(part))
        seen = "" if found_in(seen[:LONGEST_PIECE]) else seen
    return quoted(seen)


def quoted(text: str) -> str:
    """Text in which nothing can close or open the elements that passages stand in."""
    return text.replace("<", "‹").replace(">", "›").replace("```", "'''")
