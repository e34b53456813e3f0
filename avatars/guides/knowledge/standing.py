"""Whether a record is in force on a day: its own dates, and what newer records take its place."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from avatars.guides.knowledge.document import Document
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.numerals import chinese_value


@dataclass(frozen=True, slots=True)
class Standing:
    """From when until when a record holds; ``by`` is the newer record that ends it, if one does."""

    first: date | None = None
    last: date | None = None
    by: str = ""

    def holds(self, today: date) -> bool:
        """Whether it is in force."""
        early = self.first is not None and today < self.first
        return not early and (self.last is None or today <= self.last)


_YEAR: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[-_.年/]?(\d{1,2})(?:[-_.月/]?(\d{1,2}))?)?(?!\d)[年月日版度]{0,2}"
)
_VERSION: Final = re.compile(
    r"(?:\bv|版本|version|rev\.?|_v|-v)\s*(\d{1,3}(?:\.\d{1,3})?)|第([一二三四五六七八九十\d]{1,3})版"
)
_OLD: Final = re.compile(r"旧版|原版|(?<![a-z])old(?![a-z])|previous|历史|archive|存档|上一版")
_NEW: Final = re.compile(
    r"新版|修订版?|最新|现行|(?<![a-z])new(?![a-z])|revised|current|latest|updated|更新版?"
)
_FILLING: Final = re.compile(r"[\W_]+|\b(?:md|txt|csv|pdf|docx|the|of|for|edition|zh|en|cn)\b|版")
_ENDS: Final = re.compile(
    r"(?:原|同时)?《([^》]{2,40})》[^。\n]{0,30}(?:废止|失效|停止执行|作废)"
    r"|(?:代替|取代|替代|废止|替换)(?:了|原)?《([^》]{2,40})》"
    r"|(?:supersedes?|replaces?|repeals?)\s+(?:the )?[\"“《]?([^\"”》\n.]{4,70})"
)


def standings(documents: Iterable[Document]) -> Mapping[str, Standing]:
    """The standing of each record, by its id."""
    known = list(documents)
    found = {d.id: Standing(d.valid_from, d.valid_until) for d in known}
    for family in _families(known):
        for older, newer in itertools.pairwise(family):
            _end(found, older, newer, _since(newer))
    for newer in known:
        for older in _ended_by(newer, known):
            _end(found, older, newer, newer.valid_from)
    return found


def _end(found: dict[str, Standing], older: Document, newer: Document, since: date | None) -> None:
    one = found[older.id]
    last = (since or date.min + timedelta(days=1)) - timedelta(days=1)
    if one.last is None or last < one.last:
        found[older.id] = Standing(one.first, last, newer.id)


def _families(known: Iterable[Document]) -> Iterable[list[Document]]:
    """Records whose titles differ in nothing but year or version, oldest first."""
    families: dict[tuple[str, str, str], list[Document]] = defaultdict(list)
    for document in known:
        families[_family(document)].append(document)
    for (name, _, _), members in families.items():
        ages = [_age(member) for member in members]
        if len(name) >= 2 and len(members) > 1 and len(set(ages)) == len(ages):
            yield [
                member for _, member in sorted(zip(ages, members, strict=True), key=lambda x: x[0])
            ]


def _family(document: Document) -> tuple[str, str, str]:
    title = folded(document.title)
    for rule in (_YEAR, _VERSION, _OLD, _NEW):
        title = rule.sub(" ", title)
    title = re.sub(r"[(（][^)）]{0,12}[)）]", " ", title)
    return _FILLING.sub("", title), document.lang, document.kind


def _age(document: Document) -> tuple[int, int, int, float, int]:
    """What makes a record newer: its dates, its version, words such as "revised"."""
    words = folded(f"{document.title} {document.id}")
    year = _YEAR.search(folded(document.title)) or _YEAR.search(folded(document.id))
    version = _VERSION.search(words)
    number = 0.0
    if version:
        raw = version[1] or version[2]
        number = float(raw) if raw[0].isdigit() else (chinese_value(raw) or 0.0)
    word = bool(_NEW.search(words)) - bool(_OLD.search(words))
    since = document.valid_from
    parts = [int(part or 0) for part in year.groups()] if year else [0, 0, 0]
    if since is not None:
        parts = [since.year, since.month, since.day]
    return parts[0], parts[1], parts[2], number, word


def _since(document: Document) -> date | None:
    if document.valid_from is not None:
        return document.valid_from
    year = _YEAR.search(folded(document.title)) or _YEAR.search(folded(document.id))
    if not year:
        return None
    try:
        return date(int(year[1]), int(year[2] or 1), int(year[3] or 1))
    except ValueError:
        return date(int(year[1]), 1, 1)


def _ended_by(newer: Document, known: Iterable[Document]) -> Iterable[Document]:
    plain = folded(newer.text[:60_000])
    for found in _ENDS.finditer(plain):
        named = _bare(next(part for part in found.groups() if part))
        for older in known:
            title = _bare(older.title)
            if (
                older.id != newer.id
                and len(title) >= 4
                and (named == title or _covers(named, title))
            ) and named != _bare(newer.title):
                yield older


def _covers(named: str, title: str) -> bool:
    return len(named) >= 6 and (named.startswith(title) or title.startswith(named))


def _bare(title: str) -> str:
    return re.sub(r"[\W_]+", "", folded(title))
