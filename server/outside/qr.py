"""QR codes, so that a headset or phone opens a link without typing. Only this file uses segno."""

from __future__ import annotations

import io

import segno


def terminal_qr(text: str) -> str:
    """A QR code (ISO/IEC 18004) drawn with half blocks, two modules a line, quiet zone included.

    Light modules are printed as ink, as terminals are dark; phones read it either way.
    """
    drawn = io.StringIO()
    segno.make(text, error="l", micro=False).terminal(out=drawn, border=2, compact=True)
    return drawn.getvalue()


def svg_qr(text: str) -> str:
    """The same code as an SVG element for a page; it scales with the space it is given."""
    code = segno.make(text, error="m", micro=False)
    return code.svg_inline(border=4, omitsize=True, dark="#14202b", light="#ffffff")


def file_qr(text: str) -> bytes:
    """The same code as an SVG file of its own."""
    file = io.BytesIO()
    code = segno.make(text, error="m", micro=False)
    code.save(file, kind="svg", border=4, omitsize=True, dark="#14202b", light="#ffffff")
    return file.getvalue()


def rows_qr(text: str) -> tuple[str, ...]:
    """The same code as rows of ``1`` (dark) and ``0``, without its quiet zone, to be drawn."""
    code = segno.make(text, error="m", micro=False)
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.matrix)
