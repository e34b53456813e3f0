"""Prints the contract as an AsyncAPI 3.0 document (https://www.asyncapi.com/docs)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from server.wire import messages
from server.wire.packed import HANDS, HEAD, PRESENCE, Packed
from server.wire.printed.schema import Schema, plain, struct_schema
from server.wire.printed.shape import StructShape, wire_shape

PACKED = "application/octet-stream"


def print_asyncapi() -> str:
    """The text of ``docs/reference/asyncapi.json``."""
    return json.dumps(document(), ensure_ascii=False, indent=2) + "\n"


def document() -> dict[str, Any]:
    """The whole document. What clients say is what the server *receives*."""
    shape = wire_shape()
    said = [*(struct.title for struct in shape.client), "Pose"]
    told = [*(struct.title for struct in shape.server), "Presence"]
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Lingjing live socket",
            "version": f"{messages.VERSION}.0.0",
            "description": "MessagePack maps whose key `t` names the message, and packed "
            "presence frames, in binary WebSocket frames. See PROTOCOL.md.",
            "license": {
                "name": "Apache-2.0",
                "url": "https://www.apache.org/licenses/LICENSE-2.0",
            },
        },
        "servers": {"park": {"host": "localhost:8000", "protocol": "ws"}},
        "defaultContentType": "application/vnd.msgpack",
        "channels": {"live": _channel([*said, *told])},
        "operations": {
            "hear": _operation("receive", "What clients say.", said),
            "tell": _operation("send", "What the server says.", told),
        },
        "components": {
            "messages": {**_messages((*shape.client, *shape.server)), **_packed()},
            "schemas": _schemas(shape.structs, shape.client, shape.server),
        },
    }


def _channel(names: Iterable[str]) -> dict[str, Any]:
    header = {"Sec-WebSocket-Protocol": {"type": "string", "const": messages.SUBPROTOCOL}}
    return {
        "address": "/live",
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in names},
        "bindings": {
            "ws": {
                "method": "GET",
                "headers": {"type": "object", "properties": header},
                "bindingVersion": "0.1.0",
            }
        },
    }


def _operation(action: str, summary: str, names: Iterable[str]) -> dict[str, Any]:
    return {
        "action": action,
        "summary": summary,
        "channel": {"$ref": "#/channels/live"},
        "messages": [{"$ref": f"#/channels/live/messages/{name}"} for name in names],
    }


def _messages(structs: Iterable[StructShape]) -> dict[str, Any]:
    return {
        struct.title: {
            "name": struct.tag,
            "title": struct.name,
            "summary": plain(struct.words).splitlines()[0],
            "payload": {"$ref": f"#/components/schemas/{struct.title}"},
        }
        for struct in structs
    }


def _packed() -> dict[str, Any]:
    pose = "First byte 0x01, then a head body, or a head body and a hands body."
    presence = (
        "A presence header, then full records (id u16, head body, hands body), then head records "
        "(id u16, head body)."
    )
    return {
        "Pose": _octets("pose", pose, (HEAD, HANDS)),
        "Presence": _octets("presence", presence, (PRESENCE, HEAD, HANDS)),
    }


def _octets(name: str, summary: str, layouts: tuple[Packed, ...]) -> dict[str, Any]:
    return {
        "name": name,
        "summary": summary,
        "contentType": PACKED,
        "payload": {
            "type": "string",
            "format": "binary",
            "x-layout": {layout.name: _layout(layout) for layout in layouts},
        },
    }


def _layout(layout: Packed) -> list[Schema]:
    return [{"name": part.name, "type": part.type, "words": part.words} for part in layout.parts]


def _schemas(*groups: tuple[StructShape, ...]) -> dict[str, Schema]:
    plain_structs, client, server = groups
    closed = {struct.title: struct_schema(struct, closed=True) for struct in client}
    opened = {
        struct.title: struct_schema(struct, closed=False) for struct in (*plain_structs, *server)
    }
    return {**opened, **closed}
