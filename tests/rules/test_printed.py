"""What is printed from the contract is current, and all readers of it agree."""

from __future__ import annotations

from clients.headless import messages as printed
from server.wire import messages
from server.wire.codes import CODES
from server.wire.packed import FRAMES, SIZES
from tools import print_wire


def test_printed_files_are_current() -> None:
    assert print_wire.stale() == [], "run `python -m tools.print_wire`"


def test_the_command_says_so_too() -> None:
    assert print_wire.main(["--check"]) == 0


def test_the_client_library_knows_the_same_numbers() -> None:
    assert (printed.VERSION, printed.OLDEST) == (messages.VERSION, messages.OLDEST)
    assert printed.SUBPROTOCOL == messages.SUBPROTOCOL
    for name, number in {**FRAMES, **SIZES}.items():
        assert getattr(printed, name) == number
    closing = {code.close: (name, code.retry) for name, code in CODES.items() if code.close}
    assert closing == printed.CLOSING
