"""Extensions, one file each: what may stand where, and the rules no table can tell."""
