"""The registry desk over HTTP."""
