"""Whether a glTF document keeps to the standard: first its structure, then its data."""
