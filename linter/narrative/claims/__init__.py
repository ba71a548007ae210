"""The figures that the prose states, read by a grammar and set beside the tables."""
