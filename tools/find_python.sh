#!/bin/sh
# Prints the first Python that can make the project's environment: 3.11 or newer, with venv and pip.
# PATH is asked first (or $PYTHON alone), then the places where a bare PATH misses one.
check='
import sys
if sys.version_info < (3, 11) or sys.implementation.name != "cpython":
    sys.exit(1)
import ensurepip, venv
print(sys.executable)
'
home=${HOME:-/root}
for python in ${PYTHON:-python3.11 python3 python3.12 python3.13 python3.14 \
    "$home"/.pyenv/versions/3.1[1-9]*/bin/python3 "$home"/.local/bin/python3.1[1-9] \
    /usr/local/bin/python3 /usr/local/bin/python3.1[1-9] /usr/bin/python3.1[1-9] \
    /opt/homebrew/bin/python3 /opt/python/*/bin/python3}; do
    "$python" -I -c "$check" 2>/dev/null && exit 0
done
echo "找不到 Python 3.11 或更新版本（需带 venv 与 ensurepip）。可用 PYTHON=/路径/python3 指定。" >&2
echo "No Python 3.11 or newer with venv and ensurepip was found; name one with PYTHON=/path/python3." >&2
echo "Debian, Ubuntu: apt install python3 python3-venv" >&2
exit 1
