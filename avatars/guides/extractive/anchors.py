"""Words that a question and a record share as they stand: what ties one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.stems import stem

_WORD: Final = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=32_768)
def _roots(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(folded(text)))


def shares(words: str, said: str) -> bool:
    """Whether a text says some of the words: an English one, or two ideographs in a row."""
    if words.isascii():
        roots = {stem(word) for word in _WORD.findall(words) if len(word) > 2}
        return bool(roots & _roots(said))
    plain = folded(said)
    return any(words[at : at + 2] in plain for at in range(max(1, len(words) - 1)))


def is_tied(needs: Iterable[str], said: str) -> bool:
    """Whether a text shares words with any of the things a question is about, if there are any."""
    each = list(needs)
    return not each or any(shares(words, said) for words in each)
