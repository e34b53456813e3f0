"""An async Python client of a Lingjing park: the live socket, and what HTTP adds to it."""

from clients.headless.errors import (
    ConnectionLost,
    FetchFailed,
    LingjingError,
    ProtocolError,
    Refused,
    TimedOut,
    Unreachable,
)
from clients.headless.exhibits import Exhibit, Revision
from clients.headless.guides import Answer
from clients.headless.messages import UNSET, Body, Fetch, Operation, Person
from clients.headless.park import Park
from clients.headless.pose import Hand, Pose
from clients.headless.session import Patience
from clients.headless.visitor import Visitor
from clients.headless.world import World

__all__ = [
    "UNSET",
    "Answer",
    "Body",
    "ConnectionLost",
    "Exhibit",
    "Fetch",
    "FetchFailed",
    "Hand",
    "LingjingError",
    "Operation",
    "Park",
    "Patience",
    "Person",
    "Pose",
    "ProtocolError",
    "Refused",
    "Revision",
    "TimedOut",
    "Unreachable",
    "Visitor",
    "World",
]
