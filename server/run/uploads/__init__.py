"""Quarantine: files that came and that nobody has looked at yet.

They arrive in pieces, over connections that may break and across restarts, are hashed on their way
and lie in a folder of their own until a job takes them.
"""

from __future__ import annotations

from server.run.uploads.errors import UploadError
from server.run.uploads.quarantine import Uploads
from server.run.uploads.upload import Checksum, Upload

__all__ = ["Checksum", "Upload", "UploadError", "Uploads"]
