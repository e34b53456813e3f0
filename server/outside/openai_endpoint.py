"""Where a model is reached, how long it is waited for, and what can go wrong."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from typing import Any, Final, Literal
from urllib.parse import urlsplit

Json = dict[str, Any]
Code = Literal["unreached", "late", "busy", "refused", "broken", "cut"]
"""``unreached`` nobody listens, ``late`` too slow, ``busy`` asks us to wait (429, 503), ``refused``
will not have us (a wrong key, an unknown model), ``broken`` answers nonsense, ``cut`` stops in the
middle."""
AT_HOME: Final = ("localhost", "local", "lan", "internal", "intranet", "home.arpa", "cn", "中国")
"""Ends of host names that lie in this network or in China (``cn`` and ``中国`` are its domains)."""


class NoAnswerError(Exception):
    """A model did not do what was asked; ``wait``: the seconds after which it wants to be asked."""

    def __init__(self, code: Code, detail: str = "", *, wait: float = 0.0) -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code: Code = code
        self.detail = detail
        self.wait = wait

    @property
    def may_pass(self) -> bool:
        """Whether the same may go well when it is tried again at once."""
        return self.code in ("unreached", "busy", "cut")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One service: the base address (ending in ``/v1`` as a rule), a model, a key or none."""

    url: str
    model: str
    key: str = field(default="", repr=False)

    @property
    def host(self) -> str:
        """The host's name or address."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited, in seconds: for a connection, for the first and for each next piece, in
    all; how often is tried, and how long a pause that the service asks for is kept."""

    connect: float = 3.0
    first: float = 10.0
    between: float = 8.0
    whole: float = 60.0
    tries: int = 3
    pause: float = 0.25
    longest_pause: float = 2.0


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text, as it came."""

    text: str


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A tool that the model calls; ``arguments`` is text that should be JSON."""

    id: str
    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Used:
    """How many tokens an answer took; estimated when the service does not say."""

    prompt: int
    completion: int
    estimated: bool = False

    @property
    def total(self) -> int:
        """Both together."""
        return self.prompt + self.completion


Delta = Text | ToolCall | Used


def is_abroad(url: str) -> bool:
    """Whether a service counts as abroad: neither a private address nor a name of this network or
    of China's domains.

    A public address, and a name such as ``api.example.com``, tells nothing of where the machine
    stands: it counts as abroad until the operator names the host domestic.
    """
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return "." in host and host.rsplit(".", 1)[-1] not in AT_HOME and not host.endswith(
            ".home.arpa"
        )  # fmt: skip
    inner = getattr(found, "ipv4_mapped", None) or found
    return not (inner.is_private or inner.is_loopback or inner.is_link_local)
