"""Whatever the park tells somebody outside: one outbox, many ways out."""

from server.run.notices.notice import Address, Notice
from server.run.notices.notices import Notices

__all__ = ["Address", "Notice", "Notices"]
