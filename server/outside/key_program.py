"""A program that keeps the master key: a way to a key management service.

It is run as ``PROGRAM wrap`` or ``PROGRAM unwrap``; a line of base64 goes in on standard input and
one comes out on standard output. Whatever else it has to say goes to standard error.
"""

from __future__ import annotations

import base64
import binascii
import shlex
import subprocess
from typing import Literal

SECONDS = 30.0
"""How long the program may take."""


class KeyProgramError(Exception):
    """The program is not there, failed, or said something else than base64."""


def ask_program(command: str, verb: Literal["wrap", "unwrap"], data: bytes) -> bytes:
    """What the program makes of the data; raises KeyProgramError."""
    try:
        done = subprocess.run(
            [*shlex.split(command), verb],
            input=base64.b64encode(data) + b"\n",
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise KeyProgramError(f"{command}: {error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()[-200:]
        raise KeyProgramError(f"{command} {verb}: exit code {done.returncode}: {said}")
    try:
        return base64.b64decode(done.stdout.strip(), validate=True)
    except binascii.Error as error:
        raise KeyProgramError(f"{command} {verb}: did not answer in base64") from error
