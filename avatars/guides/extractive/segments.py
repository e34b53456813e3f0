"""Parts of a sentence that have values of their own: 公寓 260 套，商业 3200 平方米."""

from __future__ import annotations

import re
from typing import Final

from avatars.guides.extractive import values
from avatars.guides.extractive.heads import RATES
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.terms import terms

_COMMA: Final = re.compile(r"[，,；;。]\s*(?!\d{3}(?!\d))")


def belongs_elsewhere(said: str, subject: str, kinds: frozenset[str]) -> bool:
    """Whether the only values of a kind stand in parts that speak of something else.

    So it is when the part that names the subject, a word of the sentence, has a number of its own
    and none of that kind.
    """
    parts = [part for part in _COMMA.split(folded(said)) if part]
    named = [part for part in parts if subject in part]
    if len(parts) < 2 or not named:
        return False
    if not all("number" in values.kinds(part) for part in named):
        return False
    if any(kinds & values.kinds(part) for part in named):
        return False
    valued = [part for part in parts if kinds & values.kinds(part)]
    return bool(valued) and all(_has_its_own_subject(part) for part in valued)


def _has_its_own_subject(part: str) -> bool:
    """Whether a part begins with a thing and its number: 商业 3200 平方米."""
    marks = terms(part.strip()).marks
    if len(marks) < 2 or marks[0].kind not in ("concept", "han") or marks[0].start > 0:
        return False
    if marks[0].keys & RATES or (marks[0].kind == "han" and len(marks[0].text) < 2):
        return False
    return bool(_NUMBER.match(part.strip()[marks[0].end :]))


_NUMBER: Final = re.compile(r"\s*(?:约|共)?\s*\d")
