"""Pages that need no script: the park's name and languages above, who runs it below."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any, Final

from server.errors import RequestError
from server.net.gate import LANG
from server.net.route import Asked

LANGUAGES: Final = {"zh-CN": ("zh", "中文"), "en": ("en", "English")}
FRAME: Final = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} · {park}</title>
<link rel="icon" href="/client/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/legal.css">{head}
</head>
<body>
<header><a class="park" href="/">{logo}{park}</a>
<nav aria-label="language">{languages}</nav></header>
<main>
{body}
</main>
<footer>{footer}</footer>
</body>
</html>
"""


def lang_of(asked: Asked) -> str:
    """The reader's language; ``?lang=`` chooses. Raises RequestError ``not_found`` for others."""
    lang = str(asked.request.query.get("lang", asked.request[LANG]))
    if lang not in LANGUAGES:
        raise RequestError("not_found")
    return lang


def framed(title: str, body: str, site: Mapping[str, Any], lang: str, head: str = "") -> str:
    """A whole page; ``body`` is HTML, and ``head`` more of it for the page's head.

    The same address with ``?lang=`` is the page in the other language.
    """
    short, _ = LANGUAGES[lang]
    return FRAME.format(
        lang=lang,
        title=html.escape(title),
        head=head,
        park=html.escape(site["name"][short]),
        logo=_logo(site),
        languages=" ".join(_language(other, lang) for other in LANGUAGES),
        body=body,
        footer=footer(site, short),
    )


def footer(site: Mapping[str, Any], short: str) -> str:
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


def _logo(site: Mapping[str, Any]) -> str:
    logo = site["logo"]
    return f'<img src="/assets/{logo["asset"]}" alt="" height="28">' if logo else ""


def _language(other: str, lang: str) -> str:
    own = LANGUAGES[other][1]
    if other == lang:
        return f'<span aria-current="true">{own}</span>'
    return f'<a href="?lang={other}" hreflang="{other}">{own}</a>'
