"""The run as JSON lines, for streams and databases (``schemas/findings-lines.schema.json``)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from linter.reporting.findings_json import run_data
from linter.reporting.run import Run


def jsonl(run: Run) -> str:
    """A line of ``type`` ``file`` for every file and one of ``type`` ``finding`` for each of its
    findings after it, the ``summary`` last. Their keys are those of ``--format json``.
    """
    lines = (json.dumps(line, ensure_ascii=False, allow_nan=False) for line in _lines(run))
    return "".join(f"{line}\n" for line in lines)


def _lines(run: Run) -> Iterator[dict[str, Any]]:
    data = run_data(run)
    files, totals = data.pop("files"), data.pop("summary")
    for file in files:
        findings = file.pop("findings")
        yield {"type": "file", **file}
        for finding in findings:
            yield {"type": "finding", "path": file["path"], **finding}
    yield {"type": "summary", **data, **totals}
