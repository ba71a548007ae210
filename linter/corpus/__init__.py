"""Many reports: which files there are, and checking all of them."""
