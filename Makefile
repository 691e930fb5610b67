# Everything a developer or user runs. `make run` and `make test` need Python 3.11 or newer and make, nothing else.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
KB ?= build/kb
SOURCES := $(shell find kb server ontology seeds -type f -not -name '*.pyc')
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run install test lint conformance bench evaluate ftm lock clean

run: $(KB)/manifest.json ## build the knowledge base from seeds/ and serve it
	$(BIN)/kb serve $(KB)

install: .venv/runtime ## the virtual environment with the `kb` command

$(KB)/manifest.json: .venv/runtime $(SOURCES)
	$(BIN)/kb build seeds --out $(KB)
	@touch $@

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Communiqué needs Python 3.11 or newer; none was found. Name one: make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/runtime: requirements.lock pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements-dev.lock .venv/runtime
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

test: lint ## everything that must hold: style, types, tests; those of the service, which measure time, alone
	$(BIN)/python -m pytest --ignore tests/server --numprocesses auto --maxprocesses 4 --dist loadfile
	$(BIN)/python -m pytest tests/server

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

conformance: .venv/dev ## the W3C's SPARQL tests over HTTP, where ../shared/sparql exists
	$(BIN)/python -m tests.conformance ../shared/sparql/conform.py

bench: .venv/dev ## speed, as ratios to the bare spaCy pipeline and to `oxigraph serve`
	$(BIN)/python -m tests.benchmarks

evaluate: .venv/dev ## scores on annotated documents in ../shared/eval, where that folder exists
	$(BIN)/python -m tests.evaluation

ftm: build/ftm/ready ## the followthemoney package, which a test checks the export with; needs ICU headers
build/ftm/ready: tests/followthemoney/requirements.lock .venv/runtime
	$(BIN)/python -m venv build/ftm
	build/ftm/bin/python -m pip install --quiet --no-deps --require-hashes -r tests/followthemoney/requirements.lock
	@touch $@

LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml
lock: | .venv/dev ## pin all dependencies anew
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group dev --output-file requirements-dev.lock

clean:
	rm -rf build dist .venv
