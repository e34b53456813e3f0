"""Images, films and documents: kept, and shown on boards.

``media.py`` is what the rest of the house uses; ``keep.py`` takes in what a job made, ``boards.py``
says how boards hang.
"""

from __future__ import annotations

from server.run.media.boards import Hung
from server.run.media.media import Media

__all__ = ["Hung", "Media"]
