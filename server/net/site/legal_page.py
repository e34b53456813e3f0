"""Legal documents as pages that need no script: whoever wants to read them can."""

from __future__ import annotations

import html
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from aiohttp import web

from server.net.route import Asked
from server.net.site.legal import wanted
from server.net.site.plain_page import LANGUAGES, framed, lang_of
from server.net.site.profile import site_answer
from server.run.site.legal import KINDS, Shown
from server.run.site.markdown import to_html

STYLE: Final = Path(__file__).with_name("legal.css")
WORDS: Final = {
    "zh": {
        "version": "第 {number} 版，{date} 起生效",
        "template": "随程序提供的模板，尚未经园区审阅发布",
        "footer": "网站信息",
    },
    "en": {
        "version": "Version {number}, in force since {date}",
        "template": "A template that came with the program; the park has not published its own yet",
        "footer": "About this site",
    },
}
BODY: Final = """<nav class="documents" aria-label="{footer_words}">{documents}</nav>
<article><h1>{title}</h1><p class="version">{version}</p>
{text}
</article>"""


async def get_page(asked: Asked) -> web.Response:
    """A document in the reader's language; ``?lang=`` chooses, ``?version=`` an older one."""
    lang = lang_of(asked)
    shown = await wanted(asked)
    text = page(shown, site_answer(asked.park), lang)
    return web.Response(
        text=text,
        content_type="text/html",
        headers={"Cache-Control": "no-cache", "Vary": "Accept-Language"},
    )


async def get_style(asked: Asked) -> web.FileResponse:
    """How these pages look."""
    headers = {"Content-Type": "text/css; charset=utf-8", "Cache-Control": "max-age=3600"}
    return web.FileResponse(STYLE, headers=headers)


def page(shown: Shown, site: dict[str, Any], lang: str) -> str:
    """The whole page."""
    short, _ = LANGUAGES[lang]
    words = WORDS[short]
    title = KINDS[shown.kind][0 if short == "zh" else 1]
    body = BODY.format(
        title=html.escape(title),
        documents="".join(_document(each, shown.kind, short, lang) for each in site["documents"]),
        footer_words=words["footer"],
        version=_version(shown, words),
        text=to_html(shown.text[short]),
    )
    return framed(title, body, site, lang)


def _document(each: dict[str, Any], kind: str, short: str, lang: str) -> str:
    here = ' aria-current="page"' if each["kind"] == kind else ""
    return f'<a href="{each["link"]}?lang={lang}"{here}>{html.escape(each["words"][short])}</a>'


def _version(shown: Shown, words: dict[str, str]) -> str:
    if shown.at is None:
        return words["template"]
    date = datetime.fromtimestamp(shown.at, UTC).strftime("%Y-%m-%d")
    return words["version"].format(number=shown.version, date=date)
