"""The services that guides use, as settings name them: made when wanted, changed with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, Protocol
from urllib.parse import urlsplit

from server.outside.openai_client import OpenAiClient
from server.outside.openai_endpoint import Endpoint, Patience, is_abroad
from server.run.guides.breaker import Breaker
from server.settings import Settings

Use = Literal["model", "embeddings", "speech", "transcribe"]
USES: Final[tuple[Use, ...]] = ("model", "embeddings", "speech", "transcribe")
PATIENCE: Final[dict[Use, Patience]] = {
    "model": Patience(connect=2.0, first=8.0, between=6.0, whole=60.0, tries=3),
    "embeddings": Patience(connect=1.0, first=4.0, whole=8.0, tries=2),
    "speech": Patience(connect=1.5, first=6.0, whole=8.0, tries=2),
    "transcribe": Patience(connect=2.0, first=20.0, whole=25.0, tries=2),
}
"""Somebody is waiting at the other end: a service that takes longer has not answered."""


class Told(Protocol):
    """Whoever has the settings in force and the time."""

    settings: Settings


def endpoint_of(settings: Settings, use: Use) -> Endpoint | None:
    """The service for a use; None when none is named. A key serves all uses of its host."""
    url: str = getattr(settings, f"guide_{use}_url")
    model: str = settings.guide_model if use == "model" else getattr(settings, f"guide_{use}_model")
    if not url:
        return None
    key: str = getattr(settings, f"guide_{use}_key")
    same = urlsplit(url).netloc == urlsplit(settings.guide_model_url).netloc
    return Endpoint(url, model or "default", key or (settings.guide_model_key if same else ""))


def counts_as_abroad(settings: Settings, endpoint: Endpoint) -> bool:
    """Whether a service counts as abroad: its host is neither of this network nor of China's
    domains, and the operator has not named it domestic."""
    host = endpoint.host.lower().rstrip(".")
    return is_abroad(endpoint.url) and host not in settings.guide_domestic


class Models:
    """The clients of one park, each with its breaker."""

    def __init__(self, told: Told, patience: dict[Use, Patience] | None = None) -> None:
        self._told = told
        self._patience = patience or PATIENCE
        self._clients: dict[Use, OpenAiClient] = {}
        self._old: list[OpenAiClient] = []
        self.breakers: dict[Use, Breaker] = {use: Breaker() for use in USES}
        self.on_change: Callable[[Use], None] = lambda use: None

    def endpoint(self, use: Use) -> Endpoint | None:
        """The service that may be used now: named, and not abroad without consent."""
        endpoint = endpoint_of(self._told.settings, use)
        if endpoint is None or self.is_barred(use):
            return None
        return endpoint

    def is_barred(self, use: Use) -> bool:
        """Whether a service is named that lies abroad, and the operator has not consented."""
        settings = self._told.settings
        endpoint = endpoint_of(settings, use)
        return (
            endpoint is not None
            and counts_as_abroad(settings, endpoint)
            and not settings.guide_abroad
        )

    def is_abroad(self, use: Use) -> bool:
        """Whether the service that is used stands abroad: pages say so."""
        endpoint = self.endpoint(use)
        return endpoint is not None and counts_as_abroad(self._told.settings, endpoint)

    def client(self, use: Use, now: float) -> OpenAiClient | None:
        """The client for a use; None when there is none or it is being left alone."""
        endpoint = self.endpoint(use)
        if endpoint is None:
            return None
        client = self._clients.get(use)
        if client is None or client.endpoint != endpoint:
            if client is not None:
                self._old.append(client)
            client = self._clients[use] = OpenAiClient(endpoint, self._patience[use])
            self.breakers[use] = Breaker()
            self.on_change(use)
        return client if self.breakers[use].may_ask(now) else None

    async def close(self) -> None:
        """Close every connection."""
        clients = [*self._clients.values(), *self._old]
        self._clients, self._old = {}, []
        for client in clients:
            await client.close()
