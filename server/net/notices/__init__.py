"""Notices, webhooks and their deliveries."""
