"""The demo park's documents and questions, read from the files beside this module."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from avatars.guides.knowledge.document import Document
from avatars.guides.knowledge.plain import document_of

FOLDERS = ("zh", "en")
KINDS = (".md", ".txt", ".csv")
TITLES: Mapping[str, str] = {
    "zh/companies.csv": "园区企业名录",
    "zh/contacts.csv": "联系表",
    "zh/faq.txt": "常见问题",
    "zh/notices.txt": "近期通知",
    "zh/units.csv": "可租空间一览",
    "en/companies.csv": "Companies of the park",
    "en/contacts.csv": "Whom to ask",
    "en/units.csv": "Space to let",
}
"""What tables and plain texts are called, which cannot say it themselves."""


@cache
def names() -> tuple[str, ...]:
    """Every document's name, as ``zh/rents.md``: it is the document's id too."""
    return tuple(
        f"{folder}/{each.name}"
        for folder in FOLDERS
        for each in sorted((files("avatars.guides.demo") / folder).iterdir(), key=lambda f: f.name)
        if each.name.endswith(KINDS)
    )


@cache
def documents() -> tuple[Document, ...]:
    """The whole knowledge base, in the order of its names."""
    return tuple(document_of(name, text(name), title=TITLES.get(name, "")) for name in names())


def text(name: str) -> str:
    """What a document's file holds; raises FileNotFoundError."""
    return (files("avatars.guides.demo") / name).read_bytes().decode()


def questions() -> str:
    """The questions that ship with the knowledge base: a JSON object a line."""
    return text("questions.jsonl")
