"""What of a request's body may stand in the audit trail.

Secrets never do. What people say of themselves does not either: the trail outlives them. Content of
the park is told as it is; of other bodies only fields that cannot hold anything personal are.
"""

from __future__ import annotations

from typing import Any, Final

SECRET: Final = frozenset(
    {
        *("password", "current", "code", "codes", "token", "secret", "key", "step", "csrf"),
        *("credential", "ticket", "answer", "challenge", "state_token", "assertion", "totp"),
    }
)
"""Names of fields that open something."""
PERSONAL: Final = frozenset(
    {
        *("email", "phone", "mobile", "address", "contact", "person", "people", "full_name"),
        *("agent", "ip", "id_number", "wechat", "words", "reason"),
    }
)
"""Names of fields that tell of a person wherever they stand."""
CONTENT: Final = ("hall.", "scene.", "draft.", "version.", "exhibit.", "media.", "upload.",
                  "storage.", "site.", "settings.")  # fmt: skip
"""Actions on content of the park: all but secret and personal fields are told."""
PLAIN: Final = frozenset(
    {
        *("role", "roles", "grants", "hall", "enterprise", "state", "lang", "kind", "scopes"),
        *("expires", "purpose", "version", "document", "given", "seconds", "minutes", "until"),
        *("events", "enabled", "number", "due", "hours", "days", "transfer", "published", "slot"),
    }
)
"""Fields that are told of any other body."""
LEFT_OUT: Final = "…"
DEEPEST: Final = 32


def redacted(action: str, body: Any) -> Any:
    """A body as the trail may keep it, in the shape that it had."""
    return _clean(body, told=action.startswith(CONTENT), depth=0)


def _clean(value: Any, *, told: bool, depth: int) -> Any:
    if depth > DEEPEST:
        return LEFT_OUT
    if isinstance(value, dict):
        return {name: _field(name, inner, told=told, depth=depth) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner, told=told, depth=depth + 1) for inner in value]
    return value if told or isinstance(value, bool | int | float | None) else LEFT_OUT


def _field(name: str, value: Any, *, told: bool, depth: int) -> Any:
    if name in SECRET or name in PERSONAL:
        return LEFT_OUT
    if name in PLAIN:
        return _clean(value, told=True, depth=depth + 1)
    return _clean(value, told=told, depth=depth + 1)
