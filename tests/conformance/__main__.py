"""``make accuracy``: measures, prints the tables and rewrites ``docs/accuracy.md``."""

from __future__ import annotations

import sys
import time

from docs.generate.documents import FOLDER
from tests.conformance.accuracy_page import Measured, accuracy_page
from tests.conformance.collection import clean_reports, real_trials
from tests.conformance.figures import all_trials, figures_of
from tests.conformance.localisation import slip_figures
from tests.conformance.trials import Trial

TIMES = 3
SLIPS = 500


def main() -> int:
    started = time.monotonic()
    trials, unharmed = all_trials(TIMES)
    real = list(real_trials(TIMES))
    measured = Measured(
        TIMES,
        figures_of(trials),
        unharmed,
        figures_of(real),
        len(clean_reports()),
        slip_figures(SLIPS),
    )
    print(accuracy_page(measured, "en"))
    for trial in (*trials, *real):
        if not trial.clean:
            print(_described(trial))
    (FOLDER / "accuracy.md").write_text(accuracy_page(measured, "en"), encoding="utf-8")
    (FOLDER / "accuracy.zh-CN.md").write_text(accuracy_page(measured, "zh"), encoding="utf-8")
    print(f"{len(trials) + len(real)} trials in {time.monotonic() - started:.0f} s")
    return 0


def _described(trial: Trial) -> str:
    what = "found" if trial.found else "MISSED"
    others = " ".join(trial.others)
    place = f"{trial.rule} {trial.mutation}, report {trial.report}, {trial.layout}"
    return f"{place}: {what}, {trial.findings} findings {others}"


if __name__ == "__main__":
    sys.exit(main())
