"""The program that reads scans and pictures, in a process of its own.

Decoders of pictures and models are native code, and files come from anywhere: what makes them
crash, hang or take all memory shall cost the reading of that one file and nothing else. A request
is the length of a file (8 bytes) and the file; answers are lengths and JSON, one for each page,
then one that ends it: ``{"end": …}`` or ``{"rule": …, "facts": …}``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

MAX_MEMORY = 6 << 30


def answers_to(data: bytes, recogniser: Any) -> Iterator[dict[str, Any]]:
    """The pages of a file, one by one, and how it ended."""
    from linter.model.problem import InputProblem
    from linter.readers.ocr.page import page_facts
    from linter.readers.ocr.pictures import page_pictures

    try:
        for picture in page_pictures(data):
            yield page_facts(picture, recogniser)
    except InputProblem as problem:
        yield {"rule": problem.rule, "facts": dict(problem.facts)}
    else:
        yield {"end": recogniser.name}


def serve(requests: BinaryIO, answers: BinaryIO, recogniser: Any) -> None:
    """Answers requests until there are none."""
    while len(head := requests.read(8)) == 8:
        for answer in answers_to(requests.read(int.from_bytes(head, "big")), recogniser):
            body = json.dumps(answer).encode()
            answers.write(len(body).to_bytes(8, "big"))
            answers.write(body)
            answers.flush()


def limit_memory() -> None:
    """Has the system refuse this process more memory than a page can need."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit holds there, too
        return
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


def main(model: str, paths: list[str]) -> None:
    """Reads files with the model at ``model`` until there are none."""
    sys.path.extend(paths)
    limit_memory()
    from pathlib import Path

    from linter.readers.ocr.engine import OnnxRecogniser

    serve(sys.stdin.buffer, sys.stdout.buffer, OnnxRecogniser(Path(model)))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
