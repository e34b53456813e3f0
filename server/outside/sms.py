"""Sends text messages by a template that says how a provider is asked over HTTP.

Providers differ in address, fields and what "taken" looks like; all of that stands in one TOML file
of the operator (``HOWTO-send-notices.md`` explains each line and has examples).
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from server.outside.delivery import Receipt, UndeliveredError, shown
from server.outside.http import Answer, Http

PLACE: Final = re.compile(r"\{(phone|text|id|secret)\}")
KEYS: Final = frozenset({"url", "method", "headers", "body", "success", "secret_file"})
SUCCESS: Final = frozenset({"status", "pointer", "equals"})


class TemplateError(Exception):
    """A template that cannot be used; the text is one line for the operator."""


@dataclass(frozen=True, slots=True)
class Template:
    """How a provider is asked, and how its answer says that it took a message.

    ``pointer`` (RFC 6901) names the value of a JSON answer that has to be ``equals``.
    """

    url: str
    method: str = "POST"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    status: tuple[int, ...] = (200,)
    pointer: str = ""
    equals: str = ""
    secret: str = field(default="", repr=False)


def read_template(path: Path) -> Template:
    """Read the operator's file; raises TemplateError."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        success = told.get("success", {})
        unknown = sorted((told.keys() - KEYS) | (success.keys() - SUCCESS))
        if unknown:
            raise TemplateError(f"{path}: unknown key {unknown[0]!r}")
        if not all(isinstance(told.get(name, ""), str) for name in ("url", "body", "method")):
            raise TemplateError(f"{path}: url, method and body are texts")
        secret = told.get("secret_file", "")
        return Template(
            url=told["url"],
            method=told.get("method", "POST").upper(),
            headers={str(name): str(value) for name, value in told.get("headers", {}).items()},
            body=told.get("body", ""),
            status=tuple(int(each) for each in success.get("status", (200,))),
            pointer=success.get("pointer", ""),
            equals=str(success.get("equals", "")),
            secret=_secret(path.parent / secret) if secret else "",
        )
    except OSError as error:
        raise TemplateError(f"{error.filename}: {error.strerror}") from None
    except KeyError:
        raise TemplateError(f"{path}: url is missing") from None
    except (tomllib.TOMLDecodeError, ValueError, TypeError, AttributeError) as error:
        raise TemplateError(f"{path}: {error}") from None


def _secret(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip()


async def send(phone: str, text: str, id: str, template: Template, http: Http) -> Receipt:
    """Ask the provider to send a message.

    Raises UndeliveredError ``refused`` when its answer does not say that it took it, and what
    `Http.ask` raises.
    """
    values = {"phone": phone, "text": text, "id": id, "secret": template.secret}
    kind = next((v for k, v in template.headers.items() if k.lower() == "content-type"), "")
    answer = await http.ask(
        template.method,
        _filled(template.url, values, lambda value: quote(value, safe="")),
        {name: _filled(value, values, _in_header) for name, value in template.headers.items()},
        _filled(template.body, values, _way_in(kind)).encode() if template.body else None,
    )
    if not took(template, answer):
        # What is wrong with a number or a text stays wrong; what a server suffers from passes.
        final = 400 <= answer.status < 500 and answer.status not in (401, 403, 408, 429)
        raise UndeliveredError("refused", answer.text, status=answer.status, final=final)
    return Receipt(answer.status, shown(answer.text))


def took(template: Template, answer: Answer) -> bool:
    """Whether an answer says that the message was taken."""
    if answer.status not in template.status:
        return False
    return not template.pointer or _at(template.pointer, answer.text) == template.equals


def _at(pointer: str, text: str) -> str | None:
    try:
        value: Any = json.loads(text)
        for step in pointer.split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            value = value[int(name)] if isinstance(value, list) else value[name]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return None
    return value if isinstance(value, str) else json.dumps(value)


def _filled(text: str, values: Mapping[str, str], put: Callable[[str], str]) -> str:
    return PLACE.sub(lambda found: put(values[found[1]]), text)


def _way_in(kind: str) -> Callable[[str], str]:
    """How a value is written into a body of this type, so that it stays one value."""
    if "json" in kind:
        return lambda value: json.dumps(value, ensure_ascii=False)[1:-1]
    if "urlencoded" in kind:
        return lambda value: quote(value, safe="")
    if "xml" in kind:
        return lambda value: value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return lambda value: value


def _in_header(value: str) -> str:
    return "".join(c for c in value if c.isprintable())
