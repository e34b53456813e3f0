"""What the wire says when bytes are not a message."""

from __future__ import annotations

from server.wire.codes import CODES, CodeName
from server.wire.limits import POINTER_CHARACTERS
from server.wire.messages import Detail, Error, Language


class WireError(ValueError):
    """Bytes that are not a message: a stable code and where in the message the fault lies.

    ``pointer`` is a JSON pointer (RFC 6901) into what was sent. ``request`` is the ``id`` of
    the faulty message when one could be read, so that its sender can match the refusal.
    """

    def __init__(self, code: CodeName, pointer: str = "", request: int | None = None) -> None:
        super().__init__(code, pointer)
        self.code: CodeName = code
        self.pointer = pointer
        self.request = request

    def __str__(self) -> str:
        return f"{self.code} at {self.pointer or '/'}"

    def inside(self, key: str | int) -> WireError:
        """The same fault seen from one level further out."""
        longer = f"/{escape(str(key))}{self.pointer}"
        self.pointer = longer[:POINTER_CHARACTERS]
        return self

    def to_message(self, lang: Language, request_id: str) -> Error:
        """The refusal to send back, in the reader's language."""
        words = words_for(self.code, lang)
        detail = Detail(self.pointer, self.code, "error", words)
        return Error(self.code, words, [detail], request_id, self.request)


def words_for(code: CodeName, lang: Language) -> str:
    """What a code means, in the reader's language."""
    return CODES[code].en if lang == "en" else CODES[code].zh


def escape(key: str) -> str:
    """A key as one token of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")
