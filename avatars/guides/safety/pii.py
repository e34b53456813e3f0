"""Personal data, found by its form and hidden before anything leaves the park."""

from __future__ import annotations

import re
from typing import Final

_PHONE: Final = (
    r"(?<![\d.])(?:\+?86[-\s]?)?1[3-9]\d(?:[-\s]?\d{4}){2}(?!\d)"
    r"|(?<![\d.])\(?0\d{2,3}\)?[-\s]?\d{3,4}[-\s]?\d{4}(?!\d)"
    r"|(?<![\d.])[48]00[-\s]?\d{3,4}[-\s]?\d{3,4}(?!\d)"
    r"|(?<![A-Za-z0-9.])\+\d{1,3}[-\s]?\d{2,4}(?:[-\s]?\d{2,4}){2,3}(?!\d)"
)
_CITIZEN: Final = (
    r"(?<![\dA-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]"
    r"(?![\dA-Za-z])"
)
"""Numbers of identity cards (GB 11643)."""
_CARD: Final = r"(?<![\d.])(?:62|4\d|5[1-5])\d{2}(?:[-\s]?\d{4}){3}(?:[-\s]?\d{1,3})?(?!\d)"
_PROVINCES: Final = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
FORMS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("mail", re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")),
    ("id", re.compile(_CITIZEN)),
    ("card", re.compile(_CARD)),
    ("phone", re.compile(_PHONE)),
    ("wechat", re.compile(r"(?<=微信)(?:号)?[是为::\s]{0,3}(?P<own>[A-Za-z][\w-]{5,19})")),
    ("passport", re.compile(r"(?<![A-Za-z0-9])[EGDSPH][A-Z]?\d{7,8}(?![A-Za-z0-9])")),
    ("plate", re.compile(rf"[{_PROVINCES}][A-Z][·\s]?[A-Z0-9]{{5,6}}(?![A-Za-z0-9])")),
)  # fmt: skip
"""Mail addresses, identity numbers, bank cards, telephones, accounts, passports, number plates."""
_HIDDEN: Final = re.compile(r"⟦([a-z]+)(\d+)⟧")


class Mask:
    """Hides personal data behind names of its own, and puts it back into what comes home.

    The same text gets the same name, so a model can speak of it without having it.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def hide(self, text: str) -> str:
        """The text with ``⟦phone1⟧`` and the like where personal data was."""
        # A sender may write our brackets too: theirs become others first.
        text = text.replace("⟦", "[").replace("⟧", "]")
        for kind, form in FORMS:
            text = form.sub(lambda found, kind=kind: self._named(kind, found), text)  # type: ignore[misc]
        return text

    def show(self, text: str) -> str:
        """The text with everything back in its place; names that were never given are dropped."""
        return _HIDDEN.sub(lambda found: self._texts.get(found[0], ""), text)

    def _named(self, kind: str, found: re.Match[str]) -> str:
        own = found.groupdict().get("own") or found[0]
        if own not in self._names:
            name = f"⟦{kind}{len(self._names) + 1}⟧"
            self._names[own], self._texts[name] = name, own
        return found[0].replace(own, self._names[own])


def masked(text: str) -> str:
    """The text with personal data hidden for good."""
    return Mask().hide(text)
