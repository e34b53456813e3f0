"""How a guide speaks: clauses, mouth shapes, the clock of a voice."""
