"""Companies, their booths and certificates over HTTP."""
