"""The assets that several projects test with, when they lie beside the checkout."""

from __future__ import annotations

from scenes.exhibits.document import Document, Source
from scenes.exhibits.gate import admit
from scenes.exhibits.policy import Policy
from tools.places import ROOT

SHARED = ROOT.parent / "shared" / "assets"
NAMES = sorted(p.name for p in SHARED.iterdir() if p.is_dir()) if SHARED.is_dir() else []


def sources(name: str) -> list[Source]:
    """The files of an asset, as a person would upload them together."""
    folder = SHARED / name
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [Source(str(p.relative_to(folder)), memoryview(p.read_bytes())) for p in files]


def admitted(name: str) -> Document:
    """An asset that the gate has let in."""
    document = admit(sources(name), Policy()).document
    assert document is not None
    return document
