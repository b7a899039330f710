# Works on a fresh clone with Python 3.11 or newer, git and make: everything else is set up below, inside this folder.

PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null)
ifeq ($(UV),)
UV := build/uv/bin/uv
endif
RUN := .venv/bin
REFERENCE := docs/reference/*.md

.PHONY: help env demo test lint types docs bench model clean

help: ## list what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 10

env: .venv/synced ## the environment, in .venv

.venv/synced: pyproject.toml uv.lock
	@test -x $(UV) || $(MAKE) --no-print-directory $(UV)
	$(UV) sync --frozen
	@touch $@

# Only where uv is not installed: pip brings it into build/. Some Pythons come without ensurepip, hence the second way.
build/uv/bin/uv:
	rm -rf build/uv && mkdir -p build
	($(PYTHON) -m venv build/uv && build/uv/bin/python -m pip install --quiet uv) \
	  || (rm -rf build/uv && $(PYTHON) -m pip install --quiet --target build/uv uv)

demo: .venv/synced ## read the demo dossier, print who says what, write the report
	$(RUN)/averral demo

test: .venv/synced ## all tests, with coverage and its floor
	@rm -f .coverage .coverage.*
	$(RUN)/pytest -n auto --cov --cov-report=term

lint: .venv/synced ## style, formatting, import order, generated docs
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/lint-imports
	$(RUN)/cog --check -I docs $(REFERENCE)

types: .venv/synced ## strict types
	$(RUN)/mypy

docs: .venv/synced ## write the generated parts of docs/reference anew
	$(RUN)/cog -r -I docs $(REFERENCE)

bench: .venv/synced ## words a second, end to end and of the encoder alone
	$(RUN)/averral bench

model: .venv/synced ## train, quantise and calibrate the bundle anew (hours; needs the corpora)
	bash training/rebuild.sh

clean: ## remove what was built, but neither the environment nor training
	rm -rf build/demo dist .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
