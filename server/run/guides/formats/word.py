"""DOCX (ECMA-376) as text like Markdown; the only importer of python-docx.

The library opens the package and knows its styles; the body is walked here, as its own list of
paragraphs leaves out what stands in tracked insertions, content controls and text boxes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import docx

from server.run.guides.formats.found import FormatError, Found, bounded

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MOST_PARTS: Final = 5000
MOST_UNPACKED: Final = 200 * 2**20
MOST_XML: Final = 32 * 2**20
"""A part that is a tree of XML takes many times its size in memory."""
LEVEL: Final = re.compile(r"^(?:heading|标题|toc heading)\s*(\d)?", re.IGNORECASE)
MARK: Final = re.compile(r"^(#{1,6}|-) ")
ITEM, NONE = 0, -1
DEEPEST: Final = 64
SKIPPED: Final = frozenset({f"{W}del", f"{W}moveFrom", FALLBACK, f"{W}instrText", f"{W}delText"})


def text_of(data: bytes) -> Found:
    """Its text: headings, lists and tables as Markdown has them.

    Raises FormatError ``document_kind`` for another sort of package, ``document_encrypted``,
    ``document_unreadable``, ``document_too_long``.
    """
    _check(data)
    try:
        document: Any = docx.Document(io.BytesIO(data))
        blocks = list(_blocks(document.element.body, _levels(document), 0))
    except FormatError:
        raise
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a broken package raises whatever it likes
        raise FormatError("document_unreadable", type(error).__name__) from None
    text = "\n\n".join(block for block in _listed(blocks) if block.strip())
    if not text.strip():
        raise FormatError("document_unreadable", "empty")
    return Found(bounded(text))


def _check(data: bytes) -> None:
    """Refuse bombs by what the package says of itself: no more than that is ever unpacked."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        raise FormatError("document_unreadable", "zip") from None
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise FormatError("document_encrypted")
    if "[Content_Types].xml" not in names or "word/document.xml" not in names:
        raise FormatError("document_kind", "not a Word document")
    xml = max((part.file_size for part in parts if _is_xml(part.filename)), default=0)
    whole = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or whole > MOST_UNPACKED or xml > MOST_XML:
        raise FormatError("document_too_long", f"{whole} bytes unpacked")


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _levels(document: Any) -> dict[str, int]:
    """Which styles are headings, by their outline level, else by their names; 0 for items."""
    found: dict[str, int] = {}
    for style in document.styles.element.iter(f"{W}style"):
        id, name = style.get(f"{W}styleId", ""), style.find(f"{W}name")
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        words = name.get(f"{W}val", "") if name is not None else ""
        if outline is not None and outline.get(f"{W}val", "").isdigit():
            level = int(outline.get(f"{W}val")) + 1
            if level <= 6:
                found[id] = level
        elif (match := LEVEL.match(words)) is not None:
            found[id] = min(int(match[1] or 1), 6)
        elif words.lower() in ("title", "标题"):
            found[id] = 1
        elif style.find(f"{W}pPr/{W}numPr") is not None:
            found[id] = ITEM
    return found


def _blocks(parent: Any, levels: dict[str, int], depth: int) -> Iterator[str]:
    """Paragraphs and tables, in order; what wraps some of them is looked into."""
    if depth > DEEPEST:
        return
    for element in parent:
        if element.tag == f"{W}p":
            yield _paragraph(element, levels)
            for box in _boxes(element):
                yield from _blocks(box, levels, depth + 1)
        elif element.tag == f"{W}tbl":
            yield _table(element, levels, depth)
        elif isinstance(element.tag, str) and element.tag not in SKIPPED:
            yield from _blocks(element, levels, depth + 1)


def _boxes(paragraph: Any) -> Iterator[Any]:
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(above.tag == FALLBACK for above in box.iterancestors()):
            yield box


def _paragraph(element: Any, levels: dict[str, int]) -> str:
    text = "".join(_letters(element, 0)).strip()
    style = element.find(f"{W}pPr/{W}pStyle")
    level = levels.get(style.get(f"{W}val", ""), NONE) if style is not None else NONE
    is_item = level == ITEM
    own = element.find(f"{W}pPr/{W}outlineLvl")
    if own is not None and own.get(f"{W}val", "").isdigit() and int(own.get(f"{W}val")) < 6:
        level = int(own.get(f"{W}val")) + 1
    if not text:
        return ""
    if level > 0:
        return f"{'#' * level} {' '.join(text.split())}"
    is_item = is_item or element.find(f"{W}pPr/{W}numPr") is not None
    return f"- {text}" if is_item else text


def _letters(element: Any, depth: int) -> Iterator[str]:
    """The letters of a paragraph, but those struck out by tracked changes."""
    if depth > DEEPEST:
        return
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in (f"{W}tab", f"{W}ptab"):
            # A stop of the ruler in the paragraph's properties has the same name.
            yield "" if element.tag == f"{W}tabs" else "\t"
        elif tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif isinstance(tag, str) and tag not in SKIPPED and tag not in _ELSEWHERE:
            yield from _letters(child, depth + 1)


_ELSEWHERE: Final = frozenset({f"{W}txbxContent", f"{W}pPr", f"{W}rPr", f"{W}sectPr"})


def _table(element: Any, levels: dict[str, int], depth: int) -> str:
    """A table as Markdown writes one: its first row is its head."""
    rows = [row for row in _rows(element, levels, depth) if any(row)]
    if not rows:
        return ""
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _rows(table: Any, levels: dict[str, int], depth: int) -> Iterator[list[str]]:
    """Cells row by row; one that spans rows says in each of them what it says in the first."""
    above: list[str] = []
    for row in table.iter(f"{W}tr"):
        if next(row.iterancestors(f"{W}tbl"), None) is not table:
            continue
        cells: list[str] = []
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr"), None) is not row:
                continue
            over = above[len(cells)] if len(cells) < len(above) else ""
            cells += _cell(cell, levels, depth, over)
        above = cells
        yield cells


def _cell(cell: Any, levels: dict[str, int], depth: int, above: str) -> list[str]:
    merge, span = cell.find(f"{W}tcPr/{W}vMerge"), cell.find(f"{W}tcPr/{W}gridSpan")
    blocks = (MARK.sub("", block) for block in _blocks(cell, levels, depth + 1))
    words = " ".join(" ".join(blocks).split()).replace("|", "／")
    if merge is not None and merge.get(f"{W}val", "continue") == "continue" and not words:
        words = above
    value = span.get(f"{W}val", "1") if span is not None else "1"
    return [words, *[""] * (min(int(value), 64) - 1 if value.isdigit() else 0)]


def _listed(blocks: list[str]) -> Iterator[str]:
    """Items of a list stand on lines of one block."""
    items: list[str] = []
    for block in blocks:
        if block.startswith("- "):
            items.append(block)
            continue
        if items and block:
            yield "\n".join(items)
            items = []
        yield block
    yield "\n".join(items)


def warm_up() -> None:
    """Write a document and read it, so that what the library loads late is loaded."""
    made, out = docx.Document(), io.BytesIO()
    made.add_heading("warm", 1)
    made.add_table(1, 1)
    made.save(out)
    text_of(out.getvalue())
