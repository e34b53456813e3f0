"""Space to let, visits and leads over HTTP."""
