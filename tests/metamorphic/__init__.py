"""One report through every form in which reports circulate gives the same data."""
