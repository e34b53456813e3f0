"""The audit trail, personal data, ownership."""
