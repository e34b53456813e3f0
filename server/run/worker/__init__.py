"""The workshop: foreign files are read, checked and rebuilt in processes that can be killed.

``nursery.py`` is a small process that has imported everything and forks a child for each job;
``child.py`` is the life of such a child, which opens its files and then walls itself in
(``fence.py``); ``pool.py`` is what the server uses, ``each.py`` what commands use.
"""

from __future__ import annotations

from server.run.worker.job import Input, Job, Limits, Outcome
from server.run.worker.pool import Workers

__all__ = ["Input", "Job", "Limits", "Outcome", "Workers"]
