"""What a URI in the document gives: bytes that stand in it, or a file of the upload."""

from __future__ import annotations

from typing import NamedTuple

from scenes.exhibits.gate.bundle import Bundle, FileError
from scenes.exhibits.gate.data_uris import read_data_uri
from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.uris import BadUriError, is_data_uri, read_uri

__all__ = ["Resource", "Resources"]


class Resource(NamedTuple):
    """Bytes, and where they came from: a media type for a data URI, else a file's name."""

    data: memoryview
    mime: str
    name: str


class Resources:
    """Resolves the URIs of one document inside its bundle, each file read once."""

    def __init__(self, bundle: Bundle, entry: str, *, in_glb: bool, report: Report) -> None:
        self._bundle = bundle
        self._entry = entry
        self._in_glb = in_glb
        self._report = report

    def get(self, uri: str, pointer: str) -> Resource | None:
        """What a URI gives; None when it gives nothing, which the report then says."""
        try:
            return self._inline(uri, pointer) if is_data_uri(uri) else self._file(uri, pointer)
        except BadUriError as error:
            self._report.error(error.code, pointer, uri)
        except FileError as error:
            self._report.error(error.code, pointer, uri)
        return None

    def _inline(self, uri: str, pointer: str) -> Resource:
        if self._in_glb:
            self._report.warning("DATA_URI_GLB", pointer)
        inline = read_data_uri(uri)
        return Resource(inline.data, inline.mime, "")

    def _file(self, uri: str, pointer: str) -> Resource | None:
        found = self._bundle.find(self._entry, read_uri(uri))
        if found is None:
            self._report.error("IO_ERROR", pointer, uri)
            return None
        return Resource(found.held.load(), "", found.name)
