"""A plain file as a record: front matter is read, the text stays whole, so offsets are its own."""

# ruff: noqa: E501 - patterns are read as one line
from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, cast

from avatars.guides.knowledge import language
from avatars.guides.knowledge.dates import day_of
from avatars.guides.knowledge.document import Document, Kind, Lang, Visibility
from avatars.guides.knowledge.fold import folded
from avatars.guides.knowledge.structure import blocks
from avatars.guides.knowledge.validity import NEVER, validity

_FRONT: Final = re.compile(r"\ufeff?---[ \t]*\r?\n((?:.*\r?\n){0,60}?)---[ \t]*(?:\r?\n|$)")
_FIELD: Final = re.compile(r"^([A-Za-z_\u4e00-\u9fff -]{1,30})[:：]\s*(.*?)\s*$", re.MULTILINE)
_NAMES: Final = {
    "title": "title name 标题 名称 题目",
    "lang": "lang language locale 语言",
    "valid_from": "valid_from valid-from effective effective_date effective_from from start start_date 生效 生效日期 施行日期 起始日期 实施日期 开始日期",
    "valid_until": "valid_until valid-until valid_to valid-to until expires expiry expiry_date expire end end_date expired expiration 失效 失效日期 有效期至 截止日期 废止日期 到期 到期日 结束日期",
    "visibility": "visibility access audience confidentiality 可见 可见性 密级 可见范围 受众",
    "regions": "regions region area 地区 适用地区 区域 适用范围",
    "version": "version rev revision 版本 版本号",
    "kind": "kind type category 类型 类别",
    "status": "status state 状态",
}
_FIELDS: Final = {name: field for field, names in _NAMES.items() for name in names.split()}
_STAFF: Final = re.compile(
    r"staff|internal|private|confidential|secret|restricted|内部|员工|机密|保密|秘密|不公开"
)
_INVESTORS: Final = re.compile(r"investor|投资")
_DEAD: Final = re.compile(
    r"repeal|expired|supersed|withdrawn|obsolete|archiv|deprecat|废止|失效|作废|停用"
)
_KINDS: Final = {
    "policy": re.compile(r"polic|政策|办法|规定"),
    "exhibit": re.compile(r"exhibit|展品"),
    "company": re.compile(r"compan|企业|公司"),
    "unit": re.compile(r"unit|房源|单元"),
}


def document_of(  # noqa: PLR0913 - what a caller knows better than the file
    name: str,
    text: str,
    *,
    title: str = "",
    lang: Lang | None = None,
    kind: Kind | None = None,
    visibility: Visibility | None = None,
    valid_from: date | None = None,
    valid_until: date | None = None,
    version: int = 1,
) -> Document:
    """A file named ``name`` as a record; what is given goes before what the file says."""
    fields = front_matter(text)
    own_title = title or fields.get("title") or title_of(name, text)
    said = validity(text, own_title)
    last = valid_until or _day(fields.get("valid_until"), 1) or said.last
    if last is None and (said.repealed or _DEAD.search(fields.get("status", ""))):
        last = NEVER
    return Document(
        id=name,
        title=own_title,
        text=text,
        lang=lang or _lang(fields.get("lang", "")) or language.of(text),
        version=version,
        kind=kind or _kind(fields.get("kind", "")) or _policy(own_title),
        visibility=visibility or _visibility(fields.get("visibility", "")),
        valid_from=valid_from or _day(fields.get("valid_from"), 0) or said.first,
        valid_until=last,
        regions=tuple(
            part.strip()
            for part in re.split(r"[,，、;；\[\]]+", fields.get("regions", ""))
            if part.strip()
        ),
    )


def front_matter(text: str) -> Mapping[str, str]:
    """What stands in the front matter, under our own names."""
    found = _FRONT.match(text)
    if found is None:
        return {}
    pairs = ((k.strip().lower(), v.strip("'\" ")) for k, v in _FIELD.findall(found[1]))
    return {_FIELDS[k]: v for k, v in pairs if k in _FIELDS and v}


def title_of(name: str, text: str) -> str:
    """The first heading when it opens the text, else the name without folders and ending."""
    first = next((block for block in blocks(text, name) if block.kind != "meta"), None)
    if first is not None and first.kind == "heading" and first.headings:
        return first.headings[-1]
    return re.sub(r"\.\w{1,5}$", "", name.replace("\\", "/").rsplit("/", 1)[-1])


def _day(words: str | None, side: int) -> date | None:
    read = day_of(folded(words)) if words else None
    return read[side] if read else None


def _lang(words: str) -> Lang | None:
    small = folded(words)
    if small.startswith(("zh", "cn", "中", "chinese")):
        return "zh"
    return "en" if small.startswith(("en", "英")) else None


def _visibility(words: str) -> Visibility:
    small = folded(words)
    if _STAFF.search(small):
        return "staff"
    return "investors" if _INVESTORS.search(small) else "public"


def _kind(words: str) -> Kind | None:
    small = folded(words)
    return cast("Kind | None", next((k for k, rule in _KINDS.items() if rule.search(small)), None))


def _policy(title: str) -> Kind:
    return "policy" if _KINDS["policy"].search(folded(title)) else "document"
