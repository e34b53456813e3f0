"""Legal texts: a small part of Markdown (CommonMark's spelling) made into HTML.

Headings with ``##``, paragraphs, lists with ``-`` or ``1.``, ``**bold**``, ``[links](https://…)``,
``> notes``, ``---``. Everything else is text: no HTML passes, and links lead to pages and mail.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

__all__ = ["to_html"]

BOLD: Final = re.compile(r"\*\*(.+?)\*\*")
LINK: Final = re.compile(r"\[([^\]\[]+)\]\(((?:https?://|mailto:|/)[^\s()<>\"']+)\)")
HEADING: Final = re.compile(r"(#{1,4})\s+(.+)")
QUOTE: Final = re.compile(r">\s?(.+)")
BULLET: Final = re.compile(r"[-*]\s+(.+)")
NUMBER: Final = re.compile(r"\d{1,3}[.、]\s*(.+)")


def to_html(text: str) -> str:
    """The text as HTML that holds only elements made here."""
    blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return "\n".join(part for block in blocks for part in _block(block) if part)


def _block(block: str) -> Iterator[str]:
    """Lines of one kind in a row become one element."""
    lines = (line.strip() for line in block.split("\n"))
    for kind, group in groupby((line for line in lines if line), key=_kind):
        yield _element(kind, list(group))


def _kind(line: str) -> str:
    if HEADING.fullmatch(line):
        return "h"
    if re.fullmatch(r"-{3,}", line):
        return "hr"
    if QUOTE.fullmatch(line):
        return "blockquote"
    if BULLET.fullmatch(line):
        return "ul"
    return "ol" if NUMBER.fullmatch(line) else "p"


def _element(kind: str, lines: list[str]) -> str:
    if kind == "h":
        return "\n".join(_heading(line) for line in lines)
    if kind == "hr":
        return "<hr>"
    if kind == "blockquote":
        lines = [line.lstrip("> ") for line in lines]
        return f"<blockquote><p>{'<br>'.join(_inline(line) for line in lines)}</p></blockquote>"
    if kind == "p":
        return f"<p>{'<br>'.join(_inline(line) for line in lines)}</p>"
    told = BULLET if kind == "ul" else NUMBER
    items = (told.fullmatch(line) for line in lines)
    rows = "".join(f"<li>{_inline(item[1])}</li>" for item in items if item)
    return f"<{kind}>{rows}</{kind}>"


def _heading(line: str) -> str:
    found = HEADING.fullmatch(line)
    assert found is not None
    level = len(found[1])
    return f"<h{level}>{_inline(found[2])}</h{level}>"


def _inline(text: str) -> str:
    """Bold and links; what stands between the marks is escaped first."""
    parts, at = [], 0
    for link in LINK.finditer(text):
        parts.append(_bold(text[at : link.start()]))
        href = html.escape(link[2], quote=True)
        parts.append(f'<a href="{href}" rel="noopener noreferrer">{html.escape(link[1])}</a>')
        at = link.end()
    return "".join([*parts, _bold(text[at:])])


def _bold(text: str) -> str:
    return BOLD.sub(r"<strong>\1</strong>", html.escape(text))
