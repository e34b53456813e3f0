"""A talk to take along: a page without scripts, or a Markdown file, with sources and AI label."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import quote

from aiohttp import web

from avatars.guides.safety import labels
from server.net.guides.own import own_of
from server.net.route import Asked
from server.net.site.plain_page import framed, lang_of
from server.net.site.profile import site_answer
from server.run.guides.errors import GuideError
from server.run.guides.records import ReadClause, ReadDialogue, ReadTurn
from server.run.site.duty import zone_of

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "zh": {
        "title": "与{name}的对话",
        "when": "{park} · {when}",
        "asked": "您问",
        "ai": "AI 讲解员",
        "human": "园区工作人员",
        "cut": "（此处被打断）",
        "sources": "资料来源",
        "source": "《{title}》第 {version} 版",
        "file": "下载 Markdown 文件",
        "print": "可用浏览器打印或另存为 PDF。价格与政策以园区书面答复为准。",
        "empty": "这段对话里还没有问题。",
        "until": "这份记录保留到 {when}，届时自动删除；您也可以在对话页随时删除。",
    },
    "en": {
        "title": "Your talk with {name}",
        "when": "{park} · {when}",
        "asked": "You asked",
        "ai": "AI guide",
        "human": "Park staff",
        "cut": "(interrupted here)",
        "sources": "Sources",
        "source": "“{title}”, version {version}",
        "file": "Download as Markdown",
        "print": "Print it, or save it as a PDF, from your browser. For prices and policies the "
        "park's written answer counts.",
        "empty": "Nothing was asked in this talk yet.",
        "until": "This record is kept until {when} and then deleted by itself; you can delete it "
        "at any time on the page of the talk.",
    },
}
DAY: Final = 86_400.0


async def get_own_summary(asked: Asked) -> web.Response:
    """The talk as a page in the reader's language, or as a file with ``?format=md``."""
    found = await own_of(asked)
    if asked.request.query.get("format") == "md":
        return _file(asked, found)
    lang = lang_of(asked)
    return web.Response(
        text=page(asked, found, lang),
        content_type="text/html",
        headers={"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"},
    )


def page(asked: Asked, found: ReadDialogue, lang: str) -> str:
    """The page's HTML; nothing in it is markup but ours."""
    short = "en" if lang == "en" else "zh"
    words, site = WORDS[short], site_answer(asked.park)
    title = words["title"].format(name=_name(asked, found, short))
    parts = [
        f"<article><h1>{html.escape(title)}</h1>",
        f'<p class="version">{html.escape(_when(asked, found, short, site))}</p>',
        f"<p><strong>{html.escape(labels.EXPORT[short])}</strong></p>",
    ]
    parts += [_turn(turn, words) for turn in found.turns] or [f"<p>{words['empty']}</p>"]
    ends = _day(asked, found.stored.last + asked.park.settings.guide_days * DAY)
    parts += [
        f"<p>{html.escape(words['print'])}</p>",
        f"<p>{html.escape(words['until'].format(when=ends))}</p>",
        f'<p><a href="?format=md&amp;lang={lang}" download>{html.escape(words["file"])}</a></p>',
        "</article>",
    ]
    meta = html.escape(_aigc(found, site), quote=True)
    head = f'\n<meta name="robots" content="noindex">\n<meta name="AIGC" content="{meta}">'
    return framed(title, "\n".join(parts), site, lang, head)


def _turn(turn: ReadTurn, words: Mapping[str, str]) -> str:
    said = []
    if turn.question:
        said.append(f"<h2>{words['asked']}: {html.escape(turn.question)}</h2>")
    for by, text in _voices(turn):
        said.append(f"<p><strong>{words[by]}:</strong> {html.escape(text)}</p>")
    if turn.heard is not None:
        said.append(f"<p><em>{words['cut']}</em></p>")
    sources = [f"<li>{html.escape(line)}</li>" for line in _sources(turn, words)]
    if sources:
        said.append(f"<p>{words['sources']}</p>\n<ul>\n" + "\n".join(sources) + "\n</ul>")
    return "<section>\n" + "\n".join(said) + "\n</section>"


def _file(asked: Asked, found: ReadDialogue) -> web.Response:
    """Markdown with the label in sight and the metadata in its head."""
    short = "en" if lang_of(asked) == "en" else "zh"
    words, site = WORDS[short], site_answer(asked.park)
    title = words["title"].format(name=_name(asked, found, short))
    lines = ["---", f"AIGC: {_aigc(found, site)}", "---", "", f"# {_plain(title)}", ""]
    lines += [_when(asked, found, short, site), "", f"**{labels.EXPORT[short]}**", ""]
    for turn in found.turns:
        lines += _told(turn, words)
    lines += [words["print"], ""]
    name = quote(f"{title}.md")
    return web.Response(
        text="\n".join(lines),
        content_type="text/markdown",
        charset="utf-8",
        headers={
            "Cache-Control": "no-store",
            "Content-Disposition": f"attachment; filename=\"talk.md\"; filename*=UTF-8''{name}",
        },
    )


def _told(turn: ReadTurn, words: Mapping[str, str]) -> Iterator[str]:
    if turn.question:
        yield from (f"## {words['asked']}: {_plain(turn.question)}", "")
    for by, text in _voices(turn):
        yield from (f"**{words[by]}:** {_plain(text)}", "")
    if turn.heard is not None:
        yield from (f"*{words['cut']}*", "")
    sources = [f"- {_plain(line)}" for line in _sources(turn, words)]
    if sources:
        yield from (f"{words['sources']}:", "", *sources, "")


def _voices(turn: ReadTurn) -> list[tuple[str, str]]:
    """What was said, joined for as long as the same one speaks; of a cut answer what was heard."""
    if turn.heard is not None:
        return [("ai", turn.heard)] if turn.heard else []
    told: list[tuple[str, str]] = []
    for clause in turn.clauses:
        if told and told[-1][0] == clause.by:
            told[-1] = (clause.by, told[-1][1] + _gap(clause) + clause.text)
        else:
            told.append((clause.by, clause.text))
    return told


def _gap(clause: ReadClause) -> str:
    return " " if clause.lang == "en" else ""


def _sources(turn: ReadTurn, words: Mapping[str, str]) -> list[str]:
    """Each document that the answer rests on, once."""
    cited = {(c.title, c.version) for clause in turn.clauses for c in clause.citations}
    return [
        words["source"].format(title=title, version=version) for title, version in sorted(cited)
    ]


def _plain(text: str) -> str:
    """Words that are nothing but words in Markdown."""
    marked = "".join(f"\\{each}" if each in "\\`*_{}[]<>#|" else each for each in text)
    return " ".join(marked.split())


def _name(asked: Asked, found: ReadDialogue, short: str) -> str:
    try:
        names = asked.park.guides.personas.of(found.stored.persona).name
    except GuideError:
        return WORDS[short]["ai"]
    return names.get(short) or WORDS[short]["ai"]


def _when(asked: Asked, found: ReadDialogue, short: str, site: Mapping[str, Any]) -> str:
    park = str(site["name"][short])
    return WORDS[short]["when"].format(park=park, when=_day(asked, found.stored.began))


def _day(asked: Asked, at: float) -> str:
    zone = zone_of(asked.park.inbox.duty.zone)
    return datetime.fromtimestamp(at, UTC).astimezone(zone).strftime("%Y-%m-%d")


def _aigc(found: ReadDialogue, site: Mapping[str, Any]) -> str:
    """Who had it made, and which piece it is (GB 45438-2025, implicit label)."""
    producer = site["operator"].get("zh") or site["name"]["zh"]
    return labels.aigc(str(producer), found.stored.id)
