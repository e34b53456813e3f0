"""What prepares and measures a checkout; nothing here is part of a running park.

Files that run before the environment exists use the standard library alone.
"""
