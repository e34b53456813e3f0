"""The gate: roles, the policy table and rate limits. Pure."""
