"""The registry's engine: applications, documents, seats and what time brings."""
