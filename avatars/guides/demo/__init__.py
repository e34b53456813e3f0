"""What the demo park has on record, in Chinese and English, and questions that judge a guide by it.

The files are read from where they were installed, like the Python beside them.
"""

from __future__ import annotations

from avatars.guides.demo.records import documents, names, questions

__all__ = ["documents", "names", "questions"]
