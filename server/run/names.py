"""Who may be called what: names of accounts belong to them, and staff's words to staff."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from server.access.likeness import is_reserved, likeness


@dataclass(slots=True)
class Names:
    """The names of accounts that are in the park now, as often as they are."""

    _here: Counter[str] = field(default_factory=Counter)

    def came(self, name: str) -> None:
        """Somebody with an account of this name is here."""
        self._here[likeness(name)] += 1

    def went(self, name: str) -> None:
        """One of them is not any more."""
        key = likeness(name)
        self._here[key] -= 1
        if self._here[key] <= 0:
            del self._here[key]

    def refusal(self, name: str) -> str | None:
        """Why an anonymous visitor may not be called so, as a code; None when they may."""
        if not name:
            return None
        if is_reserved(name):
            return "name_reserved"
        alike = likeness(name)
        return "name_taken" if alike and alike in self._here else None
