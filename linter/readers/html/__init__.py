"""Web pages: the article among what surrounds it, its tables and lines."""
