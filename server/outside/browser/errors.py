"""What can go wrong with the browser; nobody outside this package meets it."""

from __future__ import annotations


class BrowserError(Exception):
    """The browser could not be started, went away, or said no."""


class PageError(BrowserError):
    """A page could not do what it was asked for; the browser is as well as before."""
