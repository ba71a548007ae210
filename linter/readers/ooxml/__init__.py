"""Word files: the parts of a package, and the story that they tell."""
