"""Which file of an upload is the model: exactly one must be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scenes.exhibits.document import Source
from scenes.exhibits.gate.bundle import Bundle, FileError, Found, Given, clean_name, is_junk
from scenes.exhibits.gate.foreign import foreign_in_zip
from scenes.exhibits.gate.kind import Kind, kind_by_head, kind_of, looks_like_model
from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.zips import open_zip
from scenes.exhibits.policy import Policy

__all__ = ["Entry", "find_entry"]

HEAD = 64
LISTED = 5
"""Names of models that a refusal repeats."""


class Entry(NamedTuple):
    """The model's file, what it is by its bytes, and the files around it."""

    name: str
    data: memoryview
    kind: Kind
    bundle: Bundle


def find_entry(sources: Sequence[Source], policy: Policy, report: Report) -> Entry | None:
    """The one model of an upload; None when there is none or several, as the report then says."""
    if not _are_few(sources, policy, report):
        return None
    if len(sources) == 1:
        return _only(sources[0], policy, report)
    return _among("", _bundle_of(sources, report), report)


def _are_few(sources: Sequence[Source], policy: Policy, report: Report) -> bool:
    total = sum(len(source.data) for source in sources)
    if not sources:
        report.error("EMPTY_FILE")
    if len(sources) > policy.max_files:
        report.error("TOO_MANY_FILES", "", str(len(sources)))
    if total > policy.max_bytes:
        report.error("UPLOAD_TOO_LARGE", "", str(total))
    return not report.failed


def _bundle_of(sources: Sequence[Source], report: Report) -> Bundle:
    files = {}
    for source in sources:
        name = clean_name(source.name)
        if name in files:
            report.error("DUPLICATE_FILE", f"#{name}", name)
        if not is_junk(name):
            files[name] = Given(source.data)
    return Bundle(files)


def _only(source: Source, policy: Policy, report: Report) -> Entry | None:
    name = clean_name(source.name)
    kind = kind_of(name, source.data)
    if kind.is_ == "zip":
        bundle = open_zip(source.data, policy, report)
        return None if bundle is None else _among(name, bundle, report)
    return _known(Entry(name, source.data, kind, Bundle({name: Given(source.data)})), report)


def _among(name: str, bundle: Bundle, report: Report) -> Entry | None:
    """The one file that is a model by name; without any, the one that is a model by its bytes.

    `name` is that of the archive that they came in.
    """
    models = [found for found in bundle if looks_like_model(found.name)]
    models = models or [found for found in bundle if _begins_like_model(found)]
    if len(models) != 1:
        names = [found.name for found in bundle]
        _say_which([found.name for found in models], foreign_in_zip(name, names), names, report)
        return None
    entry = _entry(models[0], bundle, report)
    return entry and _known(entry, report)


def _begins_like_model(found: Found) -> bool:
    try:
        kind = kind_by_head(found.held.head(HEAD))
    except FileError:
        return False
    return kind is not None and kind.is_ in ("glb", "gltf")


def _say_which(models: list[str], foreign: str, names: list[str], report: Report) -> None:
    if models:
        more = "" if len(models) <= LISTED else f", … ({len(models)})"
        report.error("SEVERAL_MODELS", "", ", ".join(models[:LISTED]) + more)
    elif foreign:
        report.error("FOREIGN_FORMAT", "", foreign)
    else:
        report.error("NO_MODEL", "", ", ".join(names[:LISTED]))


def _entry(found: Found, bundle: Bundle, report: Report) -> Entry | None:
    try:
        data = found.held.load()
    except FileError as error:
        report.error(error.code, f"#{found.name}", found.name)
        return None
    return Entry(found.name, data, kind_of(found.name, data), bundle)


def _say_empty(name: str, report: Report) -> None:
    report.error("EMPTY_FILE", "", name)
    code = {".glb": "GLB_UNEXPECTED_END_OF_HEADER", ".gltf": "INVALID_JSON"}.get(
        name[name.rfind(".") :].lower()
    )
    if code:
        report.error(code)


def _known(entry: Entry, report: Report) -> Entry | None:
    if entry.kind.is_ in ("glb", "gltf"):
        return entry
    if entry.kind.is_ == "empty":
        _say_empty(entry.name, report)
    elif entry.kind.is_ == "zip":
        report.error("NESTED_ZIP", f"#{entry.name}", entry.name)
    elif entry.kind.foreign:
        report.error("FOREIGN_FORMAT", "", entry.kind.foreign)
    else:
        report.error("UNKNOWN_FORMAT", "", entry.name)
    return None
