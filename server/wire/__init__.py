"""The contract: every message of the live socket, declared once, and its codec."""

from server.wire.codec import decode_client, encode, frame
from server.wire.codes import CODES, Code, CodeName
from server.wire.errors import WireError, words_for

__all__ = [
    "CODES",
    "Code",
    "CodeName",
    "WireError",
    "decode_client",
    "encode",
    "frame",
    "words_for",
]
