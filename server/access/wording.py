"""Finds refused words in a text, however they are dressed up.

Compared after NFKC and case folding (Unicode), with everything taken out that is neither letter nor
digit: spaces, points, zero-width characters and marks hide nothing. A word of Latin letters counts
only where it stands alone or spelled out letter by letter, so that ``class`` holds nothing bad.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable

__all__ = ["WordList", "words_in"]


def words_in(text: str) -> list[str]:
    """The words of a list: one a line, ``#`` begins a remark."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


class WordList:
    """Words ready to be looked for."""

    def __init__(self, words: Iterable[str]) -> None:
        self._latin: set[str] = set()
        self._others: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            folded = "".join(_tokens(word))
            if folded.isascii() and folded:
                self._latin.add(folded)
            elif folded:
                self._others[folded[0]].append(folded)

    def __len__(self) -> int:
        return len(self._latin) + sum(map(len, self._others.values()))

    def found(self, text: str) -> str | None:
        """A refused word that the text holds, as it is listed, or None."""
        tokens = _tokens(text)
        latin = self._latin & {*tokens, *_spelled(tokens), "".join(tokens)}
        return min(latin) if latin else self._inside("".join(tokens))

    def _inside(self, squeezed: str) -> str | None:
        for place, letter in enumerate(squeezed):
            for word in self._others.get(letter, ()):
                if squeezed.startswith(word, place):
                    return word
        return None


def _tokens(text: str) -> list[str]:
    """Runs of letters and digits, folded; marks and what cannot be seen do not part them."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    spread = unicodedata.normalize("NFD", folded)
    seen = (_class(c) for c in spread)
    kept = "".join(c if kind == "L" else " " for c, kind in zip(spread, seen, strict=True) if kind)
    return unicodedata.normalize("NFC", kept).split()


def _class(character: str) -> str:
    """``L`` for letters and digits, nothing for marks and invisible ones, a blank for the rest."""
    kind = unicodedata.category(character)
    if kind[0] in "LN":
        return "L"
    return "" if kind[0] == "M" or (kind in ("Cf", "Cc") and not character.isspace()) else " "


def _spelled(tokens: list[str]) -> set[str]:
    """Words spelled letter by letter."""
    found, run = set(), ""
    for token in [*tokens, "--"]:
        if len(token) == 1:
            run += token
        else:
            found.add(run)
            run = ""
    return found
