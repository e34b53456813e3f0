"""Names that records give to things: headings, first cells of rows, what stands before a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.split import Cut
from avatars.guides.knowledge.terms import terms

_QUOTED: Final = re.compile(r"[《「“\"]([^》」”\"\n]{2,24})[》」”\"]")
_BOLD: Final = re.compile(r"\*\*([^*\n：:]{2,24})\*\*")
_FIRM: Final = re.compile(
    r"(?:股份|科技|技术|集团|实业|电子|机械|智能|装备|生物|医药|材料|能源)*(?:有限公司|有限责任公司|股份公司|集团公司|公司|集团)"
    r"|[,.]?\s*(?:co|ltd|inc|llc|corp|limited|company|gmbh)\b\.?,?"
)
MOST: Final = 20_000


def names_of(cuts: Iterable[Cut]) -> Mapping[str, int]:
    """Names in the records, folded, with the number of places where they name something."""
    found: dict[str, int] = {}
    for name in _all(cuts):
        found[name] = found.get(name, 0) + 1
        if len(found) >= MOST:
            break
    return found


def _all(cuts: Iterable[Cut]) -> Iterator[str]:
    for cut in cuts:
        passage = cut.passage
        texts = [*passage.headings[-1:]]
        texts += [unit.cells[0].text for unit in cut.units if unit.cells]
        texts += [found[1] for rule in (_QUOTED, _BOLD) for found in rule.finditer(passage.text)]
        for text in texts:
            for name in _forms(folded(text).strip()):
                if is_name(name):
                    yield name


def _forms(name: str) -> Iterator[str]:
    yield name
    short = _FIRM.sub("", name).strip()
    if short != name and len(short) >= 2:
        yield short


def is_name(name: str) -> bool:
    """Whether a folded text has something of its own, and is not made of common words alone."""
    if not 2 <= len(name) <= 40 or name.isdigit():
        return False
    return any(mark.kind in ("han", "word") for mark in terms(name).marks)
