"""Runs one target in a process of its own until the time is up, and keeps what does harm."""

from __future__ import annotations

import multiprocessing
import time
import warnings
from collections import Counter
from itertools import count
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

from fuzzing.judgement import SECONDS, Harm, harm_of, limit_memory
from fuzzing.targets import Target
from linter.records import field, mutable_record

_UNDER_WAY = ".under-way"
_HANGS = 20 * SECONDS
"""Wall time after which an input is said to hang: processor time stands still in a wait."""

_forking = multiprocessing.get_context("fork")


@mutable_record
class Tally:
    """What has come of a target: how many inputs, how long, and how often which harm."""

    inputs: int = 0
    seconds: float = 0.0
    harms: Counter[str] = field(default_factory=Counter)


def fuzzed(target: Target, seed: int, seconds: float, found: Path) -> Tally:
    """Feeds ``target`` for so many ``seconds``; harmful inputs are kept in the folder ``found``.

    A process that did harm goes on no further: another begins with the next input.
    """
    found.mkdir(parents=True, exist_ok=True)
    target.warm_up()
    tally = Tally()
    start = time.monotonic()
    while (left := start + seconds - time.monotonic()) > 0:
        tried: Synchronized[int] = _forking.Value("Q", 0)
        arguments = (target, seed, tally.inputs, left, found, tried)
        process = _forking.Process(target=_feed, args=arguments)
        process.start()
        _wait(process, tried)
        tally.inputs += tried.value
        if process.exitcode:
            harm = _kept(target, seed, tally.inputs, found, process.exitcode)
            tally.harms[harm] += 1
            tally.inputs += 1
    _under_way(found, target).unlink(missing_ok=True)
    tally.seconds = time.monotonic() - start
    return tally


def _feed(
    target: Target, seed: int, first: int, seconds: float, found: Path, tried: Synchronized[int]
) -> None:
    """What the process does: each input is on disk before it is read, so that no crash hides it."""
    limit_memory()
    warnings.simplefilter("ignore")  # of libraries, over what is damaged on purpose
    end = time.monotonic() + seconds
    for number in count(first):
        if time.monotonic() > end:
            return
        data = target.input(seed, number)
        _under_way(found, target).write_bytes(data)
        harm = harm_of(target, data, number)
        if harm is not None:
            (found / f"{_UNDER_WAY}-{target.name}.txt").write_text(
                f"{harm.signature}\n\n{harm.details}", "utf-8", errors="replace"
            )
            raise SystemExit(1)
        tried.value += 1


def _wait(process: multiprocessing.process.BaseProcess, tried: Synchronized[int]) -> None:
    """Until the process ends; it is killed where it comes no further for long."""
    before = -1
    while process.is_alive():
        process.join(_HANGS if before < 0 else min(_HANGS, 10))
        if not process.is_alive():
            return
        process.join(_HANGS) if tried.value == before else None
        if process.is_alive() and tried.value == before:
            process.kill()
        before = tried.value
    process.join()


def _under_way(found: Path, target: Target) -> Path:
    return found / f"{_UNDER_WAY}-{target.name}"


def _kept(target: Target, seed: int, number: int, found: Path, status: int) -> str:
    """Files away the input under its signature; the smallest of those alike is kept."""
    data = _under_way(found, target)
    details = found / f"{_UNDER_WAY}-{target.name}.txt"
    harm = _harm(details, status)
    place = found / f"{target.name}-{harm.signature}"
    if not place.exists() or data.stat().st_size < place.stat().st_size:
        data.replace(place)
        about = f"python -m fuzzing --replay {target.name} {seed} {number}\n\n{harm.details}"
        place.with_name(place.name + ".txt").write_text(about, "utf-8")
    data.unlink(missing_ok=True)
    details.unlink(missing_ok=True)
    return harm.signature


def _harm(details: Path, status: int) -> Harm:
    if details.exists():
        signature, _, text = details.read_text("utf-8").partition("\n\n")
        return Harm(signature, text)
    return Harm(f"ended-{status}", "The process ended without a word, or hung and was killed.")
