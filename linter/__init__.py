"""nianbao: checks annual reports on open government information against the statutory form."""

__version__ = "0.1.0"
