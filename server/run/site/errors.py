"""What the site's duties can refuse, each with a stable code."""

from __future__ import annotations


class SiteError(Exception):
    """Codes: ``park_begun``, ``document_unknown``, ``setting_unknown``, ``setting_fixed``."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
