"""From violated identities to the cells that are wrong: one mistake, one finding."""
