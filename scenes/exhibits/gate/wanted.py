"""Which files a glTF beside its resources asks for, so that nothing else need be read."""

from __future__ import annotations

from scenes.exhibits.gate.bundle import join
from scenes.exhibits.gate.framing import read_frame
from scenes.exhibits.gate.kind import kind_of
from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.strict_json import parse_json
from scenes.exhibits.gate.tables import items, text_of
from scenes.exhibits.gate.uris import BadUriError, is_data_uri, read_uri
from scenes.exhibits.policy import Policy

__all__ = ["wanted_files"]


def wanted_files(name: str, data: memoryview, policy: Policy) -> list[str]:
    """Relative paths, inside the model's own folder, that its buffers and images name.

    Both the plain and the written form of a URI are given: files are called either way. What
    cannot be read asks for nothing; the gate says why.
    """
    kind = kind_of(name, data).is_
    report = Report(0)
    text = read_frame(data, report).json if kind == "glb" else data if kind == "gltf" else None
    json = None if text is None else parse_json(text, policy, report)
    asked: dict[str, None] = {}
    for listed in ("buffers", "images"):
        for item in items(json or {}, listed):
            uri = text_of(item, "uri") if item else None
            if uri is not None and not is_data_uri(uri):
                asked.update(dict.fromkeys(_paths(uri)))
    return list(asked)[: policy.max_files * 2]


def _paths(uri: str) -> list[str]:
    try:
        path = read_uri(uri)
        return [join("", path.plain), join("", path.written)]
    except BadUriError:
        return []
