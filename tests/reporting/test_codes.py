"""Whatever a rule can name is called something in both languages."""

from __future__ import annotations

import pytest

from linter.engine.vocabulary import RECORDS, SCALARS
from linter.reporting.codes import CODES


@pytest.mark.parametrize("name", [*RECORDS, *SCALARS])
def test_every_collection_and_scalar_has_words(name: str) -> None:
    words = CODES["path"][name]
    assert words.zh
    assert words.zh != name
    assert words.en
