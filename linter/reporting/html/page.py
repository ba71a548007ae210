"""The whole page: data and templates put together, style and script inside."""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

import linter
from linter.model.rule import SEVERITIES
from linter.reporting.html.overview import overview
from linter.reporting.html.sheets import Sheets
from linter.reporting.html.words import words
from linter.reporting.run import Run
from linter.reporting.suppressed import suppression_lines
from linter.reporting.verdict import counts_text, verdict_key

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
WHOLE = 20
"""Files up to which each is shown whole; of more only what findings are about."""


def html(run: Run) -> str:
    """The run as one page without any part elsewhere, the same bytes for the same run.

    The page says which style and script belong to it: nothing else runs, and nothing is fetched.
    """
    partial_view = len(run.results) > WHOLE
    sheets = tuple(Sheets(run, partial=partial_view))
    style, script = (_resource(name) for name in ("style.css", "script.js"))
    template = _environment(run).get_template("page.html")
    return template.render(
        language="zh-CN" if run.language == "zh" else "en",
        tool=linter.__version__,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        policy=f"default-src 'none'; style-src {_source(style)}; script-src {_source(script)}; "
        "base-uri 'none'; form-action 'none'",
        verdict=words(f"verdict.{verdict_key(run)}", run.language),
        state=verdict_key(run),
        counts=counts_text(run),
        notes=tuple(suppression_lines(run)),
        overview=overview(run, sheets) if len(sheets) > 1 else None,
        sheets=sheets,
        partial=partial_view,
        severities=SEVERITIES,
        findings=sum(len(result.findings) for result in run.results),
    )


def _environment(run: Run) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        finalize=_visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["t"] = partial(words, language=run.language)
    return environment


def _visible(value: Any) -> Any:
    """``value`` without characters that are invisible or turn the direction of writing."""
    if isinstance(value, Markup) or not isinstance(value, str) or value.isprintable():
        return value
    return "".join(char for char in value if char == "\n" or _shown(char))


def _shown(char: str) -> bool:
    return not unicodedata.category(char).startswith("C")


def _resource(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _source(content: str) -> str:
    """The hash by which a policy lets a style or script be used."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
