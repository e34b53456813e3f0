"""What a job can be refused or stopped for, besides what its own work raises."""

from __future__ import annotations


class JobError(Exception):
    """A refusal with a stable code: ``job_unknown``, ``job_over``, ``no_file`` or a worker's."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
