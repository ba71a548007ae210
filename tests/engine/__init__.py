"""The engine: rule packs, the rule language, and what it finds."""
