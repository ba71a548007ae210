"""A report written on the statutory form: data in, the bytes of a file out."""
