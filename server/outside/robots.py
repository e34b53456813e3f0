"""Messages to the group robots of WeCom (企业微信) and DingTalk (钉钉)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any, Final
from urllib.parse import urlencode

from server.outside.delivery import Receipt, UndeliveredError, shown
from server.outside.http import Answer, Http

WECOM_BYTES: Final = 4096
"""UTF-8 bytes of a WeCom markdown message."""
DINGTALK_BYTES: Final = 18_000
PASSING: Final = frozenset({-1, 45009, 130101, 410100})
"""Error numbers of both that pass by themselves: busy, too many messages a minute."""
JSON: Final = {"Content-Type": "application/json"}


async def wecom(url: str, title: str, text: str, http: Http) -> Receipt:
    """Say something in a WeCom group. Raises UndeliveredError ``refused``, ``bad_answer``."""
    content = _cut(f"**{title}**\n{text}", WECOM_BYTES)
    return await _say(url, {"msgtype": "markdown", "markdown": {"content": content}}, http)


async def dingtalk(url: str, secret: str, now: float, title: str, text: str, http: Http) -> Receipt:
    """Say something in a DingTalk group, signed when the robot has a secret.

    Raises UndeliveredError ``refused``, ``bad_answer``.
    """
    body = _cut(f"**{title}**\n\n{text}", DINGTALK_BYTES)
    target = f"{url}&{urlencode(dingtalk_sign(secret, now))}" if secret else url
    said = {"msgtype": "markdown", "markdown": {"title": title[:100], "text": body}}
    return await _say(target, said, http)


def dingtalk_sign(secret: str, now: float) -> dict[str, str]:
    """``timestamp`` (milliseconds) and ``sign``: HMAC-SHA256 over timestamp, newline, secret."""
    timestamp = str(int(now * 1000))
    signed = f"{timestamp}\n{secret}".encode()
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).digest()
    return {"timestamp": timestamp, "sign": base64.b64encode(digest).decode()}


async def _say(url: str, body: dict[str, Any], http: Http) -> Receipt:
    data = json.dumps(body, ensure_ascii=False).encode()
    return _read(await http.ask("POST", url, JSON, data))


def _read(answer: Answer) -> Receipt:
    """Both answer ``{errcode, errmsg}``, with status 200 for errors too."""
    try:
        told = json.loads(answer.text)
        number = int(told["errcode"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UndeliveredError("bad_answer", answer.text, status=answer.status) from None
    if number:
        final = number not in PASSING
        raise UndeliveredError("refused", answer.text, status=number, final=final)
    return Receipt(answer.status, shown(answer.text))


def _cut(text: str, most: int) -> str:
    data = text.encode()
    return text if len(data) <= most else data[: most - 3].decode("utf-8", "ignore") + "…"
