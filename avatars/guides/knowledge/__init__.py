"""What a guide knows: documents, passages with exact spans, retrieval."""
