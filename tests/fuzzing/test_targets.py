"""A few inputs of every target: no harm, the same each time, and harm is told where it is done."""

from __future__ import annotations

import time
from pathlib import Path
from typing import NoReturn

import pytest

from fuzzing import judgement
from fuzzing.judgement import Harm, harm_of
from fuzzing.loop import fuzzed
from fuzzing.mutations.octets import octets_mutated
from fuzzing.targets import TARGETS, Target

_AVAILABLE = [name for name, target in TARGETS.items() if target.available]
_SEED = 2
_INPUTS = 6


def _target(reading: object) -> Target:
    def read(data: bytes, name: str) -> object:
        assert callable(reading)
        return reading()

    return Target("probe", "a.txt", lambda: [b"1"], octets_mutated, read, read)


@pytest.mark.filterwarnings("ignore")  # of decoders, over pictures damaged on purpose
@pytest.mark.parametrize("name", _AVAILABLE)
def test_inputs_do_no_harm(name: str) -> None:
    target = TARGETS[name]
    harms = [harm_of(target, target.input(_SEED, number), number) for number in range(_INPUTS)]
    assert harms == [None] * _INPUTS


@pytest.mark.parametrize("name", _AVAILABLE)
def test_inputs_are_the_same_each_time_and_unlike_each_other(name: str) -> None:
    target = TARGETS[name]
    inputs = [target.input(_SEED, number) for number in range(_INPUTS)]
    assert inputs == [target.input(_SEED, number) for number in range(_INPUTS)]
    assert len(set(inputs)) > _INPUTS // 2


def test_every_reader_has_a_target() -> None:
    assert {"txt", "md", "html", "docx", "pdf", "xlsx", "ods", "xls", "mht", "zip"} < set(TARGETS)


def test_whatever_is_raised_is_harm() -> None:
    def fail() -> NoReturn:
        raise IndexError

    harm = harm_of(_target(fail), b"", 0)
    assert isinstance(harm, Harm)
    assert harm.signature.startswith("IndexError")
    assert "Traceback" in harm.details


def test_what_takes_too_long_is_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    def go_on() -> None:
        end = time.process_time() + 5
        while time.process_time() < end:
            pass

    monkeypatch.setattr(judgement, "SECONDS", 0.1)
    harm = harm_of(_target(go_on), b"", 0)
    assert harm is not None
    assert harm.signature == "TooSlow"


def test_harmful_input_is_kept_with_what_happened(tmp_path: Path) -> None:
    calls: list[int] = []

    def fail_in_the_child() -> None:
        calls.append(1)
        if len(calls) > 2:  # the first two warm up
            raise IndexError

    tally = fuzzed(_target(fail_in_the_child), _SEED, 0.2, tmp_path)

    assert tally.inputs >= tally.harms.total() > 0
    (kept,) = [path for path in tmp_path.iterdir() if not path.suffix]
    assert kept.name.startswith("probe-IndexError")
    about = kept.with_name(kept.name + ".txt").read_text("utf-8")
    assert f"--replay probe {_SEED}" in about
    assert "Traceback" in about
