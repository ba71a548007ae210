# One command to see it work, one to test it: make check-example, make test.

PYTHON ?= python3
VENV ?= .venv
WORKERS ?= auto
FUZZ_SECONDS ?= 600
EXAMPLE ?= examples/faulty/2023-yunting-town.txt

BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install -qq

.DEFAULT_GOAL := help
.PHONY: help setup check-example test lint format build docs accuracy screenshot benchmark \
    browser metamorphic fuzz clean

help:
	@echo 'make check-example   check an example report that has findings'
	@echo 'make test            run every test, with coverage'
	@echo 'make lint            ruff, mypy and the walls between the rooms'
	@echo 'make format          put the code in order'
	@echo 'make build           wheel and sdist in dist/'
	@echo 'make docs            write the pages of rules and coverage anew'
	@echo 'make accuracy        measure what the rules find and miss (minutes)'
	@echo 'make metamorphic     convert reports by what is installed here and read them all (minutes)'
	@echo 'make fuzz            try every reader with broken files, each FUZZ_SECONDS (600)'
	@echo 'make browser         open the HTML report in Chromium (minutes)'
	@echo 'make benchmark       measure the cold start'
	@echo 'make screenshot      draw docs/images/check.svg anew'
	@echo 'make clean           remove what these made, .venv too'

setup: $(READY)

# Made anew only when pyproject.toml is newer; a half-made environment has no stamp.
$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed")'
	@echo 'Setting up $(VENV) (once; takes about a minute) ...'
	@rm -f $(READY)
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --editable '.[dev]'
	@touch $(READY)

# Status 1 says that the report has findings, which is what this shows: no failure of make.
check-example: $(READY)
	@status=0; $(BIN)/nianbao check $(EXAMPLE) || status=$$?; \
	echo; echo "nianbao check $(EXAMPLE): exit status $$status"; \
	test $$status -le 1

test: $(READY)
	@rm -f .coverage .coverage.*
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --cov --cov-report=term $(PYTEST)

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(READY)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

build: $(READY)
	@rm -rf dist
	@$(BIN)/python -m build --no-isolation --outdir dist .

docs: $(READY)
	@$(BIN)/python -m docs.generate

accuracy: $(READY)
	@$(BIN)/python -m tests.conformance

metamorphic: $(READY)
	@$(BIN)/python -m tests.metamorphic

fuzz: $(READY)
	@$(BIN)/python -m fuzzing --seconds $(FUZZ_SECONDS)

browser: $(READY)
	@$(PIP) --editable '.[browser]'
	@$(BIN)/python -m pytest tests/browser/html_report.py

benchmark: $(READY)
	@$(BIN)/python benchmarks/cold_start.py

screenshot: $(READY)
	@$(BIN)/python docs/images/screenshot.py

clean:
	rm -rf $(VENV) dist .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache \
	    .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
