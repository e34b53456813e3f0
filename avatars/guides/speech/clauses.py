"""Cuts a stream of text into clauses as soon as each is whole.

A clause ends at a full stop, question or exclamation mark, semicolon or new line; never inside a
number, an address, a quotation, or between a sentence and its marks of source (``[1][3]``). Marks
may stand before the full stop or behind it.
"""

from __future__ import annotations

import re
from typing import Final

MARKS: Final = re.compile(r"(?:\s*[\[［【]\s*\d{1,3}(?:\s*[,，、]\s*\d{1,3})*\s*[\]］】])+")
"""Marks of source behind a sentence."""
ENDS: Final = frozenset("。！？!?；;\n")
CLOSING: Final = frozenset("”’」』）)》\"'")
PAIRS: Final = {"“": "”", "「": "」", "『": "』", "（": "）", "《": "》"}
LONGEST: Final = 240
"""Characters after which a clause is cut at the next comma, or anyhow at twice as many."""
SOFT: Final = frozenset("，,、：: ")
SHORT: Final = frozenset(
    {"mr", "mrs", "ms", "dr", "no", "st", "co", "ltd", "inc", "corp", "vs", "etc", "approx", "e.g",
     "i.e", "fig", "dept", "prof", "bldg"}
)  # fmt: skip
"""Abbreviations whose full stop ends nothing."""
_LAST_WORD: Final = re.compile(r"[A-Za-z.]+$")
_LINK: Final = re.compile(r"(?:https?://|www\.)\S*$")
_HALF_MARK: Final = re.compile(r"\s*(?:[\[［【][\d\s,，、]*)?")


class ClauseSplitter:
    """Takes text as it comes, gives whole clauses; ``rest`` gives what is left at the end.

    Marks that come when their clause was given already are given alone.
    """

    def __init__(self) -> None:
        self._text = ""

    @property
    def waiting(self) -> str:
        """What has come and is no whole clause yet."""
        return self._text

    def feed(self, text: str) -> list[str]:
        """The clauses that this text makes whole, marks of source included."""
        self._text += text.replace("\r\n", "\n")
        found: list[str] = []
        while (end := _late_marks(self._text) or _end(self._text)) is not None:
            clause, self._text = self._text[:end].strip(), self._text[end:]
            if clause:
                found.append(clause)
        return found

    def rest(self) -> list[str]:
        """What is left when no more comes."""
        clause, self._text = self._text.strip(), ""
        return [clause] if clause else []


def _late_marks(text: str) -> int | None:
    """Where marks at the very beginning end; None when there are none."""
    found = MARKS.match(text)
    return found.end() if found else None


def _end(text: str) -> int | None:
    """Where the first whole clause ends, when that is sure already."""
    open_: list[str] = []
    for at, char in enumerate(text):
        if open_ and char == open_[-1]:
            open_.pop()
        elif char in PAIRS and len(open_) < 4:
            open_.append(PAIRS[char])
        elif at >= 2 * LONGEST or (at >= LONGEST and char in SOFT and not _in_number(text, at)):
            return at + 1
        elif open_ and at < LONGEST:
            continue
        elif char in ENDS or (char == "." and _stops(text, at)):
            end = _with_marks(text, at + 1)
            if end is not None or char == ".":
                return end
            return None
    return None


def _in_number(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit()


def _stops(text: str, at: int) -> bool:
    """Whether a full stop of English at ``at`` ends a sentence, as far as can be seen."""
    before, after = text[:at], text[at + 1 : at + 2]
    if before[-1:] in "]］】":
        return True
    if not after or not (after.isspace() or after in CLOSING or after in "[［【"):
        return False
    word = _LAST_WORD.search(before)
    if word is None:
        return bool(before.strip()) and not _numbers_a_list(before)
    name = word[0].lower().strip(".")
    return name not in SHORT and (len(name) > 1 or word[0].islower()) and not _LINK.search(before)


def _numbers_a_list(before: str) -> bool:
    """``1.`` at the beginning of a line counts; it ends nothing."""
    return re.fullmatch(r"\d{1,2}", before.rsplit("\n", 1)[-1].strip()) is not None


def _with_marks(text: str, end: int) -> int | None:
    """The end with what belongs to it: closing quotes and marks; None while more may come."""
    before = text[: end - 1].rstrip()
    while text[end : end + 1] and text[end] in CLOSING:
        end += 1
    if before[-1:] in "]］】" or text[end - 1] == "\n":
        return end
    found = MARKS.match(text, end)
    if found is not None:
        return found.end()
    half = _HALF_MARK.fullmatch(text, end)
    return None if half is not None else end
