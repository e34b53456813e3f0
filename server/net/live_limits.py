"""What one live connection may cost, and how long its peer may be silent."""

from __future__ import annotations

from typing import NamedTuple

from server.wire.limits import CLIENT_BYTES, CUT_SECONDS, HIDDEN_SECONDS


class LiveLimits(NamedTuple):
    """Limits of one connection, in seconds, bytes, and frames or messages a second.

    ``buffer_bytes`` may wait for a peer that reads slowly, ``unsent_bytes`` of them in the kernel;
    one that takes nothing for ``stuck_after`` is dropped. ``silent_after`` leaves time for a sweep
    to notice and for the hall to tell. ``nap``: see ``server/net/pace.py``.
    """

    message_bytes: int = CLIENT_BYTES
    frames_per_second: float = 150.0
    frames_at_once: float = 450.0
    messages_per_second: float = 40.0
    messages_at_once: float = 200.0
    buffer_bytes: int = 1 << 20
    unsent_bytes: int = 1 << 16
    ping_after: float = 4.0
    silent_after: float = HIDDEN_SECONDS - 2.0
    cut_after: float = CUT_SECONDS
    stuck_after: float = 20.0
    close_within: float = 5.0
    sweep_every: float = 1.0
    nap: float = 0.001
