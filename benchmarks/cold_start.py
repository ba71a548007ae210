"""Cold start: one whole check against importing the libraries that it is built on.

The contenders take turns, so that whatever else the machine does meets all of them alike;
medians are compared. Read the ratio, not the milliseconds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "clean" / "2023-wutongli-subdistrict.txt"
TARGET = 1.2
SARIF_TARGET = 1.15

CHECK = "nianbao check"
SARIF = "nianbao check --format sarif"
IMPORTS = "import lark, jsonschema, rich"
FLOOR = "python -c pass"


def main() -> None:
    arguments = _arguments()
    command = Path(sys.executable).with_name("nianbao")
    contenders: dict[str, list[str]] = {
        CHECK: [str(command), "check", str(arguments.report)],
        SARIF: [str(command), "check", str(arguments.report), "--format", "sarif"],
        IMPORTS: [sys.executable, "-c", IMPORTS],
        FLOOR: [sys.executable, "-c", "pass"],
    }
    with tempfile.TemporaryDirectory() as cache:
        times = _measure(contenders, arguments.rounds, {"NIANBAO_CACHE_DIR": cache})
    _print(times)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--rounds", type=int, default=30)
    return parser.parse_args()


def _measure(
    contenders: Mapping[str, Sequence[str]], rounds: int, environment: Mapping[str, str]
) -> dict[str, list[float]]:
    """Seconds of every round of every contender; the first round warms the caches."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds + 1):
        for name, command in contenders.items():
            times[name].append(_seconds(command, environment))
    return {name: taken[1:] for name, taken in times.items()}


def _seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(
        command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, check=False
    )
    taken = time.perf_counter() - began
    if done.returncode > 1:
        raise SystemExit(f"{' '.join(command)}: exit status {done.returncode}")
    return taken


def _print(times: Mapping[str, Sequence[float]]) -> None:
    for name, taken in times.items():
        middle, least = statistics.median(taken), min(taken)
        print(f"{name:32} median {middle * 1000:7.1f} ms   fastest {least * 1000:7.1f} ms")
    _print_ratio("check to imports", times[CHECK], times[IMPORTS], TARGET)
    _print_ratio("sarif to plain", times[SARIF], times[CHECK], SARIF_TARGET)


def _print_ratio(name: str, these: Sequence[float], those: Sequence[float], target: float) -> None:
    ratio = statistics.median(these) / statistics.median(those)
    print(f"{f'medians, {name}':32} {ratio:14.2f}      target at most {target}")


if __name__ == "__main__":
    main()
