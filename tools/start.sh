#!/bin/sh
# Starts the park. LAN=1 is short for LINGJING_LAN=1: all interfaces, with HTTPS.
[ -n "$LAN" ] && export LINGJING_LAN="$LAN"
unset LAN
exec .venv/bin/lingjing serve
