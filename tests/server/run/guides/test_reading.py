"""Files read inside the walls: honest ones as they are, hostile ones refused by a code."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from server.run.guides.errors import GuideError
from server.run.guides.reading import MOST_BYTES, read_bytes, read_text
from server.run.worker import Workers
from tests.server.run.guides import papers


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def workers() -> AsyncIterator[Workers]:
    opened = Workers(1)
    yield opened
    await opened.close()


ZH = "# 租金\n\n每平方米 2.8 元，物业费 1.2 元。\r\n"
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_honest_files_of_every_kind_inside_the_walls(workers: Workers) -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"):
        read = await read_bytes(workers, ZH.encode(encoding), "租金.md")
        assert (read.text, read.pages) == (ZH, None), encoding
    assert (await read_bytes(workers, b"a,b\n1,2\n", "x.CSV")).text == "a,b\n1,2\n"
    read = await read_bytes(workers, papers.pdf("Rent is 2.8 yuan.", "Power: 800 kVA."), "r.pdf")
    assert (read.text, read.pages) == ("Rent is 2.8 yuan.\n\nPower: 800 kVA.", 1)
    assert "# 园区租金" in (await read_bytes(workers, papers.word(), "r.docx")).text
    locked = papers.locked(papers.pdf("Rent is 2.8 yuan."), "")
    assert (await read_bytes(workers, locked, "r.pdf")).text == "Rent is 2.8 yuan."


LAUGHS: str = (
    '<!DOCTYPE w [<!ENTITY a "hahahahaha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
HOSTILE: dict[str, tuple[str, Callable[[], bytes], str | None]] = {
    "zip bomb": ("a.docx", lambda: papers.package(b"<w:p/>" * 8_000_000), "document_too_long"),
    "entities": (
        "a.docx",
        lambda: papers.package(papers.body("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", LAUGHS)),
        "document_unreadable",
    ),
    "packed page": ("a.pdf", lambda: papers.packed_bomb(12), None),
    "binary as text": ("a.txt", lambda: bytes(range(256)) * 40, "document_unreadable"),
    "text as PDF": ("a.pdf", lambda: b"nothing of the kind", "document_unreadable"),
    "a sheet as a letter": ("a.docx", lambda: _zip("xl/workbook.xml"), "document_kind"),
    "a password": (
        "a.pdf",
        lambda: papers.locked(papers.pdf("x"), "guess"),
        "document_encrypted",
    ),
    "a program": ("a.exe", lambda: b"MZ", "document_kind"),
    "an empty page": ("a.pdf", lambda: papers.pdf_of(b"q Q"), "document_unreadable"),
    "an empty file": ("a.md", lambda: b" \n", "document_unreadable"),
    "a long text": ("a.txt", lambda: b"x" * 400_001, "document_too_long"),
}


def _zip(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<x/>")
        package.writestr(name, "<x/>")
    return out.getvalue()


@pytest.mark.parametrize("case", HOSTILE)
async def test_hostile_files_are_refused_by_a_code(workers: Workers, case: str) -> None:
    name, made, code = HOSTILE[case]
    with pytest.raises(GuideError) as refused:
        await read_bytes(workers, made(), name)
    assert refused.value.code == code or (
        code is None and refused.value.code.startswith("document_")
    )
    assert workers.processes == []


async def test_a_file_that_is_too_large_is_not_even_looked_at(
    workers: Workers, tmp_path: Path
) -> None:
    path = tmp_path / "x"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(GuideError, match="document_too_large"):
        await read_text(workers, path, "x.pdf")
