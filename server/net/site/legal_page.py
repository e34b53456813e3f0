"""Legal documents as pages that need no script: whoever wants to read them can."""

from __future__ import annotations

import html
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from aiohttp import web

from server.errors import RequestError
from server.net.gate import LANG
from server.net.route import Asked
from server.net.site.legal import wanted
from server.net.site.profile import site_answer
from server.run.site.legal import KINDS, Shown
from server.run.site.markdown import to_html

STYLE: Final = Path(__file__).with_name("legal.css")
LANGUAGES: Final = {"zh-CN": ("zh", "中文"), "en": ("en", "English")}
WORDS: Final = {
    "zh": {
        "version": "第 {number} 版，{date} 起生效",
        "template": "随程序提供的模板，尚未经园区审阅发布",
        "back": "进入园区",
        "footer": "网站信息",
    },
    "en": {
        "version": "Version {number}, in force since {date}",
        "template": "A template that came with the program; the park has not published its own yet",
        "back": "Enter the park",
        "footer": "About this site",
    },
}
PAGE: Final = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} · {park}</title>
<link rel="icon" href="/client/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/legal.css">
</head>
<body>
<header><a class="park" href="/">{logo}{park}</a>
<nav aria-label="language">{languages}</nav></header>
<main>
<nav class="documents" aria-label="{footer_words}">{documents}</nav>
<article><h1>{title}</h1><p class="version">{version}</p>
{text}
</article>
</main>
<footer>{footer}</footer>
</body>
</html>
"""


async def get_page(asked: Asked) -> web.Response:
    """A document in the reader's language; ``?lang=`` chooses, ``?version=`` an older one."""
    lang = asked.request.query.get("lang", asked.request[LANG])
    if lang not in LANGUAGES:
        raise RequestError("not_found")
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
    return PAGE.format(
        lang=lang,
        title=html.escape(title),
        park=html.escape(site["name"][short]),
        logo=_logo(site),
        languages=" ".join(_language(other, lang, shown) for other in LANGUAGES),
        documents="".join(_document(each, shown.kind, short, lang) for each in site["documents"]),
        footer_words=words["footer"],
        version=_version(shown, words),
        text=to_html(shown.text[short]),
        footer=footer(site, short),
    )


def footer(site: dict[str, Any], short: str) -> str:
    """Who runs the park, and the numbers of its filings with their links."""
    parts = [html.escape(site["operator"].get(short) or site["name"][short])]
    contact = site["contact"]
    parts += [html.escape(contact[each]) for each in ("phone", "email") if contact[each]]
    parts += [html.escape(site["footer"][short])] if site["footer"].get(short) else []
    for number, link in (
        (site["icp"], site["icp_link"]),
        (site["police_record"], site["police_link"]),
    ):
        if number:
            parts.append(_away(number, link) if link else html.escape(number))
    return "".join(f"<span>{part}</span>" for part in parts)


def _away(words: str, link: str) -> str:
    href = html.escape(link, quote=True)
    return f'<a href="{href}" target="_blank" rel="noopener noreferrer">{html.escape(words)}</a>'


def _logo(site: dict[str, Any]) -> str:
    logo = site["logo"]
    return f'<img src="/assets/{logo["asset"]}" alt="" height="28">' if logo else ""


def _language(other: str, lang: str, shown: Shown) -> str:
    own = LANGUAGES[other][1]
    if other == lang:
        return f'<span aria-current="true">{own}</span>'
    return f'<a href="/legal/{quote(shown.kind)}?lang={other}" hreflang="{other}">{own}</a>'


def _document(each: dict[str, Any], kind: str, short: str, lang: str) -> str:
    here = ' aria-current="page"' if each["kind"] == kind else ""
    return f'<a href="{each["link"]}?lang={lang}"{here}>{html.escape(each["words"][short])}</a>'


def _version(shown: Shown, words: dict[str, str]) -> str:
    if shown.at is None:
        return words["template"]
    date = datetime.fromtimestamp(shown.at, UTC).strftime("%Y-%m-%d")
    return words["version"].format(number=shown.version, date=date)
