"""Quarantine: files that came and that nobody has looked at yet.

They arrive in pieces, over connections that may break and across restarts, are hashed on their way
and lie in a folder of their own until a job takes them.
"""
