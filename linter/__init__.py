"""nianbao: checks annual reports on open government information against the statutory form.

What ``__all__`` names is the Python interface, described in ``docs/api.md``. It is imported when
it is asked for: the command does without.
"""

__version__ = "0.1.0"

__all__ = [
    "Edit",
    "Extraction",
    "Finding",
    "Fix",
    "Location",
    "Result",
    "Suppressed",
    "Violation",
    "__version__",
    "check",
    "extract",
]

# Checkers of types know this name; importing it from typing would cost every start.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from linter.api.calls import check, extract
    from linter.api.results import (
        Edit,
        Extraction,
        Finding,
        Fix,
        Location,
        Result,
        Suppressed,
        Violation,
    )
else:

    def __getattr__(name):
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from linter.api import calls, results

        return getattr(calls if name in ("check", "extract") else results, name)

    def __dir__():
        return sorted({*globals(), *__all__})
