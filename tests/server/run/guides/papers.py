"""Files as staff hand them in, and as nobody should."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx
from pypdf import PdfReader, PdfWriter


def pdf(*lines: str, pages: int = 1) -> bytes:
    """A PDF with the same lines of Latin text on each page, one below the other."""
    shown = "".join(f"0 -14 Td ({line}) Tj " for line in lines)
    return pdf_of(f"BT /F 12 Tf 40 780 Td {shown} ET".encode("latin-1"), pages)


def pdf_of(content: bytes, pages: int = 1, packed: bool = False) -> bytes:
    """A PDF whose pages all draw some content."""
    kids = " ".join(f"{5 + n} 0 R" for n in range(pages))
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F 3 0 R>>>>>>"
    )
    how = "/Filter/FlateDecode" if packed else ""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<</Length {len(content)}{how}>>stream\n".encode() + content + b"\nendstream",
        *[page.encode() for _ in range(pages)],
    ]
    return _assembled(bodies)


def _assembled(bodies: list[bytes]) -> bytes:
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, body in enumerate(bodies, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj".encode() + body + b"endobj\n")
    start = out.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    table = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}"
    end = f"trailer<</Root 1 0 R/Size {len(places) + 1}>>\nstartxref\n{start}\n%%EOF"
    out.write((table + end).encode())
    return out.getvalue()


def locked(data: bytes, password: str, titles: tuple[str, ...] = ()) -> bytes:
    """A PDF with a reader's password and bookmarks to its first page."""
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(data))), io.BytesIO()
    for title in titles:
        writer.add_outline_item(title=title, page_number=0)
    writer.encrypt(password, "owner", algorithm="AES-256")
    writer.write(out)
    return out.getvalue()


def packed_bomb(megabytes: int) -> bytes:
    """A PDF whose only page unpacks to so many megabytes of drawing."""
    squeezer = zlib.compressobj(9)
    piece = b"(a) Tj " * 149_797
    squeezed = b"".join(squeezer.compress(piece) for _ in range(megabytes)) + squeezer.flush()
    return pdf_of(squeezed, packed=True)


def word() -> bytes:
    """A DOCX with headings, a list and a table."""
    made, out = docx.Document(), io.BytesIO()
    made.add_heading("园区租金", 1)
    made.add_paragraph("A 座每平方米每天 2.8 元。")
    made.add_heading("优惠", 2)
    made.add_paragraph("首年免物业费", style="List Bullet")
    made.add_paragraph("次年减半", style="List Bullet")
    table = made.add_table(3, 2)
    for row, cells in zip(
        table.rows, (("单元", "面积"), ("A-101", "320 m²"), ("A-102", "-5 | 410 m²")), strict=True
    ):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    made.save(out)
    return out.getvalue()


def package(document: bytes, **more: bytes) -> bytes:
    """A DOCX whose body is some XML of the test's own."""
    base, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(base)
    with zipfile.ZipFile(base) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, document if name == "word/document.xml" else old.read(name))
        for name, data in more.items():
            new.writestr(name, data)
    return out.getvalue()


def body(inner: str, doctype: str = "") -> bytes:
    """The XML of a DOCX's body."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f"{head}{doctype}<w:document {space}><w:body>{inner}</w:body></w:document>".encode()
