"""Accounts and everything by which somebody signs in."""
