"""Accounts: signing in, invitations, sessions, keys, pairing."""
