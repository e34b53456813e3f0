"""What the archive can refuse or fail at, each with a stable code."""

from __future__ import annotations

from scenes.findings import Finding


class StoreError(Exception):
    """A coded failure of the archive.

    Codes: `archive_locked` (another server has the folder), `archive_foreign` (the file is not
    a park's), `archive_corrupt`, `archive_newer` (made by a newer program), `archive_elsewhere`
    (folder and database are of two parks), `archive_unfit` (the server would lose things),
    `archive_conflict` (two programs changed the same), `text_unstorable`, `archive_full` (no
    space), `archive_failed` (the disk or database failed), `archive_closed`, `hall_exists`,
    `hall_unknown`, `version_unknown`, `revision_conflict`, `key_exists`, `blob_unknown`,
    `blob_too_large`, `blob_corrupt`, `exhibit_unknown`, `revision_unknown`, `revision_shown`,
    `publish_stale`, `collecting` (somebody is at it already), `account_unknown`, `account_exists`,
    `operator_exists`, `invitation_unknown`, `invitation_refused`, `key_unknown`.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class AwayError(StoreError):
    """There is no database to work with for now: `archive_failed`, `archive_locked`."""


class StaleError(StoreError):
    """`publish_stale`: another revision has been published since; `findings` say which."""

    def __init__(self, published: int) -> None:
        super().__init__("publish_stale", f"revision {published} is published now")
        self.findings = (Finding("/base", "current_revision", "error", str(published)),)


class BlobError(StoreError, LookupError):
    """A blob that is not here, or not whole: `blob_unknown`, `blob_corrupt`."""
