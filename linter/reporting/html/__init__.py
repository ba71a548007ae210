"""The run as one HTML page to read, to print and to sign."""
