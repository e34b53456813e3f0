"""Sheets set by Typst. Only this file imports it; it is heavy, and loaded when first needed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

SERIF: Final = (
    *("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun"),
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei"),
)
"""Faces with Chinese, the best for a sheet first."""


class NoFaceError(Exception):
    """This machine has no typeface with Chinese."""


def pdf_of(template: Path, told: Mapping[str, Any], fonts: str = "") -> bytes:
    """A PDF/A-3 of a template and its data, which the template reads as ``sys.inputs.told``.

    ``fonts``: a folder with more typefaces. Raises NoFaceError. Blocking, a third of a second.
    """
    return _set(template, told, fonts, {"format": "pdf", "pdf_standards": ["a-3b"]})


def picture_of(template: Path, told: Mapping[str, Any], fonts: str = "", ppi: int = 110) -> bytes:
    """The same sheet as a PNG."""
    return _set(template, told, fonts, {"format": "png", "ppi": ppi})


def _set(template: Path, told: Mapping[str, Any], fonts: str, way: dict[str, Any]) -> bytes:
    import typst

    folders = [fonts] if fonts else []
    faces = known_faces(tuple(folders))
    if not faces:
        raise NoFaceError
    inputs = {"told": json.dumps({**told, "fonts": faces}, ensure_ascii=False)}
    made: Any = typst.compile(str(template), sys_inputs=inputs, font_paths=folders, **way)
    return bytes(made)


@cache
def known_faces(folders: Sequence[str]) -> list[str]:
    """The faces with Chinese that are there."""
    import typst

    there = set(typst.Fonts(font_paths=list(folders)).families())
    return [face for face in SERIF if face in there]
