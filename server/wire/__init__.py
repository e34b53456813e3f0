"""The contract: every message of the live socket, declared once, and its codec."""
