"""What an upload can be refused for."""

from __future__ import annotations


class UploadError(Exception):
    """A refusal with a stable code; what has arrived so far stays as it is.

    Codes: ``upload_unknown``, ``upload_incomplete``, ``upload_offset``, ``upload_busy``,
    ``upload_in_use``, ``upload_checksum``, ``too_large``, ``too_many_uploads``,
    ``quarantine_full``, ``disk_full``, ``body_late``.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
