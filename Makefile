PYTHON ?= python3
BUILDER ?= mkdocs
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

site: .venv/site-ready ## Draft what is new in seeds/, check, render and build site/ (BUILDER=zensical for the other builder)
	@$(BIN)/briefings build --builder $(BUILDER)

serve: .venv/site-ready ## Preview the site on this machine; edits to briefings/ reload the page
	@NO_MKDOCS_2_WARNING=true $(BIN)/mkdocs serve

bundle: .venv/site-ready ## Build the site and pack it into one ZIP that opens without a server
	@$(BIN)/briefings bundle --builder $(BUILDER)

test: .venv/ready ## Lint, check types and run every test
	@.ci/browser
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy
	@$(BIN)/python -m pytest

audit: site .venv/ready ## Measure site/ and one of 1,000 records: accessibility, weight, links, HTML, Lighthouse by npm
	@.ci/browser
	@$(BIN)/python -m tests.audit --lighthouse .cache/lighthouse --generated .cache/audit

bench: .venv/ready ## Measure check, render and build with 1,000 and 5,000 records beside the plain tools
	@$(BIN)/python -m tests.bench

bench-draft: .venv/ready ## Measure drafting beside the bare language pipeline
	@$(BIN)/python -m tests.bench.draft

evaluate: .venv/ready ## Score drafting on the seeds and on texts of our own (--corpora: see tests/drafting/evaluate.py)
	@$(BIN)/python -m tests.drafting.evaluate

lock: .venv/ready ## Renew both lock files: the newest releases that pyproject.toml allows
	@$(BIN)/uv pip compile $(LOCK_FLAGS) --extra draft --extra zensical --group build -o requirements.txt
	@$(BIN)/uv pip compile $(LOCK_FLAGS) --all-extras --group build --group dev -c requirements.txt -o requirements-dev.txt

LOCK_FLAGS := pyproject.toml --quiet --upgrade --no-config --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header

clean: ## Remove what was made, the environment included
	rm -rf .venv .zensical.yml .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist site

# What building the site needs.
.venv/site-ready: pyproject.toml requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Briefings needs Python 3.11 or newer: make PYTHON=python3.12")'
	@$(PYTHON) -c 'import ensurepip' || { echo "Python's venv is missing (Debian: apt-get install python3-venv)"; exit 1; }
	@echo "Setting up .venv; this takes a minute or two the first time."
	@$(PYTHON) -m venv .venv
	@$(PIP) install --quiet --no-deps --require-hashes -r requirements.txt
	@$(PIP) install --quiet --no-build-isolation --no-deps -e .
	@touch $@

# All of that, and what the tests and benchmarks need.
.venv/ready: .venv/site-ready requirements-dev.txt
	@$(PIP) install --quiet --no-deps --require-hashes -r requirements-dev.txt
	@touch $@

.PHONY: help site serve bundle test audit bench bench-draft evaluate lock clean
