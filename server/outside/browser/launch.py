"""Become a browser that is spoken to through file descriptors 3 and 4; run as a script.

``launch.py READ WRITE PROGRAM WORD…``: ``--remote-debugging-pipe`` wants these two numbers.
"""

from __future__ import annotations

import fcntl
import os
import sys

ABOVE = 16


def main(words: list[str]) -> None:
    """Move the two descriptors and run the program in place of this one."""
    # First out of the way: one of them may stand where the other is to go.
    given = [int(word) for word in words[:2]]
    read, write = (fcntl.fcntl(number, fcntl.F_DUPFD, ABOVE) for number in given)
    for number in given:
        os.close(number)
    os.dup2(read, 3)
    os.dup2(write, 4)
    os.close(read)
    os.close(write)
    os.execv(words[2], words[2:])


if __name__ == "__main__":
    main(sys.argv[1:])
