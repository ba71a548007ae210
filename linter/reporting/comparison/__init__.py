"""A comparison of two reports, for people and for programs."""
