"""What can go wrong for a visitor.

::

    LingjingError
    ├── ConnectionLost     the socket ended; ``retry`` says whether to connect again
    ├── Refused            the server answered with an error; ``details`` say what and where
    ├── Unreachable        there is no way to walk there
    ├── TimedOut           no answer came in time (also a TimeoutError)
    ├── FetchFailed        a request over HTTP was refused, or did not bring what was asked for
    └── ProtocolError      the server said something that is not the protocol

Each has a stable ``code``.
"""

from __future__ import annotations

from collections.abc import Sequence

from clients.headless.messages import CLOSING, Bye, Detail, Error


class LingjingError(Exception):
    """Anything that this library raises on purpose; ``code`` is stable."""

    def __init__(self, code: str, message: str = "") -> None:
        super().__init__(f"{code}: {message}" if message else code)
        self.code = code
        self.message = message


class ConnectionLost(LingjingError):  # noqa: N818 - reads as what happened
    """The socket ended. ``retry`` says whether connecting again makes sense."""

    def __init__(self, code: str, message: str = "", *, retry: bool = True) -> None:
        super().__init__(code, message)
        self.retry = retry

    @classmethod
    def after(cls, close: int | None, bye: Bye | None) -> ConnectionLost:
        """Read a close code and the words before it; without either, the network failed."""
        code, retry = CLOSING.get(close or 0, ("connection_lost", True))
        return cls(bye.code if bye else code, bye.message if bye else "", retry=retry)


class Refused(LingjingError):  # noqa: N818
    """The server refused a request; nothing changed."""

    def __init__(self, error: Error) -> None:
        super().__init__(error.code, error.message)
        self.details: list[Detail] = error.details
        self.request_id = error.request_id

    @property
    def current_revision(self) -> int | None:
        """The hall's revision, when an edit was refused because it is stale."""
        said = (detail.message for detail in self.details if detail.code == "current_revision")
        return next((int(number) for number in said if number.isdecimal()), None)


class Unreachable(LingjingError):  # noqa: N818
    """There is no way to walk from here to there."""

    def __init__(self) -> None:
        super().__init__("unreachable", "there is no way to walk there")


class TimedOut(LingjingError, TimeoutError):  # noqa: N818
    """No answer came in time."""

    def __init__(self) -> None:
        super().__init__("timeout", "no answer came in time")


class FetchFailed(LingjingError):  # noqa: N818
    """A request over HTTP was refused, or what came is not what was asked for.

    ``details`` are the park's findings: each has a pointer, a code, a severity and a message.
    """

    def __init__(
        self, code: str, message: str = "", details: Sequence[dict[str, str]] = ()
    ) -> None:
        super().__init__(code, message)
        self.details = list(details)


class ProtocolError(LingjingError):
    """The server said something that is not the protocol."""

    def __init__(self, message: str) -> None:
        super().__init__("protocol_error", message)
