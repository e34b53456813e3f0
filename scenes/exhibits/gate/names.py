"""Names that a file may carry but nobody should have to read: kept, in a form that does no harm."""

from __future__ import annotations

import re

from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.tables import Json, items, text_of

__all__ = ["check_names", "is_odd_name", "neutral_name"]

LONGEST = 256
"""Characters of a name."""
HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, marks that turn the direction of writing, what cannot be seen, halves of pairs."""
MARKUP = re.compile(r"<(?=[A-Za-z/!?])")
PROTOTYPE = re.compile(r"_*(?:__proto__|constructor|prototype)")
"""Names that mean something to every JavaScript object."""
LISTS = (
    *("nodes", "meshes", "materials", "animations", "skins", "cameras", "scenes"),
    *("images", "textures", "samplers", "accessors", "buffers", "bufferViews"),
)


def neutral_name(text: str) -> str:
    """A name as it may be shown and used as a key; one that is harmless comes back as it was."""
    plain = HARMFUL.sub("", text) if HARMFUL.search(text) else text
    plain = MARKUP.sub("‹", plain)
    if len(plain) > LONGEST:
        plain = plain[: LONGEST - 1] + "…"
    return f"_{plain}" if PROTOTYPE.fullmatch(plain) else plain


def is_odd_name(text: str) -> bool:
    """Whether a name will be shown in another form than it came in."""
    return neutral_name(text) != text


def check_names(json: Json, report: Report) -> None:
    """Tell of every name of the document that will be changed."""
    for listed in LISTS:
        for index, item in enumerate(items(json, listed)):
            name = text_of(item, "name") if item else None
            if name is not None and is_odd_name(name):
                report.warning("ODD_NAME", f"/{listed}/{index}/name", name)
