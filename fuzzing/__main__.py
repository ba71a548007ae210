"""``python -m fuzzing [TARGET …] [--seconds N] [--seed N]``."""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

from fuzzing.judgement import harm_of, limit_memory
from fuzzing.loop import fuzzed
from fuzzing.targets import TARGETS

FOUND = Path(__file__).resolve().parent / "found"


def main() -> int:
    """Runs the targets one after another; 1 where one of them came to harm."""
    arguments = _arguments()
    if arguments.replay:
        name, seed, number = arguments.replay
        return _replay(name, int(seed), int(number))
    print(f"seed {arguments.seed}", flush=True)
    harms = 0
    for name in arguments.targets or TARGETS:
        target = TARGETS[name]
        if not target.available:
            print(f"{name:8} not run: {target.needs} is not installed", flush=True)
            continue
        tally = fuzzed(target, arguments.seed, arguments.seconds, FOUND)
        harms += tally.harms.total()
        print(f"{name:8} {tally.inputs:8} inputs {tally.seconds:6.0f} s", *_said(tally.harms))
        sys.stdout.flush()
    return 1 if harms else 0


def _said(harms: dict[str, int]) -> list[str]:
    return [f"\n         {times} × {signature}" for signature, times in harms.items()]


def _replay(name: str, seed: int, number: int) -> int:
    limit_memory()
    harm = harm_of(TARGETS[name], TARGETS[name].input(seed, number), number)
    print(harm.details if harm else "no harm")
    return 1 if harm else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzzing", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", choices=[*TARGETS, []])
    parser.add_argument("--seconds", type=float, default=600, help="for each target (600)")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--replay", nargs=3, metavar=("TARGET", "SEED", "NUMBER"))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
