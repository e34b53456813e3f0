"""The telephone: everything that reaches beyond this house's own process and disk."""
