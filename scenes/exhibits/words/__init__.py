"""Every code of the pipeline in plain words: what is wrong, and what to do about it.

Each stage has a file with ``WORDS``, a table of code → (Chinese, English); here they are one.
"""

from __future__ import annotations

from scenes.exhibits.words import data, derive, gate, structure
from scenes.findings import Finding

__all__ = ["message_of", "words_of"]

WORDS = {**structure.WORDS, **gate.WORDS, **data.WORDS, **derive.WORDS}


def words_of(code: str) -> tuple[str, str]:
    """What a code means, in Chinese and English; an unlisted code speaks for itself."""
    return WORDS.get(code, (code, code))


def message_of(finding: Finding, lang: str) -> str:
    """A finding for a person to read: its words, and what they are about."""
    chinese, english = words_of(finding.code)
    said = english if lang == "en" else chinese
    if not finding.about:
        return said
    return f"{said} ({finding.about})" if lang == "en" else f"{said}（{finding.about}）"
