"""Work on uploads, from quarantine to what visitors see: it can be followed, stopped and resumed.

``jobs.py`` knows every job and outlives restarts; ``exhibit.py`` is the way of an exhibit; a job's
steps and their words are in ``steps.py``.
"""
