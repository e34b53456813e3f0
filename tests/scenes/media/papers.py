"""PDFs written by hand: a few lines each (ISO 32000-2, section 7.5)."""

from __future__ import annotations


def pdf(pages: int = 2, size: tuple[float, float] = (300, 200)) -> bytes:
    """A document of pages with a red square on each."""
    drawing = b"1 0 0 rg 20 20 100 100 re f"
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
    ]
    for i in range(pages):
        box = f"/MediaBox [0 0 {size[0]} {size[1]}]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {4 + 2 * i} 0 R >>")
        objects.append(f"<< /Length {len(drawing)} >> stream\n{drawing.decode()}\nendstream")
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, words in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n".encode()
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    root = f"<< /Size {len(objects) + 1} /Root 1 0 R >>"
    return bytes(out + f"trailer\n{root}\nstartxref\n{table}\n%%EOF\n".encode())
