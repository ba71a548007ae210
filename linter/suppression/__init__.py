"""Living with findings: what a person has decided about them, and whether it still holds."""
