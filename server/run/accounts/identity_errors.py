"""What signing in by passkey, provider or pairing can be refused for."""

from __future__ import annotations


class IdentityError(Exception):
    """A refusal with a stable code; ``server/error_codes/identity.py`` has the words.

    ``wait``: seconds after which trying again makes sense, where that is known.
    """

    def __init__(self, code: str, wait: float = 0.0) -> None:
        super().__init__(code)
        self.code = code
        self.wait = wait
